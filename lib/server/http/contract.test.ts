import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import * as annotationRoute from "@/app/api/v1/workspaces/[workspace]/claims/[claim]/annotation/route";
import * as articlesRoute from "@/app/api/v1/workspaces/[workspace]/articles/route";
import * as claimsRoute from "@/app/api/v1/workspaces/[workspace]/articles/[article]/claims/route";
import * as exportRoute from "@/app/api/v1/workspaces/[workspace]/articles/[article]/export/route";
import * as notesRoute from "@/app/api/v1/workspaces/[workspace]/claims/[claim]/notes/route";
import * as sourcesRoute from "@/app/api/v1/workspaces/[workspace]/sources/route";
import { createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { openSession, revokeSession } from "../auth/session-store";
import { sessionCookieName } from "../auth/options";
import { db } from "../db/client";
import { env, origin } from "../env";
import { getPublicReport } from "../reports/queries";

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

let desk: Desk;
let articleId: string;
let claimId: string;
let cookie: string;
let sessionId: string;

async function signIn(person: Person) {
  const sid = await openSession(person.actor.userId, new Date());
  const token = await encode({ token: { sub: person.actor.userId, sid }, secret: env().ASSAY_SECRET });
  return { sid, cookie: `${sessionCookieName()}=${token}` };
}

beforeAll(async () => {
  desk = await createDesk();
  const article = await createArticle(desk);
  articleId = article.id;
  claimId = article.claims[0]?.id ?? "";
  ({ cookie, sid: sessionId } = await signIn(desk.editor));
});

type Call = {
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: string | ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
};

/** A request as our own pages send it, except for what the case is about. */
async function call(
  handler: Handler,
  { method = "PUT", body, raw, headers = {}, params = {}, query = "" }: Call,
) {
  const sent = new Headers({ cookie, origin: origin(), "content-type": "application/json" });
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) sent.delete(name);
    else sent.set(name, value);
  }
  const content = raw ?? (body === undefined ? null : JSON.stringify(body));
  const init =
    method === "GET" ? { method, headers: sent } : { method, headers: sent, body: content, duplex: "half" };
  const request = new Request(`${origin()}/api/v1/somewhere${query}`, init);
  const response = await handler(request, {
    params: Promise.resolve({ workspace: desk.slug, article: articleId, claim: claimId, ...params }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json")
    ? (JSON.parse(text) as Record<string, unknown>)
    : {};
  return { response, status: response.status, json, text };
}

const save = (more: Call) => {
  const { workspace, claim } = { workspace: desk.slug, claim: claimId };
  return call(annotationRoute.PUT, {
    body: { verdict: "true" },
    ...more,
    headers: { "if-match": '"0"', ...more.headers },
    params: { workspace, claim, ...more.params },
  });
};

describe("a refused write is a problem document, and nothing happens", () => {
  const cases: readonly (readonly [name: string, more: Call, status: number, code: string])[] = [
    ["signed out", { headers: { cookie: null } }, 401, "signed_out"],
    ["a forged cookie", { headers: { cookie: "assay.session=forged" } }, 401, "signed_out"],
    ["from another site", { headers: { origin: "https://evil.example" } }, 403, "forbidden"],
    ["from nowhere", { headers: { origin: null } }, 403, "forbidden"],
    ["cross-site by the browser's word", { headers: { "sec-fetch-site": "cross-site" } }, 403, "forbidden"],
    ["no version", { headers: { "if-match": null } }, 428, "version_missing"],
    ["a malformed version", { headers: { "if-match": "three" } }, 400, "bad_input"],
    [
      "a form instead of JSON",
      { headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "unsupported_type",
    ],
    ["broken JSON", { raw: "{" }, 400, "bad_input"],
    ["an unknown verdict", { body: { verdict: "purple" } }, 400, "bad_input"],
    ["an unknown field", { body: { verdict: "true", role: "owner" } }, 400, "bad_input"],
    ["a foreign author", { body: { verdict: "true", memberId: randomUUID() } }, 400, "bad_input"],
    ["an object for a scalar", { body: { verdict: { not: "" } } }, 400, "bad_input"],
    ["a NUL in the rationale", { body: { verdict: "true", rationale: "a\u0000b" } }, 400, "bad_input"],
    ["half a character", { raw: '{"verdict":"true","rationale":"\\ud83d"}' }, 400, "bad_input"],
    [
      "a script for a link",
      {
        body: {
          verdict: "true",
          citations: [{ sourceId: randomUUID(), stance: "supports", archivedUrl: "javascript:alert(1)" }],
        },
      },
      400,
      "bad_input",
    ],
    ["prototype pollution", { raw: '{"verdict":"true","__proto__":{"admin":true}}' }, 400, "bad_input"],
    ["more than a megabyte", { raw: `"${"x".repeat(1_100_000)}"` }, 413, "too_large"],
    ["an id that is none", { params: { claim: "1; drop table claim" } }, 404, "not_found"],
    ["an unknown id", { params: { claim: randomUUID() } }, 404, "not_found"],
    ["an unknown workspace", { params: { workspace: "nowhere" } }, 404, "not_found"],
    ["a key too short", { headers: { "idempotency-key": "x" } }, 400, "bad_input"],
  ];

  it.each(cases)("%s", async (_name, more, status, code) => {
    const answer = await save(more);
    expect(answer.json).toMatchObject({
      status,
      code,
      title: expect.any(String) as string,
      detail: expect.any(String) as string,
    });
    expect(answer.response.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.response.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.text).not.toMatch(/prisma|postgres|select |at \/|node_modules/i);
    expect(await db().annotation.count({ where: { claimId } })).toBe(0);
  });

  it("names each unknown field", async () => {
    const { json } = await save({ body: { verdict: "true", version: 7, workspaceId: "x" } });
    expect(json["fields"]).toEqual([
      { field: "/version", message: "is not a known field" },
      { field: "/workspaceId", message: "is not a known field" },
    ]);
  });

  it("a body that never ends is cut off, not read", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000).fill(120));
      },
    });
    expect((await save({ raw: endless })).status).toBe(413);
    expect(sent).toBeLessThan(20);
  });
});

