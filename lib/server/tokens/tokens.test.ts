import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import * as annotationRoute from "@/app/api/v1/workspaces/[workspace]/claims/[claim]/annotation/route";
import * as articlesRoute from "@/app/api/v1/workspaces/[workspace]/articles/route";
import * as invitationsRoute from "@/app/api/v1/workspaces/[workspace]/invitations/route";
import * as meRoute from "@/app/api/v1/me/route";
import * as tokensRoute from "@/app/api/v1/workspaces/[workspace]/tokens/route";
import type { TokenScope } from "@/lib/core/permissions/table";
import { createArticle, createDesk, withKey, type Desk, type Person } from "@/seeds/factories";
import { listArticles } from "../articles/queries";
import { findTokenActor } from "../auth/token-actor";
import { sessionCookieName } from "../auth/options";
import { openSession } from "../auth/session-store";
import { db } from "../db/client";
import { env, origin } from "../env";
import { removeMember } from "../members/commands";
import { acceptInvitation } from "../members/links";
import { inviteMember } from "../members/commands";
import { makeToken, revokeToken } from "./commands";
import { listTokens } from "./queries";

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
type Call = {
  readonly method?: string;
  readonly body?: unknown;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

let desk: Desk;
let claimId: string;
beforeAll(async () => {
  desk = await createDesk();
  claimId = (await createArticle(desk)).claims[0]?.id ?? "";
});

const at = () => ({ workspace: desk.slug });
const nothing = { expectedMemberId: null, requestId: null, operation: null };

async function tokenOf(person: Person, scope: TokenScope, days: number | null = 90) {
  const { id, token } = await makeToken(person.actor, at(), { name: `for ${scope}`, scope, days });
  return { id, token: token ?? "" };
}

/** A request as a program sends it: with a token, and from no page at all. */
async function call(
  handler: Handler,
  token: string,
  { method = "GET", body, params = {}, headers = {} }: Call = {},
) {
  const sent = { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers };
  const request = new Request(`${origin()}/api/v1/somewhere`, {
    method,
    headers: sent,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const response = await handler(request, {
    params: Promise.resolve({ ...at(), claim: claimId, ...params }),
  });
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Record<string, unknown>,
  };
}

const save = (token: string, verdict = "true", version = 0) =>
  call(annotationRoute.PUT, token, {
    method: "PUT",
    body: { verdict },
    headers: { "if-match": `"${version}"` },
  });

describe("tokens", () => {
  it("are made by whoever has just signed in: an open browser that was left is not enough", async () => {
    const input = { name: "left open", scope: "admin", days: null } as const;
    const left = { ...desk.owner.actor, signedInAt: new Date(Date.now() - 11 * 60_000) };
    await expect(makeToken(left, at(), input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().apiToken.count({ where: { name: input.name } })).toBe(0);
    const back = { ...left, signedInAt: new Date(Date.now() - 9 * 60_000) };
    expect(await makeToken(back, at(), input)).toMatchObject({
      token: expect.stringMatching(/^assay_/) as unknown,
    });
  });
});

describe("a token", () => {
  it("acts as its member, with the smaller of its scope and their role", async () => {
    const reader = await tokenOf(desk.owner, "read");
    expect((await call(articlesRoute.GET, reader.token)).status).toBe(200);
    expect((await save(reader.token)).json).toMatchObject({ status: 403, code: "forbidden" });
    const worker = await tokenOf(desk.reviewer1, "annotate");
    expect(await save(worker.token)).toMatchObject({ status: 200 });
    const mine = { claimId, memberId: desk.reviewer1.memberId };
    expect(await db().annotation.count({ where: mine })).toBe(1);
    const invite = { method: "POST", body: { email: `${randomUUID()}@example.org`, role: "viewer" } };
    expect((await call(invitationsRoute.POST, worker.token, invite)).status).toBe(403);
    const most = await tokenOf(desk.reviewer1, "admin");
    expect((await call(invitationsRoute.POST, most.token, invite)).status).toBe(403);
    const owners = await tokenOf(desk.owner, "admin");
    expect((await call(invitationsRoute.POST, owners.token, invite)).status).toBe(201);
  });

  it("opens its own desk alone, wherever else its member works", async () => {
    const other = await createDesk("Elsewhere");
    const { link } = await inviteMember(
      other.owner.actor,
      { workspace: other.slug },
      { email: desk.editor.actor.email, role: "editor" },
    );
    await acceptInvitation(link?.split("/").at(-1) ?? "", { signedIn: desk.editor.actor }, new Date());
    const { token } = await tokenOf(desk.editor, "admin");
    const there = await call(articlesRoute.GET, token, { params: { workspace: other.slug } });
    const nowhere = await call(articlesRoute.GET, token, { params: { workspace: "nowhere" } });
    expect([there.status, there.json]).toEqual([404, nowhere.json]);
    const me = await call(meRoute.GET, token);
    expect(me.json["workspaces"]).toMatchObject([{ slug: desk.slug }]);
  });

  it("is judged alone: a good cookie beside a bad token is no way in, nor a token on an open session", async () => {
    const sid = await openSession(desk.editor.actor.userId, new Date());
    const jwt = await encode({ token: { sub: desk.editor.actor.userId, sid }, secret: env().ASSAY_SECRET });
    const cookie = `${sessionCookieName()}=${jwt}`;
    for (const authorization of ["Bearer assay_wrong", "Bearer", "Basic YTpi", `Bearer ${jwt}`]) {
      const answer = await call(articlesRoute.GET, "", { headers: { cookie, authorization } });
      expect([answer.status, answer.json["code"]]).toEqual([401, "signed_out"]);
      expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="assay"');
    }
    const { token } = await tokenOf(desk.viewer, "read");
    const me = await call(meRoute.GET, token, { headers: { cookie } });
    expect(me.json["email"]).toBe(desk.viewer.actor.email);
  });

  it("ends at once: revoked, over, its member removed, and does not come back with them", async () => {
    const { id, token } = await tokenOf(desk.reviewer2, "annotate", 1);
    expect(await findTokenActor(token, nothing, new Date())).not.toBeNull();
    expect(await findTokenActor(token, nothing, new Date(Date.now() + 86_400_001))).toBeNull();
    const lasting = await tokenOf(desk.reviewer2, "read", null);
    await revokeToken(desk.reviewer2.actor, { ...at(), tokenId: id });
    expect((await call(articlesRoute.GET, token)).status).toBe(401);
    await db().user.update({ where: { id: desk.reviewer2.actor.userId }, data: { disabledAt: new Date() } });
    expect((await call(articlesRoute.GET, lasting.token)).status).toBe(401);
    await db().user.update({ where: { id: desk.reviewer2.actor.userId }, data: { disabledAt: null } });
    expect((await call(articlesRoute.GET, lasting.token)).status).toBe(200);
    const target = { ...at(), memberId: desk.reviewer2.memberId, baseVersion: 1 };
    await removeMember(desk.owner.actor, target);
    expect((await call(articlesRoute.GET, lasting.token)).status).toBe(401);
    await db().member.updateMany({ where: { id: desk.reviewer2.memberId }, data: { removedAt: null } });
    expect((await call(articlesRoute.GET, lasting.token)).status).toBe(401);
  });

  it("is kept as its hash alone, shown once, and made once by a request that is sent twice", async () => {
    const actor = withKey(desk.editor.actor, randomUUID());
    const input = { name: "Twice", scope: "read", days: null } as const;
    const clicks = await Promise.all([1, 2, 3].map(() => makeToken(actor, at(), input)));
    expect(new Set(clicks.map(({ id }) => id)).size).toBe(1);
    const shown = clicks.flatMap(({ token }) => token ?? []);
    expect(shown).toHaveLength(1);
    const secret = shown[0] ?? "";
    expect(secret).toMatch(/^assay_[\w-]{43}$/);
    const kept = JSON.stringify([
      await db().apiToken.findMany({ where: { workspaceId: desk.workspaceId } }),
      (await db().idempotencyKey.findMany({ where: { workspaceId: desk.workspaceId } })).map(
        (row) => row.response,
      ),
      (await db().event.findMany({ where: { workspaceId: desk.workspaceId } })).map((row) => row.payload),
    ]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(secret.slice(13));
  });

  it("makes no other token, and ends none", async () => {
    const { id, token } = await tokenOf(desk.owner, "admin");
    const body = { name: "Child", scope: "read" };
    expect((await call(tokensRoute.POST, token, { method: "POST", body })).status).toBe(403);
    const actor = await findTokenActor(token, nothing, new Date());
    if (!actor) throw new Error("the token is in force");
    await expect(revokeToken(actor, { ...at(), tokenId: id })).rejects.toMatchObject({ code: "forbidden" });
    expect((await call(tokensRoute.GET, token)).status).toBe(200);
  });

  it("tells when it was used last, and who has it", async () => {
    const { id, token } = await tokenOf(desk.viewer, "read");
    const lineOf = async (person: Person) =>
      (await listTokens(person.actor, at())).find((line) => line.id === id);
    expect(await lineOf(desk.viewer)).toMatchObject({ lastUsedAt: null, prefix: token.slice(0, 12) });
    await call(articlesRoute.GET, token);
    expect((await lineOf(desk.owner))?.lastUsedAt).toEqual(expect.any(String));
    expect(await lineOf(desk.editor)).toBeUndefined();
  });

  it("is revoked by its member or an owner; to others, and to a stranger, it is not there", async () => {
    const { id } = await tokenOf(desk.viewer, "read");
    const stranger = await createDesk("Elsewhere");
    const target = { ...at(), tokenId: id };
    await expect(revokeToken(desk.editor.actor, target)).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeToken(stranger.owner.actor, target)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      revokeToken(stranger.owner.actor, { workspace: stranger.slug, tokenId: id }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(listTokens(stranger.owner.actor, at())).rejects.toMatchObject({ code: "not_found" });
    await Promise.all([1, 2].map(() => revokeToken(desk.owner.actor, target)));
    await revokeToken(desk.owner.actor, target);
    expect(await db().event.count({ where: { type: "token.revoked", entityId: id } })).toBe(1);
  });

  it("is one of twenty at most, however many are asked for at once", async () => {
    const full = await createDesk();
    const input = { name: "Many", scope: "read", days: null } as const;
    const tries = await Promise.allSettled(
      Array.from({ length: 25 }, () => makeToken(full.editor.actor, { workspace: full.slug }, input)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    expect(await listArticles(full.editor.actor, { workspace: full.slug }, { limit: 1 })).toMatchObject({
      items: [],
    });
  });
});
