import { describe, expect, it } from "vitest";
import { isAddressed, nextUnaddressed, claimStates, previousUnaddressed } from "./claim";

const claim = (id: string, state: (typeof claimStates)[number], myVerdict: string | null = null) => ({
  id,
  state,
  myVerdict,
});

it("what is ruled, published or disposed is addressed, and nothing else", () => {
  expect(claimStates.filter((state) => isAddressed({ state }))).toEqual(["ruled", "published", "disposed"]);
});

describe("the next unaddressed claim", () => {
  const claims = [
    claim("a", "unchecked"),
    claim("b", "ruled"),
    claim("c", "submitted", "true"),
    claim("d", "submitted"),
  ];

  it.each([
    [null, "a"],
    ["a", "d"],
    ["d", "a"],
  ])("after %s is %s", (from, next) => {
    expect(nextUnaddressed(claims, from)?.id).toBe(next);
  });

  it.each([
    [null, "d"],
    ["d", "a"],
    ["a", "d"],
    ["b", "a"],
  ])("before %s is %s", (from, previous) => {
    expect(previousUnaddressed(claims, from)?.id).toBe(previous);
  });

  it("is none when everything is addressed or judged", () => {
    expect(nextUnaddressed([claim("a", "ruled"), claim("b", "in_progress", "true")], "a")).toBeNull();
    expect(nextUnaddressed([], null)).toBeNull();
  });
});
