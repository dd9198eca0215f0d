import { describe, expect, it } from "vitest";
import { findTextProblem, MAX_TEXT_UNITS } from "./well-formed";

describe("findTextProblem", () => {
  it.each([
    ["", "empty", 0],
    [" \n\t\u0085\u3000", "empty", 0],
    ["\u200b\u200f\ufeff\u00ad\u0007", "empty", 0],
    ["a\0b", "nul", 1],
    ["a\ud83d", "lone_surrogate", 1],
    ["\ude00a", "lone_surrogate", 0],
    ["😀\ud83d😀", "lone_surrogate", 2],
  ])("%j: %s at %i", (text, code, at) => {
    expect(findTextProblem(text)).toEqual({ code, at });
  });

  it.each(["a", "😀", "…", "و", "中\u200b", "a\u0301\r\n"])("finds none in %j", (text) => {
    expect(findTextProblem(text)).toBeNull();
  });

  it("counts UTF-16 units, and asks for size before anything else", () => {
    expect(findTextProblem("😀😀", 4)).toBeNull();
    expect(findTextProblem("😀😀", 3)).toEqual({ code: "too_large", at: 3 });
    expect(findTextProblem("\0\0", 1)).toEqual({ code: "too_large", at: 1 });
    expect(findTextProblem("a".repeat(MAX_TEXT_UNITS + 1))?.code).toBe("too_large");
  });
});
