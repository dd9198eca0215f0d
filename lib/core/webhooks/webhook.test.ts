import { describe, expect, it } from "vitest";
import { isGivenUp, mostAttempts, pauseAfter, webhookInputSchema } from "./webhook";

describe("pauseAfter", () => {
  it("grows, is spread by the dice, and ends", () => {
    const pauses = Array.from({ length: mostAttempts - 1 }, (_, at) => pauseAfter(at + 1, 0) ?? 0);
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
    expect(pauseAfter(1, 0)).toBe(5_000);
    expect(pauseAfter(1, 1)).toBe(6_000);
    expect(pauseAfter(mostAttempts, 0)).toBeNull();
  });
});

it("gives up after five days", () => {
  const since = new Date("2026-05-01T00:00:00Z");
  expect(isGivenUp(since, new Date("2026-05-05T23:59:59Z"))).toBe(false);
  expect(isGivenUp(since, new Date("2026-05-06T00:00:00Z"))).toBe(true);
});

it("takes web addresses and known events, each once", () => {
  const parse = (url: string, events: readonly string[]) => webhookInputSchema.safeParse({ url, events });
  expect(parse("https://hook.example/a", ["claim.ruled", "article.imported", "claim.ruled"]).data).toEqual({
    url: "https://hook.example/a",
    events: ["article.imported", "claim.ruled"],
  });
  for (const url of ["javascript:alert(1)", "file:///etc/passwd", "https://a:b@hook.example", ""]) {
    expect(parse(url, ["claim.ruled"]).success, url).toBe(false);
  }
  expect(parse("https://hook.example", ["nothing.known"]).success).toBe(false);
  expect(parse("https://hook.example", []).success).toBe(false);
});
