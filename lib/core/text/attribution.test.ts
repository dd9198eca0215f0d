import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeAttribution } from "./attribution";

describe("who said it", () => {
  it.each([
    ["The bridge is safe, revealed Mohammed Mohi on Monday.", "Mohammed Mohi"],
    ["Maria de la Cruz said that it was over.", "Maria de la Cruz"],
    ["According to Angela Merkel it was not.", "Angela Merkel"],
    ["It was not, according to Angela Merkel.", "Angela Merkel"],
    ["La obra terminó, dijo Pedro Sánchez.", "Pedro Sánchez"],
    ["Laut Olaf Scholz ist es vorbei.", "Olaf Scholz"],
    ["Emmanuel Macron a déclaré que tout va bien.", "Emmanuel Macron"],
    ["وقال محمد السوداني إن الجسر آمن.", "محمد السوداني"],
    ["أعلنت وزارة الصحة في بيان وفاة مريضين.", "وزارة الصحة"],
    ["وأضاف المهندس علي حسن: «لم يسقط أحد».", "المهندس علي حسن"],
    ["الجسر آمن، بحسب رئيس البلدية، منذ العام الماضي.", "رئيس البلدية"],
    ["وفقاً لمنظمة الصحة العالمية، انخفض العدد.", "منظمة الصحة العالمية"],
    ["وقال إن الجسر آمن.", null],
    ["يبلغ طول الجسر 112 متراً.", null],
    ["He said so.", null],
    ["It was opened in 1931.", null],
    ["they said nothing", null],
  ])("%s", (sentence, speaker) => {
    expect(proposeAttribution(sentence).speaker?.value ?? null).toBe(speaker);
  });

  it("tells the words that it was found in, which are in the text", () => {
    const sentence = "The bridge is safe, revealed Mohammed Mohi on Monday.";
    expect(proposeAttribution(sentence).speaker?.found).toBe("revealed Mohammed Mohi");
  });

  it("looks in the next sentence for the speaker of a quotation, and of nothing else", () => {
    const next = "It never was, added Rita Chowdhury.";
    expect(proposeAttribution("“The bridge is not safe.”", next).speaker?.value).toBe("Rita Chowdhury");
    expect(proposeAttribution("The bridge is not safe.", next).speaker).toBeNull();
  });
});

describe("when", () => {
  it.each([
    ["It opened on 3 May 1931.", "1931-05-03"],
    ["It opened on May 3rd, 1931.", "1931-05-03"],
    ["Se inauguró el 14 de marzo de 1998.", "1998-03-14"],
    ["Ouvert le 1er août 2004.", "2004-08-01"],
    ["Am 7. Oktober 2010 war es so weit.", "2010-10-07"],
    ["It opened in May 1931.", "1931-05"],
    ["It was opened in 1931.", "1931"],
    ["افتتح الجسر في 17 نوفمبر 2022.", "2022-11-17"],
    ["افتتح الجسر في ١٧ تشرين الثاني ٢٠٢٢.", "2022-11-17"],
    ["افتتح الجسر عام 1931.", "1931"],
    ["Filed 2021-02-28.", "2021-02-28"],
    ["It opened on 31 February 1931.", "1931-02"],
    ["It is 1931 metres long.", null],
  ])("%s", (sentence, date) => {
    expect(proposeAttribution(sentence).saidOn?.value ?? null).toBe(date);
  });
});

describe("where", () => {
  it.each([
    ["He said so in New York.", "New York"],
    ["She spoke at the United Nations.", "United Nations"],
    ["Lo dijo en Buenos Aires.", "Buenos Aires"],
    ["It opened in May 1931.", null],
    ["It was in the river.", null],
  ])("%s", (sentence, place) => {
    expect(proposeAttribution(sentence).saidAt?.value ?? null).toBe(place);
  });
});

it("what is proposed stands in the text, for any text", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 4, mode: "sentences" }), fc.string({ unit: "binary" }), (words, odd) => {
      const text = words + odd;
      for (const proposal of Object.values(proposeAttribution(text)))
        if (proposal) expect(text).toContain(proposal.found);
    }),
    { numRuns: 300 },
  );
});
