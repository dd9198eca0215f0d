import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as allRoute from "@/app/api/v1/me/sessions/route";
import * as oneRoute from "@/app/api/v1/me/sessions/[session]/route";
import { createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import type { Actor } from "../auth/actor";
import { authOptions, sessionCookieName } from "../auth/options";
import { findSessionActor } from "../auth/session-actor";
import { findSession, openSession, revokeSession } from "../auth/session-store";
import { db } from "../db/client";
import { env, origin } from "../env";
import { openStream } from "../events/stream";
import { makeResetLink, removeMember } from "../members/commands";
import { resetPassword } from "../members/links";
import { endOtherSessions, endSession } from "./commands";
import { listSessions } from "./queries";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const day = 24 * 3_600_000;

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

type Browser = { readonly id: string; readonly cookie: string; readonly actor: Actor };

/** Somebody signs in once more, in a browser of their own. */
async function signInAs({ actor }: Person, userAgent: string | null = firefox): Promise<Browser> {
  const sid = await openSession(actor.userId, new Date(), userAgent);
  const token = await encode({ token: { sub: actor.userId, sid }, secret: env().ASSAY_SECRET });
  const cookie = `${sessionCookieName()}=${token}`;
  const found = await findSessionActor(cookie);
  if (!found) throw new Error("the session is in force");
  return { id: sid, cookie, actor: found };
}

const isOpen = async ({ id }: Browser) => (await findSession(id, new Date())) !== null;

describe("one's own sessions", () => {
  it("are listed, this one first and then the last seen, in words that say nothing of a cookie", async () => {
    const long = await signInAs(desk.editor, "curl/8.5.0");
    const here = await signInAs(desk.editor);
    const other = await signInAs(desk.editor, null);
    const seen = new Date(Date.now() - 3_600_000);
    await db().session.update({ where: { id: long.id }, data: { lastSeenAt: seen } });
    const lines = await listSessions(here.actor);
    expect(lines.map(({ id, browser, isThisOne }) => [id, browser, isThisOne])).toEqual([
      [here.id, "Firefox on Linux", true],
      [other.id, "A browser", false],
      [long.id, "A browser", false],
    ]);
    expect(lines[2]).toMatchObject({
      lastSeenAt: seen.toISOString(),
      signedInAt: expect.any(String) as unknown,
    });
    expect(JSON.stringify(lines)).not.toContain("curl");
  });

  it("are those in force, and nobody else's", async () => {
    const here = await signInAs(desk.editor);
    const [revoked, over, idle] = [
      await signInAs(desk.editor),
      await signInAs(desk.editor),
      await signInAs(desk.editor),
    ];
    await signInAs(desk.owner);
    await revokeSession(revoked.id, new Date());
    await db().session.update({ where: { id: over.id }, data: { expiresAt: new Date() } });
    await db().session.update({
      where: { id: idle.id },
      data: { lastSeenAt: new Date(Date.now() - 3 * day - 1_000) },
    });
    expect((await listSessions(here.actor)).map(({ id }) => id)).toEqual([here.id]);
  });

  it("end with their next request: one, and all but this one", async () => {
    const [here, there, third] = [
      await signInAs(desk.editor),
      await signInAs(desk.editor),
      await signInAs(desk.editor),
    ];
    const colleague = await signInAs(desk.owner);
    expect(await endSession(here.actor, { sessionId: there.id })).toEqual({ id: there.id });
    expect(await findSessionActor(there.cookie)).toBeNull();
    expect([await isOpen(here), await isOpen(third)]).toEqual([true, true]);
    expect(await endOtherSessions(here.actor)).toEqual({ ended: 1 });
    expect([await isOpen(here), await isOpen(third), await isOpen(colleague)]).toEqual([true, false, true]);
    // This one too, which is signing out.
    await endSession(here.actor, { sessionId: here.id });
    expect(await findSessionActor(here.cookie)).toBeNull();
  });
});

describe("what could go wrong", () => {
  it("a stranger's, a colleague's and an unknown session are not there, and stay open", async () => {
    const here = await signInAs(desk.owner);
    const others = [await signInAs(desk.editor), await signInAs((await createDesk("Elsewhere")).owner)];
    const told = await Promise.all(
      [...others.map(({ id }) => id), randomUUID()].map((sessionId) =>
        endSession(here.actor, { sessionId }).catch((refused: unknown) => refused),
      ),
    );
    expect(told).toMatchObject(told.map(() => ({ code: "not_found" })));
    expect(new Set(told.map(String)).size).toBe(1);
    expect(await Promise.all(others.map(isOpen))).toEqual([true, true]);
  });

  it("one that has ended meanwhile is ended still, at the time at which it was", async () => {
    const [here, there] = [await signInAs(desk.editor), await signInAs(desk.editor)];
    const before = new Date(Date.now() - 60_000);
    await revokeSession(there.id, before);
    expect(await endSession(here.actor, { sessionId: there.id })).toEqual({ id: there.id });
    expect(await endOtherSessions(here.actor)).toEqual({ ended: 0 });
    expect(await db().session.findUnique({ where: { id: there.id } })).toMatchObject({ revokedAt: before });
  });

  it("a double click ends it once, and nothing else", async () => {
    const [here, there] = [await signInAs(desk.editor), await signInAs(desk.editor)];
    const clicks = await Promise.all([1, 2, 3].map(() => endSession(here.actor, { sessionId: there.id })));
    expect(clicks).toEqual([1, 2, 3].map(() => ({ id: there.id })));
    await signInAs(desk.editor);
    const all = await Promise.all([1, 2, 3].map(() => endOtherSessions(here.actor)));
    expect(all.map(({ ended }) => ended).toSorted()).toEqual([0, 0, 1]);
    expect(await isOpen(here)).toBe(true);
  });

  it("two that sign each other out leave nobody shut out without a word: at least one has ended", async () => {
    const [one, two] = [await signInAs(desk.editor), await signInAs(desk.editor)];
    await Promise.all([endOtherSessions(one.actor), endOtherSessions(two.actor)]);
    expect([await isOpen(one), await isOpen(two)]).toContain(false);
  });

  it("a token sees and ends none, nor does the command line", async () => {
    const there = await signInAs(desk.editor);
    const grant = { id: randomUUID(), workspaceId: desk.workspaceId, memberId: desk.editor.memberId };
    const token = { ...grant, scope: "admin" } as const;
    const program = { ...desk.editor.actor, sessionId: null, signedInAt: null };
    for (const actor of [program, { ...program, token }]) {
      const tries = [
        listSessions(actor),
        endSession(actor, { sessionId: there.id }),
        endOtherSessions(actor),
      ];
      for (const tried of await Promise.allSettled(tries)) {
        expect(tried).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
      }
    }
    expect(await isOpen(there)).toBe(true);
  });

  it("an open browser that was left ends none: whoever does it has just signed in", async () => {
    const [here, there] = [await signInAs(desk.editor), await signInAs(desk.editor)];
    const left = { ...here.actor, signedInAt: new Date(Date.now() - 11 * 60_000) };
    await expect(endSession(left, { sessionId: there.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endOtherSessions(left)).rejects.toMatchObject({ code: "forbidden" });
    expect(await isOpen(there)).toBe(true);
  });
});

describe("over the API", () => {
  type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
  const send = (handler: Handler, method: string, cookie: string, params: object = {}, from = origin()) =>
    handler(new Request(`${origin()}/api/v1/me/sessions`, { method, headers: { cookie, origin: from } }), {
      params: Promise.resolve(params),
    });

  it("lists and ends, refuses the next request of what has ended, and takes no order from another site", async () => {
    const [here, there] = [await signInAs(desk.editor), await signInAs(desk.editor)];
    const listed = await send(allRoute.GET, "GET", here.cookie);
    expect(((await listed.json()) as { items: readonly unknown[] }).items).toHaveLength(2);
    const session = { session: there.id };
    const led = await send(oneRoute.DELETE, "DELETE", here.cookie, session, "https://elsewhere.example");
    expect(led.status).toBe(403);
    expect((await send(allRoute.GET, "GET", there.cookie)).status).toBe(200);
    expect((await send(oneRoute.DELETE, "DELETE", here.cookie, session)).status).toBe(200);
    expect((await send(allRoute.GET, "GET", there.cookie)).status).toBe(401);
    expect((await send(oneRoute.DELETE, "DELETE", there.cookie, { session: here.id })).status).toBe(401);
    expect(await isOpen(here)).toBe(true);
  });
});

describe("what listens", () => {
  // No heartbeat comes, which would notice it too: what ends a stream here is that it is told.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function listen(browser: Browser, articleId: string) {
    const controller = new AbortController();
    const stream = await openStream({
      workspace: desk.slug,
      articleId,
      lastEventId: null,
      findActor: () => findSessionActor(browser.cookie),
      signal: controller.signal,
    });
    const reader = stream.getReader();
    return {
      ended: async () => {
        for (;;) if ((await reader.read()).done) return true;
      },
      leave: () => {
        controller.abort();
      },
    };
  }

  it.each([
    ["one is ended", (here: Browser, there: Browser) => endSession(here.actor, { sessionId: there.id })],
    ["the others are ended", (here: Browser) => endOtherSessions(here.actor)],
    ["it signs out by itself", (_: Browser, there: Browser) => revokeSession(there.id, new Date())],
  ])("is closed at once when %s, and the session that is left listens on", async (_, end) => {
    const { id } = await createArticle(desk);
    const [here, there] = [await signInAs(desk.editor), await signInAs(desk.editor)];
    const [mine, theirs] = [await listen(here, id), await listen(there, id)];
    let isMineOver = false;
    const mineEnds = mine.ended().then(() => (isMineOver = true));
    await end(here, there);
    expect(await theirs.ended()).toBe(true);
    expect(isMineOver).toBe(false);
    await revokeSession(here.id, new Date());
    await mineEnds;
    mine.leave();
    theirs.leave();
  });

  it.each([
    [
      "they are taken off the desk",
      () => {
        const target = { workspace: desk.slug, memberId: desk.reviewer1.memberId, baseVersion: 1 };
        return removeMember(desk.owner.actor, target);
      },
    ],
    [
      "they set a new password",
      async () => {
        const target = { workspace: desk.slug, memberId: desk.reviewer1.memberId };
        const { link } = await makeResetLink(desk.owner.actor, target);
        return resetPassword(link?.split("/").at(-1) ?? "", "three quiet harbours", new Date());
      },
    ],
  ])("is closed at once, in every browser of a person, when %s", async (_, end) => {
    const { id } = await createArticle(desk);
    const browsers = [await signInAs(desk.reviewer1), await signInAs(desk.reviewer1)];
    const streams = await Promise.all(browsers.map((browser) => listen(browser, id)));
    await end();
    expect(await Promise.all(streams.map((stream) => stream.ended()))).toEqual([true, true]);
    for (const stream of streams) stream.leave();
  });
});

describe("signing in", () => {
  const signInWith = async (arriving: Parameters<typeof authOptions>[0]): Promise<string> => {
    const jwt = authOptions(arriving).callbacks?.jwt;
    const { userId: id, name, email } = desk.editor.actor;
    const user = { id, name, email };
    const token = await jwt?.({ token: {}, user, account: null, trigger: "signIn" });
    return String(token?.["sid"]);
  };

  it("notes what the browser calls itself, cut short and without what cannot be printed", async () => {
    const id = await signInWith({ userAgent: `${firefox}\u0000\u009f${"x".repeat(400)}` });
    const { userAgent } = await db().session.findUniqueOrThrow({ where: { id } });
    expect(userAgent).toBe(`${firefox} ${"x".repeat(199 - firefox.length)}`);
    const silent = await signInWith({});
    expect((await db().session.findUniqueOrThrow({ where: { id: silent } })).userAgent).toBeNull();
  });

  it("ends the session that the browser had before, whose cookie it overwrites", async () => {
    const before = await signInAs(desk.editor);
    const id = await signInWith({ endEarlier: () => revokeSession(before.id, new Date()) });
    expect(await isOpen(before)).toBe(false);
    expect(await findSession(id, new Date())).not.toBeNull();
  });
});
