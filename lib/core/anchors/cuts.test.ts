import { describe, expect, it } from "vitest";
import { segment } from "../text/segment";
import { repeatCuts } from "./cuts";

const english = { language: "en" };
const spansOf = (text: string, pieces: readonly string[]) =>
  pieces.map((piece) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length }));

function cut(before: string, claims: readonly string[], after: string): readonly string[] {
  const spans = repeatCuts(
    { text: before, sentences: segment(before, english), claims: spansOf(before, claims) },
    { text: after, sentences: segment(after, english) },
  );
  return spans.map(({ start, end }) => after.slice(start, end));
}

describe("repeatCuts", () => {
  const text = "One ship sank, and two came home. Nobody knows why. It was late.";
  it("leaves the segmenter's sentences alone where nobody cut", () => {
    const whole = ["One ship sank, and two came home.", "Nobody knows why.", "It was late."];
    expect(cut(text, whole, `New. ${text}`)).toEqual(["New.", ...whole]);
  });

  it("splits again what was split, wherever it stands now", () => {
    const claims = ["One ship sank,", "and two came home.", "Nobody knows why.", "It was late."];
    expect(cut(text, claims, "It was late. Then this. One ship sank, and two came home.")).toEqual([
      "It was late.",
      "Then this.",
      "One ship sank,",
      "and two came home.",
    ]);
  });

  it("joins again what was joined, while both stand beside each other", () => {
    const claims = ["One ship sank, and two came home.", "Nobody knows why. It was late."];
    expect(cut(text, claims, "First. Nobody knows why.\n\nIt was late.")).toEqual([
      "First.",
      "Nobody knows why.\n\nIt was late.",
    ]);
    expect(cut(text, claims, "Nobody knows why. No one asked. It was late.")).toHaveLength(3);
  });

  it("trims again what was trimmed, and cuts changed words anew", () => {
    const claims = ["two came home", "Nobody knows why.", "It was late."];
    expect(cut(text, claims, text)).toEqual(claims);
    expect(cut(text, claims, text.replace("two", "three"))[0]).toBe("One ship sank, and three came home.");
  });
});
