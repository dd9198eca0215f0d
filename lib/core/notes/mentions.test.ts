import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeMention, mentionedIn, openMention, splitMentions, suggestFor } from "./mentions";

const people = ["Rita", "Rita One", "Rui Two", "Émilie Noël", "李雷"].map((name) => ({
  memberId: name,
  name,
}));
const mentioned = (body: string) => mentionedIn(body, people);

describe("mentions in a note", () => {
  it.each([
    ["@Rita One, is it metres?", ["Rita One"]],
    ["ask @rita one and @RUI TWO", ["Rita One", "Rui Two"]],
    ["@Rita knows", ["Rita"]],
    ["@Ritas bridge", []],
    ["mail rita@Rita One", []],
    ["@Émilie Noël: oui", ["Émilie Noël"]],
    ["@李雷，看看", ["李雷"]],
    ["@Nobody, @", []],
    ["@Rita One @Rita One", ["Rita One"]],
    ["", []],
  ])("%s", (body, ids) => {
    expect(mentioned(body)).toEqual(ids);
  });

  it("means all who bear the name", () => {
    const twins = [
      { memberId: "1", name: "Kim" },
      { memberId: "2", name: "Kim" },
    ];
    expect(mentionedIn("@Kim?", twins)).toEqual(["1", "2"]);
  });

  it("cuts the text without changing it", () => {
    const piece = fc.constantFrom("@", "Rita", " ", "One", "x", "\n", "@Rita One", "é");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = pieces.join("");
        const parts = splitMentions(body, people);
        expect(parts.map(({ text }) => text).join("")).toBe(body);
        for (const { text, memberId } of parts) {
          if (memberId !== null) expect(text.toLowerCase()).toBe(`@${memberId.toLowerCase()}`);
        }
      }),
    );
  });
});

describe("a mention that is being typed", () => {
  it.each([
    ["@", 1, { at: 0, typed: "" }],
    ["hm @ri", 6, { at: 3, typed: "ri" }],
    ["hm @rita o", 10, { at: 3, typed: "rita o" }],
    ["hm @ri", 3, null],
    ["a@b", 3, null],
    ["@ri\nnext", 8, null],
    ["nothing", 7, null],
  ])("%j at %i", (body, caret, expected) => {
    expect(openMention(body, caret)).toEqual(expected);
  });

  it("is completed in place, with one space behind it", () => {
    const open = { at: 3, typed: "ri" };
    expect(completeMention("hm @ri, why?", open, "Rita")).toEqual({ body: "hm @Rita , why?", caret: 9 });
    expect(completeMention("hm @ri why?", open, "Rita")).toEqual({ body: "hm @Rita why?", caret: 9 });
  });

  it("suggests by the beginning of any word of a name", () => {
    expect(suggestFor("r", people).map(({ name }) => name)).toEqual(["Rita", "Rita One", "Rui Two"]);
    expect(suggestFor("two", people).map(({ name }) => name)).toEqual(["Rui Two"]);
    expect(suggestFor("", people)).toHaveLength(5);
    expect(suggestFor("zz", people)).toEqual([]);
  });
});
