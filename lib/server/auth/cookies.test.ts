import { describe, expect, it, vi } from "vitest";
import type * as environment from "../env";
import { authOptions, sessionCookieName } from "./options";

const site = vi.hoisted(() => ({ origin: "https://assay.example.org" }));
vi.mock("../env", async (original) => ({
  ...(await original<typeof environment>()),
  origin: () => site.origin,
}));

describe("the session's cookie", () => {
  it("belongs to this host and to https alone, and no script reads it", () => {
    expect(sessionCookieName()).toBe("__Host-assay.session");
    const options = authOptions();
    expect(options.useSecureCookies).toBe(true);
    expect(options.cookies?.sessionToken).toEqual({
      name: "__Host-assay.session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
    });
  });
});

const back = (url: string) =>
  authOptions().callbacks?.redirect?.({ url, baseUrl: "https://not-used.example.org" });

describe("the way back after signing in", () => {
  it.each([
    ["/w/desk?claim=1", "https://assay.example.org/w/desk?claim=1"],
    ["https://assay.example.org/w/desk", "https://assay.example.org/w/desk"],
    ["//evil.example", "https://assay.example.org"],
    ["/\\evil.example", "https://assay.example.org"],
    ["https:evil.example", "https://assay.example.org/evil.example"],
    ["http:evil.example", "https://assay.example.org"],
    ["https://assay.example.org@evil.example/", "https://assay.example.org"],
    ["https://assay.example.org.evil.example/", "https://assay.example.org"],
    ["/%2f%2fevil.example", "https://assay.example.org/%2f%2fevil.example"],
    ["\t//evil.example", "https://assay.example.org"],
    ["/\n/evil.example", "https://assay.example.org"],
    ["javascript:alert(1)", "https://assay.example.org"],
    ["http://host.evil", "https://assay.example.org"],
    ["data:text/html,x", "https://assay.example.org"],
  ])("%j leads to %s", async (given, target) => {
    expect(await back(given)).toBe(target);
  });
});