describe("a foreign workspace is not there", () => {
  it("says to a stranger what it says of an unknown id, to the byte", async () => {
    const other = await createDesk("Elsewhere");
    const theirs = await createArticle(other);
    const foreign = await save({ params: { claim: theirs.claims[0]?.id ?? "" } });
    const unknown = await save({ params: { claim: randomUUID() } });
    expect(foreign.text).toBe(unknown.text);
    const list = await call(claimsRoute.GET, {
      method: "GET",
      params: { workspace: other.slug, article: theirs.id },
    });
    const nowhere = await call(claimsRoute.GET, {
      method: "GET",
      params: { workspace: "nowhere", article: theirs.id },
    });
    expect([list.status, list.text]).toEqual([404, nowhere.text]);
  });
});

describe("saving over HTTP", () => {
  it("first save, stale save with the state that stands, repeat with the same key", async () => {
    const article = await createArticle(desk);
    const params = { claim: article.claims[1]?.id ?? "" };
    const key = randomUUID();
    const first = await save({ params, headers: { "idempotency-key": key } });
    expect([first.status, first.json["version"], first.json["state"]]).toEqual([200, 1, "in_progress"]);
    const again = await save({ params, headers: { "idempotency-key": key } });
    expect(again.text).toBe(first.text);
    const reused = await save({ params, headers: { "idempotency-key": key }, body: { verdict: "false" } });
    expect([reused.status, reused.json["code"]]).toEqual([422, "key_reused"]);
    const stale = await save({ params, body: { verdict: "false" } });
    expect(stale.status).toBe(412);
    expect(stale.json).toMatchObject({
      code: "stale_version",
      current: { own: { version: 1, content: { verdict: "true" } } },
    });
  });

  it("what one person wrote is not saved as another's who has signed in since", async () => {
    const params = { claim: (await createArticle(desk)).claims[0]?.id ?? "" };
    const other = await save({ params, headers: { "assay-member": desk.owner.memberId } });
    expect([other.status, other.json["code"]]).toEqual([401, "signed_out"]);
    expect((await save({ params, headers: { "assay-member": desk.editor.memberId } })).status).toBe(200);
  });

  it("a session that was revoked writes nothing, with the very same cookie", async () => {
    const { cookie: theirs, sid } = await signIn(desk.reviewer1);
    const params = { claim: (await createArticle(desk)).claims[0]?.id ?? "" };
    expect((await save({ params, headers: { cookie: theirs } })).status).toBe(200);
    await revokeSession(sid, new Date());
    const after = await save({ params, headers: { cookie: theirs, "if-match": '"1"' } });
    expect(after.status).toBe(401);
    expect(sid).not.toBe(sessionId);
  });

  it("a removed member is a stranger from the next request on", async () => {
    const { cookie: theirs } = await signIn(desk.reviewer2);
    const params = { claim: (await createArticle(desk)).claims[0]?.id ?? "" };
    expect((await save({ params, headers: { cookie: theirs } })).status).toBe(200);
    await db().member.updateMany({ where: { id: desk.reviewer2.memberId }, data: { removedAt: new Date() } });
    expect((await save({ params, headers: { cookie: theirs, "if-match": '"1"' } })).status).toBe(404);
  });
});

