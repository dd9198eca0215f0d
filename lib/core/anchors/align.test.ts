import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignSentences, type SentenceFate } from "./align";
import { wordsKey } from "./words";

const told = (fates: readonly SentenceFate[]) =>
  fates.map((fate) => (fate.fate === "deleted" ? "deleted" : `${fate.fate} ${fate.after}`));

const ship = [
  "The lightship Margarethe was launched in 1907.",
  "She is 38 metres long and weighs 412 tonnes.",
  "Her lamp could be seen 21 nautical miles away.",
  "No other lightship has saved more lives.",
  "She served for exactly seventy years.",
];

describe("alignSentences", () => {
  it("carries what stands in the same order, also when much came in front of it", () => {
    const { fates, added } = alignSentences(ship, ["A new beginning.", "And one more.", ...ship]);
    expect(told(fates)).toEqual(["carried 2", "carried 3", "carried 4", "carried 5", "carried 6"]);
    expect(added).toEqual([0, 1]);
  });

  it("takes an edited sentence for the same one, and a replaced one for two", () => {
    const after = ship
      .with(4, "She served for almost seventy years.")
      .with(1, "The mayor was not available yesterday.");
    const { fates, added } = alignSentences(ship, after);
    expect(told(fates)).toEqual(["carried 0", "deleted", "carried 2", "carried 3", "changed 4"]);
    expect(added).toEqual([1]);
  });

  it("tells a moved sentence from a carried one", () => {
    const after = [ship[3] ?? "", ...ship.slice(0, 3), ship[4] ?? ""];
    expect(told(alignSentences(ship, after).fates)).toEqual([
      "carried 1",
      "carried 2",
      "carried 3",
      "moved 0",
      "carried 4",
    ]);
  });

  it("finds a sentence that was moved and edited with its paragraph", () => {
    const rest = Array.from(
      { length: 30 },
      (_, i) => `Paragraph ${i} speaks of something else altogether, number ${i * 7}.`,
    );
    const moved = [ship[0] ?? "", "She is 38.1 metres long and weighs 412 tonnes.", ship[2] ?? ""];
    const { fates } = alignSentences([...ship.slice(0, 3), ...rest], [...rest, ...moved]);
    expect(told(fates.slice(0, 3))).toEqual(["moved 30", "changed 31", "moved 32"]);
  });

  it("keeps repeated sentences apart by what stands around them", () => {
    const before = ["Yes.", "I was there.", "Yes.", "I saw it.", "Yes.", "I left."];
    const { fates, added } = alignSentences(before, before.toSpliced(2, 1));
    expect(told(fates)).toEqual(["carried 0", "carried 1", "deleted", "carried 2", "carried 3", "carried 4"]);
    expect(added).toEqual([]);
  });

  it("does not call a new line break, a curled quote or a composed letter a change", () => {
    const { fates } = alignSentences(
      ['He said: "It\'s a café." Then left.'],
      ["He said: “It’s a\n  cafe\u0301.” Then left."],
    );
    expect(told(fates)).toEqual(["carried 0"]);
  });

  it("calls a figure, a capital or a comma a change", () => {
    for (const changed of [
      "She is 39 metres long and weighs 412 tonnes.",
      "She is 38 metres long, and weighs 412 tonnes.",
      "SHE is 38 metres long and weighs 412 tonnes.",
    ]) {
      expect(told(alignSentences([ship[1] ?? ""], [changed]).fates)).toEqual(["changed 0"]);
    }
  });

  it("follows edits in scripts that set no spaces, and in Arabic", () => {
    expect(
      told(alignSentences(["博物馆去年有六万名参观者。"], ["博物馆去年有四万名参观者。"]).fates),
    ).toEqual(["changed 0"]);
    expect(
      told(
        alignSentences(
          ["بلغ عدد الزوار ستين ألفا في السنة الأولى."],
          ["بلغ عدد الزوار أربعين ألفا في السنة الأولى."],
        ).fates,
      ),
    ).toEqual(["changed 0"]);
  });

  it("answers for nothing", () => {
    expect(alignSentences([], [])).toEqual({ fates: [], added: [] });
    expect(alignSentences(["A."], [])).toEqual({ fates: [{ fate: "deleted" }], added: [] });
    expect(alignSentences([], ["A."])).toEqual({ fates: [], added: [0] });
  });
});

// Few words, so that repeats, near repeats and swaps are common.
const sentence = fc
  .array(fc.constantFrom("the", "ship", "was", "1907", "launched", "not", "red", "seen", "博", "物", "…"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => `${words.join(" ")}.`);
const text = fc.array(sentence, { maxLength: 30 });

describe("properties of every alignment", () => {
  it("one fate for each old sentence, no new one with two sources, every new one accounted for", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { fates, added } = alignSentences(before, after);
        const used = fates.flatMap((fate) => (fate.fate === "deleted" ? [] : [fate.after]));
        expect(fates).toHaveLength(before.length);
        expect([...used, ...added].toSorted((a, b) => a - b)).toEqual(after.map((_, place) => place));
      }),
      { numRuns: 2_000 },
    );
  });

  it("carried and moved have the same words, changed have others, carried keep their order", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        let last = -1;
        for (const [a, fate] of alignSentences(before, after).fates.entries()) {
          if (fate.fate === "deleted") continue;
          const same = wordsKey(before[a] ?? "") === wordsKey(after[fate.after] ?? "");
          expect(same).toBe(fate.fate !== "changed");
          if (fate.fate !== "carried") continue;
          expect(fate.after).toBeGreaterThan(last);
          last = fate.after;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves no sentence behind that stands in both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { fates, added } = alignSentences(before, after);
        const lost = new Set(
          before.filter((_, a) => ["deleted", "changed"].includes(fates[a]?.fate ?? "")).map(wordsKey),
        );
        const sources = new Set(fates.flatMap((fate) => (fate.fate === "changed" ? [fate.after] : [])));
        const news = after.filter((_, b) => added.includes(b) || sources.has(b)).map(wordsKey);
        expect(news.filter((key) => lost.has(key))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("a text aligned with itself changes nothing", () => {
    fc.assert(
      fc.property(text, (same) => {
        const { fates, added } = alignSentences(same, same);
        expect(fates).toEqual(same.map((_, place) => ({ fate: "carried", after: place })));
        expect(added).toEqual([]);
      }),
    );
  });

  it("an insertion in front changes only positions, and is what was added, if it is new", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (rest, count) => {
        const front = Array.from({ length: count }, (_, i) => `Entirely fresh beginning ${i}!`);
        const { fates, added } = alignSentences(rest, [...front, ...rest]);
        expect(fates).toEqual(rest.map((_, place) => ({ fate: "carried", after: place + count })));
        expect(added).toEqual(front.map((_, place) => place));
      }),
    );
  });

  it("is the same every time", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(alignSentences(before, after)).toEqual(alignSentences([...before], [...after]));
      }),
    );
  });
});
