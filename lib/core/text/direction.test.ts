import { describe, expect, it } from "vitest";
import { detectDirection } from "./direction";

describe("detectDirection", () => {
  it.each([
    ["", "ltr"],
    ["123 … !", "ltr"],
    ["Hello", "ltr"],
    ["مرحبا بالعالم", "rtl"],
    ["שלום", "rtl"],
    ["你好", "ltr"],
    ["BBC: قال الرئيس إن الوضع صعب", "rtl"],
    ["The word سلام means peace", "ltr"],
    ["aا", "ltr"],
    ["اa", "rtl"],
    ["“١٢٣” سلام", "rtl"],
  ])("%j is %s", (text, direction) => {
    expect(detectDirection(text)).toBe(direction);
  });

  it("is settled by the first thousand letters", () => {
    expect(detectDirection("ا".repeat(1000) + "a".repeat(5000))).toBe("rtl");
  });
});