describe("other doors", () => {
  it("imports, lists, exports", async () => {
    const body = { title: "Formula", text: "=1+1 is two. It is, he said." };
    const made = await call(articlesRoute.POST, { method: "POST", body });
    expect([made.status, made.json["claims"]]).toEqual([201, 2]);
    const params = { article: made.json["id"] as string };
    const claims = await call(claimsRoute.GET, { method: "GET", params });
    expect(claims.json["items"]).toMatchObject([{ ordinal: 1, text: "=1+1 is two." }, { ordinal: 2 }]);
    const csv = await call(exportRoute.GET, { method: "GET", params, query: "?format=csv" });
    expect(csv.response.headers.get("content-disposition")).toBe(
      `attachment; filename="formula.csv"; filename*=UTF-8''formula.csv`,
    );
    expect(csv.text).toContain("'=1+1 is two.");
    const wrong = await call(exportRoute.GET, { method: "GET", params, query: "?format=exe" });
    expect([wrong.status, wrong.json["code"]]).toEqual([400, "bad_input"]);
    const twice = await call(exportRoute.GET, { method: "GET", params, query: "?format=csv&x=1" });
    expect(twice.status).toBe(400);
  });

  it("sources: added once by canonical address, never with a dangerous one", async () => {
    const url = `https://example.org/${randomUUID()}`;
    const add = (address: string) =>
      call(sourcesRoute.POST, { method: "POST", body: { title: "Page", url: address } });
    const first = await add(`${url}?utm_source=x#part`);
    const second = await add(url);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.json["id"]).toBe(first.json["id"]);
    for (const bad of [
      "javascript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "//evil.example",
      "https://u:p@x.org",
    ]) {
      expect((await add(bad)).status).toBe(400);
    }
  });

  it("notes keep a hundred thousand characters and refuse one more", async () => {
    const write = (body: string) => call(notesRoute.POST, { method: "POST", body: { body } });
    expect((await write("x".repeat(100_000))).status).toBe(201);
    expect((await write("x".repeat(100_001))).status).toBe(400);
    expect((await write("  ")).status).toBe(400);
  });

  it.each([
    ["a NUL in a search", sourcesRoute.GET, "GET", "?q=%00", undefined],
    ["half a character in a search", sourcesRoute.GET, "GET", "?q=%ED%A0%80&x=1", undefined],
    ["a page of nothing", articlesRoute.GET, "GET", "?limit=0", undefined],
    ["a cursor that is none", articlesRoute.GET, "GET", "?cursor=1", undefined],
    [
      "a year that never was",
      articlesRoute.POST,
      "POST",
      "",
      { title: "x", text: "A.", publishedAt: "0000-01-01" },
    ],
    [
      "a day that never was",
      articlesRoute.POST,
      "POST",
      "",
      { title: "x", text: "A.", publishedAt: "2026-02-30" },
    ],
    ["a NUL in a title", articlesRoute.POST, "POST", "", { title: "x\u0000", text: "A." }],
    ["an unknown policy", articlesRoute.POST, "POST", "", { title: "x", text: "A.", policy: "none" }],
    ["an array for a text", articlesRoute.POST, "POST", "", { title: "x", text: ["A."] }],
  ])("refuses %s", async (_name, handler, method, query, body) => {
    const { status, json } = await call(handler, { method, query, body });
    expect([status, json["code"]]).toEqual([400, "bad_input"]);
  });

  it("a published report that does not exist is not found, whatever its address is made of", async () => {
    for (const slug of ["\u0000", "\ud83d", "x".repeat(10_000), "' or 1=1 --"]) {
      await expect(getPublicReport(slug, null)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("a database that is gone is 503 and says that the key makes a repeat safe", async () => {
    const { refusalResponse } = await import("./problem");
    const answer = refusalResponse(
      Object.assign(new Error("Can't reach database server"), { code: "P1001" }),
      "r",
    );
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
  });
});
