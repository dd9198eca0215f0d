import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import goldenRules from "./fixtures/golden-rules-en.json";
import { PHENOMENA } from "./fixtures/phenomena";
import seedGold from "./fixtures/seed-article.sentences.json";
import { segment } from "./segment";

const BOUNDARY = "‖";

const sentences = (text: string): readonly string[] =>
  segment(text).map(({ start, end }) => text.slice(start, end));

describe.each(Object.entries(PHENOMENA))("%s", (_phenomenon, examples) => {
  it.each(examples)("%s", (example) => {
    const expected = example.replace(/\s*‖\s*/g, BOUNDARY);
    expect(sentences(example.replaceAll(BOUNDARY, "")).join(BOUNDARY)).toBe(expected);
  });
});

describe("golden rules", () => {
  it("are 52", () => {
    expect(goldenRules).toHaveLength(52);
  });

  // The rules print a sentence over two lines as one line; a span keeps the line break.
  it.each(goldenRules)("$title", ({ text, expected }) => {
    expect(sentences(text).map((sentence) => sentence.replace(/\s+/g, " "))).toEqual(expected);
  });
});

it("the seed article has its 17 sentences at their offsets", () => {
  const article = readFileSync(join(import.meta.dirname, "../../../seeds/articles/seed-article.txt"), "utf8");
  expect(segment(article)).toEqual(seedGold.spans.map(({ start, end }) => ({ start, end })));
  expect(seedGold.spans).toHaveLength(17);
});

describe("language", () => {
  it("decides what a number with a period is", () => {
    const text = "Platz 3. Nürnberg 4. Köln";
    expect(segment("Er traf im 3. Spiel", { language: "de" })).toHaveLength(1);
    expect(segment("It was in the 3. Spiel", { language: "en" })).toHaveLength(2);
    expect(segment(text, { language: "de-AT" })).toEqual(segment(text, { language: "de" }));
  });

  it("may be one that has no table", () => {
    expect(segment("Hij kwam. Zij ging.", { language: "nl" })).toHaveLength(2);
    expect(segment("Hij kwam. Zij ging.", { language: "constructor" })).toHaveLength(2);
  });
});
