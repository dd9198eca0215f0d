import { describe, expect, it } from "vitest";
import { splitParagraphs } from "./segment";

const paragraphs = (text: string): readonly string[] =>
  splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

describe("splitParagraphs", () => {
  it.each([
    ["line breaks of every system", "A\nB\rC\r\nD\u2028E\u2029F", ["A", "B", "C", "D", "E", "F"]],
    ["blank lines and indentation", "  A \n \t\n\n  B  ", ["A", "B"]],
    ["nothing", " \n\t\r\n", []],
    ["a headline above its text", "Leaders meet\nThe talks began.", ["Leaders meet", "The talks began."]],
    ["a list in small letters", "features\ncontacts\nevents", ["features", "contacts", "events"]],
    ["a greeting", "Dear John,\nplease come.", ["Dear John,", "please come."]],
    ["a comment in small letters", "Food is good\nunique gifts", ["Food is good", "unique gifts"]],
  ])("keeps apart: %s", (_what, text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });

  it.each([
    "This is a sentence\ncut off in the middle because pdf.",
    "It was a cold \nnight in the city.",
    "The committee met on Monday and, after a debate of\r\nseveral hours, decided that nothing could be done by\r\nanybody at all.",
  ])("joins the lines of a narrow column: %j", (text) => {
    expect(paragraphs(text)).toEqual([text]);
  });

  it("does not join over an empty line", () => {
    expect(paragraphs("It was a cold\n\nnight in the city.")).toHaveLength(2);
  });
});
