import { describe, expect, it } from "vitest";
import { PHENOMENA } from "./fixtures/phenomena";
import { segment } from "./segment";

const BOUNDARY = "‖";

/** The text with every boundary that `segment` finds marked, white space aside. */
function marked(text: string): string {
  return segment(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(BOUNDARY);
}

const normal = (text: string): string => text.replace(/\s*‖\s*/g, BOUNDARY);

describe.each(Object.entries(PHENOMENA))("%s", (_phenomenon, examples) => {
  it.each(examples)("%s", (example) => {
    expect(marked(example.replaceAll(BOUNDARY, ""))).toBe(normal(example));
  });
});
