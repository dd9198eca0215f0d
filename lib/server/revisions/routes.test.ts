import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import * as listRoute from "@/app/api/v1/workspaces/[workspace]/articles/[article]/revisions/route";
import * as oneRoute from "@/app/api/v1/workspaces/[workspace]/articles/[article]/revisions/[number]/route";
import { createArticle, createDesk, sampleText, type Desk, type Person } from "@/seeds/factories";
import { sessionCookieName } from "../auth/options";
import { openSession } from "../auth/session-store";
import { db } from "../db/client";
import { env, origin } from "../env";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function cookieOf(person: Person): Promise<string> {
  const sid = await openSession(person.actor.userId, new Date());
  const token = await encode({ token: { sub: person.actor.userId, sid }, secret: env().ASSAY_SECRET });
  return `${sessionCookieName()}=${token}`;
}

type Sent = {
  readonly body?: unknown;
  readonly base?: string;
  readonly person?: Person;
  readonly key?: string;
};

async function send(articleId: string, { body, base, person = desk.editor, key }: Sent) {
  const headers = new Headers({
    cookie: await cookieOf(person),
    origin: origin(),
    "content-type": "application/json",
  });
  if (base) headers.set("if-match", base);
  if (key) headers.set("idempotency-key", key);
  const request = new Request(`${origin()}/api/v1/somewhere/${articleId}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return listRoute.POST(request, { params: Promise.resolve({ workspace: desk.slug, article: articleId }) });
}

async function read(articleId: string, number?: string) {
  const request = new Request(`${origin()}/api/v1/somewhere`, {
    headers: { cookie: await cookieOf(desk.viewer) },
  });
  const params = { workspace: desk.slug, article: articleId };
  return number === undefined
    ? listRoute.GET(request, { params: Promise.resolve(params) })
    : oneRoute.GET(request, { params: Promise.resolve({ ...params, number }) });
}

const next = `First of all. ${sampleText.replace("1931", "1932")}`;

describe("POST revisions", () => {
  it("previews, applies with 201, and the repeat of a key gets the same answer", async () => {
    const { id, claims } = await createArticle(desk);
    const preview = await send(id, { body: { text: next, dryRun: true } });
    expect(preview.status).toBe(200);
    const shown = (await preview.json()) as Record<string, unknown[]>;
    expect(shown).toMatchObject({
      outcome: "preview",
      revision: 2,
      moved: [],
      deleted: [],
      added: [{ id: null, ordinal: 1 }],
    });
    expect(await db().revision.count({ where: { articleId: id } })).toBe(1);

    const write = { body: { text: next }, base: '"1"', key: "the-same-key" };
    const applied = await send(id, write);
    expect(applied.status).toBe(201);
    const answer: unknown = await applied.json();
    expect(answer).toMatchObject({
      outcome: "applied",
      revision: 2,
      carried: [
        { id: claims[0]?.id, ordinal: 2, previousOrdinal: 1 },
        { id: claims[2]?.id, ordinal: 4, previousOrdinal: 3 },
      ],
      changed: [
        { id: claims[1]?.id, text: "It was opened in 1932.", previousText: "It was opened in 1931." },
      ],
      deleted: [],
      added: [{ text: "First of all.", ordinal: 1 }],
    });
    expect(shown["carried"]).toEqual((answer as typeof shown)["carried"]);
    const again = await send(id, write);
    expect([again.status, await again.json()]).toEqual([201, answer]);
    expect(await db().revision.count({ where: { articleId: id } })).toBe(2);
  });

  it("answers 428 without a base, 412 with the current state to a late one, 200 to the same text", async () => {
    const { id } = await createArticle(desk);
    expect((await send(id, { body: { text: next } })).status).toBe(428);
    await send(id, { body: { text: next }, base: '"1"' });
    for (const dryRun of [false, true]) {
      const late = await send(id, { body: { text: "Other.", dryRun }, base: '"1"' });
      expect(late.status).toBe(412);
      expect(await late.json()).toMatchObject({ code: "stale_version", current: { number: 2, text: next } });
    }
    const same = await send(id, { body: { text: next }, base: '"2"' });
    expect(same.status).toBe(200);
    const unchanged = (await same.json()) as Record<string, unknown[]>;
    expect(unchanged).toMatchObject({
      outcome: "unchanged",
      revision: 2,
      moved: [],
      changed: [],
      deleted: [],
      added: [],
    });
    expect(unchanged["carried"]).toHaveLength(4);
  });

  it("refuses with the field that is wrong", async () => {
    const { id } = await createArticle(desk);
    const refused = async (sent: Sent) => {
      const response = await send(id, { base: '"1"', ...sent });
      const problem: unknown = await response.json();
      return [response.status, problem];
    };
    expect(await refused({ body: {} })).toMatchObject([400, { fields: [{ field: "/text" }] }]);
    expect(await refused({ body: { text: "A.", extra: 1 } })).toMatchObject([
      400,
      { fields: [{ field: "/extra" }] },
    ]);
    expect(await refused({ body: { text: " " } })).toMatchObject([400, { fields: [{ field: "/text" }] }]);
    expect(await refused({ body: { text: "A." }, base: "1" })).toMatchObject([400, {}]);
    expect(await refused({ body: { text: "A." }, person: desk.reviewer1 })).toMatchObject([403, {}]);
    const stranger = await createDesk("Elsewhere");
    expect(await refused({ body: { text: "A." }, person: stranger.owner })).toMatchObject([404, {}]);
  });
});

describe("GET revisions", () => {
  it("lists them newest first and gives each with its text and claims", async () => {
    const { id } = await createArticle(desk);
    await send(id, { body: { text: next }, base: '"1"' });
    await send(id, { body: { text: sampleText }, base: '"2"' });
    const list = (await (await read(id)).json()) as { items: readonly unknown[]; nextCursor: string | null };
    expect(list).toMatchObject({
      items: [
        { number: 3, counts: { carried: 2, changed: 1, deleted: 1, added: 0 } },
        { number: 2, counts: { carried: 2, changed: 1, deleted: 0, added: 1 }, createdBy: { name: "Edgar" } },
        { number: 1, counts: { carried: 0, added: 3 } },
      ],
      nextCursor: null,
    });
    const texts = [sampleText, next, sampleText];
    for (const [i, text] of texts.entries()) {
      const one = (await (await read(id, String(i + 1))).json()) as {
        text: string;
        claims: readonly { start: number; end: number; text: string }[];
      };
      expect(one.text).toBe(text);
      expect(one.claims.map((claim) => text.slice(claim.start, claim.end))).toEqual(
        one.claims.map((claim) => claim.text),
      );
      expect(one.claims).toHaveLength(i === 1 ? 4 : 3);
    }
    for (const number of ["4", "0", "1e0", "x", "-1"]) expect((await read(id, number)).status).toBe(404);
  });
});
