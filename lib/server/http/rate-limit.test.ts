import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getMe } from "@/app/api/v1/me/route";
import { createDesk, testPassword, type Desk } from "@/seeds/factories";
import { signInWithPassword } from "../auth/sign-in";
import { withWait } from "../auth/with-wait";
import { env, origin } from "../env";
import { makeToken } from "../tokens/commands";
import { clientAddress } from "./client-address";
import { refusalResponse } from "./problem";
import { limitActor, limitAddress } from "./rate-limit";

// Read when the first request comes, not when this file is loaded.
process.env["ASSAY_PROXIES"] = "1";

const burst = 1_000;
let desk: Desk;
beforeAll(async () => {
  expect(env()).toMatchObject({ ASSAY_PROXIES: 1, ASSAY_RATE_LIMIT: 50 });
  desk = await createDesk();
});

const times = (count: number, work: () => void) => {
  for (let at = 0; at < count; at += 1) work();
};

describe("an address", () => {
  it.each([
    [null, null],
    ["", null],
    ["203.0.113.7", "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7", "203.0.113.7"],
    ["made up, 203.0.113.7", "203.0.113.7"],
    ["203.0.113.7, made up", null],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
  ])("of %s is %s: what our own proxy says, and nothing before it", (header, address) => {
    expect(clientAddress(header)).toBe(address);
  });

  it("has ten times what a member has, and no more by writing others before its own", () => {
    const from = (pretended: string) => new Headers({ "x-forwarded-for": `${pretended}, 203.0.113.9` });
    times(10 * burst, () => limitAddress(from(randomUUID()), 0));
    expect(() => limitAddress(from(randomUUID()), 0)).toThrow(/too many requests/);
    expect(() => limitAddress(new Headers({ "x-forwarded-for": "203.0.113.10" }), 0)).not.toThrow();
    expect(() => limitAddress(from("x"), 1_000)).not.toThrow();
  });
});

describe("a member", () => {
  it("who asks too often is told when to come back; nobody else waits for it", () => {
    times(burst, () => limitActor(desk.reviewer1.actor, 0));
    expect(() => limitActor(desk.reviewer1.actor, 0)).toThrow(
      expect.objectContaining({ code: "too_many", retryAfterSeconds: 1 }) as Error,
    );
    expect(() => limitActor(desk.reviewer2.actor, 0)).not.toThrow();
    expect(() => limitActor(desk.reviewer1.actor, 1_000)).not.toThrow();
  });

  it("gets 429 with Retry-After as problem details from the very handler, by token as well", async () => {
    const input = { name: "Busy", scope: "read", days: 1 } as const;
    const made = await makeToken(desk.editor.actor, { workspace: desk.slug }, input);
    const { workspaceId, editor } = desk;
    const grant = { id: made.id, workspaceId, memberId: editor.memberId, scope: "read" } as const;
    const later = vi.spyOn(Date, "now").mockReturnValue(Date.now());
    times(burst, () => limitActor({ ...editor.actor, token: grant }));
    const headers = { authorization: `Bearer ${made.token ?? ""}` };
    const response = await getMe(new Request(`${origin()}/api/v1/me`, { headers }), {
      params: Promise.resolve({}),
    });
    later.mockRestore();
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 429, code: "too_many" });
    // The person behind the token still gets through on their own.
    expect(() => limitActor(editor.actor)).not.toThrow();
  });
});

describe("signing in", () => {
  const now = new Date("2026-03-01T12:00:00Z");

  it("is slowed down for an address that tries one account after the other, and for no other address", async () => {
    const tries: string[] = [];
    for (let at = 0; at < 60; at += 1) {
      const guess = { email: `${randomUUID()}@example.org`, password: "guess" };
      tries.push((await signInWithPassword(guess, now, "203.0.113.50")).outcome);
    }
    expect(tries.indexOf("too_many")).toBeGreaterThanOrEqual(50);
    expect(tries.filter((outcome) => outcome === "too_many").length).toBeGreaterThanOrEqual(8);
    const { email } = desk.owner.actor;
    const right = { email, password: testPassword };
    expect(await signInWithPassword(right, now, "203.0.113.51")).toMatchObject({ outcome: "signed_in" });
  });

  it("answers 429 with Retry-After when it is refused for now, and 401 when it was wrong", async () => {
    const refused = (error: string) =>
      withWait(Response.json({ url: `${origin()}/sign-in?error=${error}` }, { status: 401 }));
    const later = await refused(encodeURIComponent("too_many:32"));
    expect([later.status, later.headers.get("retry-after")]).toEqual([429, "32"]);
    expect(await later.json()).toMatchObject({ url: expect.stringContaining("too_many") as string });
    const wrong = await refused("CredentialsSignin");
    expect([wrong.status, wrong.headers.get("retry-after")]).toEqual([401, null]);
  });
});

it("every refusal for now says when to come back", async () => {
  const { Refusal } = await import("@/lib/core/shared/refusal");
  expect(refusalResponse(new Refusal("too_many", "Later."), "r").headers.get("retry-after")).toBe("30");
});
