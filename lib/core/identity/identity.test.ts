import { describe, expect, it } from "vitest";
import { emailSchema, passwordSchema } from "./identity";

describe("e-mail addresses have one form", () => {
  it.each([
    ["Ann@Example.ORG", "ann@example.org"],
    [" ann@example.org ", "ann@example.org"],
    ["ann\uFF20example.org", "ann@example.org"],
    ["ann+tag@example.org", "ann+tag@example.org"],
  ])("%s", (given, stored) => {
    expect(emailSchema.parse(given)).toBe(stored);
  });

  it.each([
    '"a@x"@y.org',
    "a@b@c.org",
    "ann@example",
    "ann",
    "",
    "аnn@example.org",
    "ann@exаmple.org",
    "ann@example.org.",
  ])("refuses %j", (given) => {
    expect(emailSchema.safeParse(given).success).toBe(false);
  });
});

it("passwords are taken as they are: no trimming, no change of case", () => {
  expect(passwordSchema.parse("  Twelve Äé 🔑 ")).toBe("  Twelve Äé 🔑 ");
  expect(passwordSchema.safeParse("elevenchars").success).toBe(false);
  expect(passwordSchema.safeParse("x".repeat(201)).success).toBe(false);
});
