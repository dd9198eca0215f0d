import { describe, expect, it } from "vitest";
import { disposeWithin, findCutProblem } from "./cuts";

const text = "One two. Three 🏴. Four.";

describe("findCutProblem", () => {
  it("takes any cuts that leave nothing out", () => {
    const spans = (...ends: readonly (readonly [number, number])[]) =>
      ends.map(([start, end]) => ({ start, end }));
    expect(findCutProblem(text, spans([0, 8], [9, 18], [19, 24]))).toBeNull();
    expect(findCutProblem(text, spans([0, 24]))).toBeNull();
    expect(findCutProblem(text, spans([0, 3], [4, 8], [9, 24]))).toBeNull();
    expect(findCutProblem(" \n", [])).toBeNull();
  });

  it.each([
    [
      "out of order",
      [
        [9, 18],
        [0, 8],
      ],
      "left_out",
      0,
    ],
    [
      "overlapping",
      [
        [0, 8],
        [7, 24],
      ],
      "order",
      1,
    ],
    [
      "empty",
      [
        [0, 8],
        [9, 9],
      ],
      "order",
      1,
    ],
    ["outside of the text", [[0, 99]], "outside", 0],
    [
      "with white space",
      [
        [0, 9],
        [9, 24],
      ],
      "white_space",
      0,
    ],
    [
      "through a character",
      [
        [0, 16],
        [16, 24],
      ],
      "half_character",
      0,
    ],
    [
      "leaving words out",
      [
        [0, 8],
        [19, 24],
      ],
      "left_out",
      1,
    ],
    ["leaving the end out", [[0, 8]], "left_out", 1],
    ["leaving everything out", [], "left_out", 0],
  ] as const)("refuses cuts %s", (_name, cuts, code, at) => {
    expect(
      findCutProblem(
        text,
        cuts.map(([start, end]) => ({ start, end })),
      ),
    ).toEqual({ code, at });
  });
});

describe("disposeWithin", () => {
  it("disposes the sentences of proposed passages and no others", () => {
    const spans = [0, 10, 20, 30].map((start) => ({ start, end: start + 9 }));
    const proposals = [
      { start: 10, end: 19, reason: "caption" },
      { start: 30, end: 50, reason: "share" },
    ];
    expect(disposeWithin(spans, proposals).map(({ disposition, reason }) => [disposition, reason])).toEqual([
      ["to_check", null],
      ["boilerplate", "caption"],
      ["to_check", null],
      ["boilerplate", "share"],
    ]);
  });

  it("leaves a sentence to be checked that lies only partly in a passage", () => {
    const [cut] = disposeWithin([{ start: 0, end: 9 }], [{ start: 3, end: 9, reason: "caption" }]);
    expect(cut?.disposition).toBe("to_check");
  });
});
