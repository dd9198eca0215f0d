import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ApiOperation, JsonSchema } from "@/lib/core/api/document";
import {
  can,
  permissions,
  scopeFor,
  tokenScopes,
  type Permission,
  type TokenScope,
} from "@/lib/core/permissions/table";
import { apiExamples, type ApiExample } from "@/seeds/api-examples";
import { createDesk, type Desk, type Person } from "@/seeds/factories";
import { recordStatements } from "@/seeds/statement-recorder";
import type { Actor } from "../auth/actor";
import type * as authorizing from "../auth/authorize";
import { sessionCookieName } from "../auth/options";
import { openSession } from "../auth/session-store";
import { newToken } from "../auth/token-actor";
import { db } from "../db/client";
import { env, origin } from "../env";
import type { DeclaredHandler } from "../http/define-route";
import { apiDocument } from "./document";
import { allEndpoints } from "./all-endpoints";
import { methods, type Endpoint } from "./endpoint";

// What each command asks for first: written down, so that it can be compared with what the document says.
const asked = vi.hoisted((): { permissions: string[] } => ({ permissions: [] }));
vi.mock("../auth/authorize", async (original) => {
  const { authorize } = await original<typeof authorizing>();
  return {
    authorize: (actor: Actor, workspace: string, permission: Permission) => {
      asked.permissions.push(permission);
      return authorize(actor, workspace, permission);
    },
  };
});

const statements = recordStatements();
afterAll(statements.stop);

const root = join(import.meta.dirname, "../../../app/api/v1");
const handlers = new Map<string, DeclaredHandler>();
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const document = apiDocument();
let stranger: Desk;
/** For whatever changes nothing. */
let reading: Desk;

beforeAll(async () => {
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("route.ts")) continue;
    const exported = (await import(join(root, file))) as Readonly<Record<string, DeclaredHandler>>;
    for (const method of methods) {
      const handler = exported[method];
      if (handler) handlers.set(handler.declared.id, handler);
    }
  }
  ajv.addSchema({ $id: "document", components: document.components });
  [stranger, reading] = await Promise.all([createDesk("Elsewhere"), createDesk()]);
});

const validators = new Map<JsonSchema, ValidateFunction>();

/** Whether a value is what a schema of the document says, references and all. */
function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
  const made = ajv.compile(JSON.parse(text) as object);
  validators.set(schema, made);
  return made;
}

const cookies = new Map<string, string>();

async function cookieOf(person: Person): Promise<string> {
  const { userId } = person.actor;
  const known = cookies.get(userId);
  if (known !== undefined) return known;
  const sid = await openSession(userId, new Date());
  const token = await encode({ token: { sub: userId, sid }, secret: env().ASSAY_SECRET });
  const cookie = `${sessionCookieName()}=${token}`;
  cookies.set(userId, cookie);
  return cookie;
}

async function tokenOf(desk: Desk, person: Person, scope: TokenScope): Promise<string> {
  const { token, hash: tokenHash, prefix } = newToken();
  const { workspaceId } = desk;
  const data = { workspaceId, memberId: person.memberId, name: "walk", prefix, tokenHash, scope };
  await db().apiToken.create({ data });
  return token;
}

type Sent = {
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly body: BodyInit | null;
};

type Told = { readonly status: number; readonly json: unknown; readonly response: Response };

/** What every answer has to be, whatever was asked: a status and a shape that the document has. */
async function send(declared: Endpoint, { params, headers, query, body }: Sent, what: string): Promise<Told> {
  const handler = handlers.get(declared.id);
  if (!handler) throw new Error(`${declared.id} has no handler`);
  const abort = new AbortController();
  const request = new Request(`${origin()}/api/v1${declared.path}${query === "" ? "" : `?${query}`}`, {
    method: declared.method,
    headers,
    body,
    signal: abort.signal,
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const name = `${declared.id}, ${what}: ${response.status}`;
  const operation = operationOf(declared);
  expect(response.status, name).toBeLessThan(500);
  expect(Object.keys(operation.responses), name).toContain(String(response.status));
  const media = response.headers.get("content-type")?.split(";")[0] ?? "";
  const content = operation.responses[response.status]?.content ?? {};
  if (media === "text/event-stream") {
    abort.abort();
    await response.body?.cancel();
    return { status: response.status, json: null, response };
  }
  const text = await response.text();
  if (response.status === 204) return { status: 204, json: null, response };
  expect(Object.keys(content), name).toContain(media);
  if (!media.endsWith("json")) return { status: response.status, json: null, response };
  const json: unknown = JSON.parse(text);
  const validate = validatorOf(content[media]?.schema ?? {});
  if (declared.id !== "getDocument") {
    expect(validate(json), `${name} ${text.slice(0, 300)} ${JSON.stringify(validate.errors)}`).toBe(true);
  }
  return { status: response.status, json, response };
}

function operationOf({ path, method }: Endpoint): ApiOperation {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  return operation;
}

function sentOf(desk: Desk, example: ApiExample, who: Readonly<Record<string, string>>): Sent {
  const { params = {}, query = "", body, form, version } = example;
  const headers: Record<string, string> = { origin: origin(), ...who };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  const content = form ?? (body === undefined ? null : JSON.stringify(body));
  return { params: { workspace: desk.slug, ...params }, headers, query, body: content };
}

const inWorkspace = ({ path }: Endpoint) => path.includes("{workspace}");
const isPermission = (permission: string): permission is Permission =>
  permissions.includes(permission as Permission);

/** The body with something else in each of its places that holds no object or list: an object where a scalar is meant. */
function withObjects(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) {
    return body.flatMap((item, at) => withObjects(item).map((changed) => body.with(at, changed) as unknown));
  }
  if (typeof body !== "object" || body === null) return [{ not: "" }];
  return Object.entries(body).flatMap(([key, value]) =>
    withObjects(value).map((changed) => ({ ...body, [key]: changed })),
  );
}

const strangeValues: readonly unknown[] = [null, true, -1, 1.5, "\u0000", "\ud800", [], ["x"], { not: "" }];

/** Bodies that the document does not allow. */
function wrongBodies(schema: JsonSchema, body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { properties = {}, required = [] } = schema;
  const without = (field: string) =>
    Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));
  const wrongTypes = Object.entries(properties).flatMap(([field, expected]) =>
    strangeValues
      .filter((value) => !validatorOf(expected)(value))
      .map((value) => ({ ...body, [field]: value })),
  );
  return [
    ...required.map(without),
    ...wrongTypes,
    ...withObjects(body),
    ...["role", "workspaceId", "authorId", "deletedAt"]
      .filter((field) => !(field in properties))
      .map((field) => ({ ...body, [field]: "owner" })),
    [body],
    "text",
    null,
  ];
}

async function refuseBodies(declared: Endpoint, sent: Sent, example: ApiExample): Promise<void> {
  const raw = (body: BodyInit, headers: Readonly<Record<string, string>> = {}) => ({
    ...sent,
    body,
    headers: { ...sent.headers, "content-type": "application/json", ...headers },
  });
  expect((await send(declared, raw("{"), "broken JSON")).status).toBe(400);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect((await send(declared, raw("a=b", form), "a form")).status).toBe(415);
  if (declared.id === "validateMarkup") return;
  const schema = operationOf(declared).requestBody?.content["application/json"]?.schema ?? {};
  const body = (example.body ?? { url: "https://example.org/" }) as Readonly<Record<string, unknown>>;
  for (const wrong of schema.properties ? wrongBodies(schema, body) : withObjects(body)) {
    const text = JSON.stringify(wrong);
    const told = await send(declared, raw(text), text);
    expect(told.status, `${declared.id} ${text}`).toBe(400);
  }
}

async function refuseVersions(declared: Endpoint, sent: Sent): Promise<void> {
  const { "if-match": _, ...unversioned } = sent.headers;
  const withVersion = (version: string) => ({ ...sent, headers: { ...sent.headers, "if-match": version } });
  const statuses = [
    (await send(declared, { ...sent, headers: unversioned }, "no version")).status,
    (await send(declared, withVersion("three"), "no number")).status,
    (await send(declared, withVersion('"99999"'), "another version")).status,
  ];
  expect(statuses, declared.id).toEqual([428, 400, 412]);
}

/** Nobody, somebody of another desk, a role and a scope that fall short. */
async function refusePeople(declared: Endpoint, desk: Desk, example: ApiExample): Promise<void> {
  const as = (who: Readonly<Record<string, string>>) => sentOf(desk, example, who);
  expect((await send(declared, as({}), "nobody")).status, declared.id).toBe(401);
  const unknown = as({ authorization: "Bearer assay_unknown" });
  expect((await send(declared, unknown, "an unknown token")).status, declared.id).toBe(401);
  const { permission } = declared;
  if (permission === "person") {
    const most = as({ authorization: `Bearer ${await tokenOf(desk, example.as, "admin")}` });
    expect((await send(declared, most, "a token")).status, declared.id).toBe(403);
  }
  if (!isPermission(permission)) return;
  const outside = as({ cookie: await cookieOf(stranger.owner) });
  expect((await send(declared, outside, "a stranger")).status, declared.id).toBe(404);
  if (!can("viewer", permission)) {
    const viewer = as({ cookie: await cookieOf(desk.viewer) });
    expect((await send(declared, viewer, "a viewer")).status, declared.id).toBe(403);
  }
  const least = scopeFor(permission);
  for (const scope of tokenScopes.slice(0, least === null ? 3 : tokenScopes.indexOf(least))) {
    const short = as({ authorization: `Bearer ${await tokenOf(desk, example.as, scope)}` });
    expect((await send(declared, short, `scope ${scope}`)).status, declared.id).toBe(403);
  }
}

/** Each id in the address replaced by one of another desk, and by one of nothing: the same answer, to the byte. */
async function refuseIds(declared: Endpoint, sent: Sent, foreign: ApiExample): Promise<void> {
  const ids = Object.keys(sent.params).filter((name) => !["workspace", "number", "version"].includes(name));
  for (const name of ids) {
    const of = (id: string) => ({ ...sent, params: { ...sent.params, [name]: id } });
    const nothing = name === "fit" ? "999999999" : randomUUID();
    const theirs = await send(declared, of(foreign.params?.[name] ?? ""), `foreign ${name}`);
    const nobodys = await send(declared, of(nothing), `unknown ${name}`);
    expect([theirs.status, theirs.json], `${declared.id} ${name}`).toEqual([404, nobodys.json]);
    expect((await send(declared, of("1; drop table claim"), `no ${name}`)).status, declared.id).toBe(404);
  }
}

type Place = readonly (string | number)[];

/** Where in a body ids stand. */
function idPlaces(body: unknown, at: Place = []): readonly Place[] {
  if (typeof body === "string") return isId.test(body) ? [at] : [];
  if (typeof body !== "object" || body === null) return [];
  const entries = Array.isArray(body) ? [...body.entries()] : Object.entries(body);
  return entries.flatMap(([key, value]: readonly [string | number, unknown]) =>
    idPlaces(value, [...at, key]),
  );
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function valueAt(body: unknown, place: Place): unknown {
  return place.reduce((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], body);
}

function withValue(body: unknown, [key, ...rest]: Place, value: string): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body))
    return body.with(Number(key), withValue(body[Number(key)], rest, value)) as unknown;
  const inner = body as Readonly<Record<string, unknown>>;
  return { ...inner, [key]: withValue(inner[key], rest, value) };
}

/** Ids that are not asked for by name: what is not here is left out, or the id is the caller's own to choose. */
const answersNothing: ReadonlySet<string> = new Set([
  "askWaiver claimIds/0",
  "takeBackWork work/0/memberId",
  "markRead upTo",
  "announcePresence tab",
]);

/** Each id in the body replaced by one of another desk, and by one of nothing: refused, in the same words. */
async function refuseBodyIds(
  declared: Endpoint,
  sent: Sent,
  example: ApiExample,
  foreign: ApiExample,
): Promise<void> {
  for (const place of idPlaces(example.body)) {
    const theirs = valueAt(foreign.body, place);
    const name = `${declared.id} ${place.join("/")}`;
    expect(theirs, name).toMatch(isId);
    const answers: unknown[] = [];
    const happened = () => db().event.count({ where: { workspaceId: stranger.workspaceId } });
    const before = await happened();
    for (const id of [String(theirs), randomUUID()]) {
      const body = JSON.stringify(withValue(example.body, place, id));
      const { status, json } = await send(declared, { ...sent, body }, `${place.join("/")} of another desk`);
      if (!answersNothing.has(name))
        expect(status, `${name} ${JSON.stringify(json)}`).toBeGreaterThanOrEqual(400);
      answers.push([status, JSON.stringify(json).replaceAll(id, "this id")]);
    }
    expect(answers[0], name).toEqual(answers[1]);
    expect(await happened(), name).toBe(before);
  }
}

/** Sent with the least token that may; then again under the same key, and once more with something else under it. */
async function accept(declared: Endpoint, desk: Desk, example: ApiExample): Promise<void> {
  const { permission } = declared;
  const scope = isPermission(permission) ? scopeFor(permission) : permission === "person" ? null : "read";
  const who =
    scope === null
      ? { cookie: await cookieOf(example.as) }
      : { authorization: `Bearer ${await tokenOf(desk, example.as, scope)}` };
  const key = { "idempotency-key": randomUUID() };
  const sent = sentOf(desk, example, example.body === undefined ? who : { ...who, ...key });
  asked.permissions.length = 0;
  const first = await send(declared, sent, "as it should be");
  expect(Object.keys(declared.answers).map(Number), `${declared.id} ${JSON.stringify(first.json)}`).toContain(
    first.status,
  );
  if (isPermission(permission)) expect(asked.permissions[0], declared.id).toBe(permission);
  if (example.body === undefined || !inWorkspace(declared)) return;
  const again = await send(declared, sent, "again");
  expect(again.status, declared.id).toBe(first.status);
  expect(identityOf(again.json), declared.id).toEqual(identityOf(first.json));
  const { workspaceId } = desk;
  const isKept = await db().idempotencyKey.count({ where: { workspaceId, key: key["idempotency-key"] } });
  if (isKept === 0) return;
  const other = { ...sent, body: `${JSON.stringify(example.body)} ` };
  expect((await send(declared, other, "the same key for something else")).status, declared.id).toBe(422);
}

/** What a repeat has in common with the first: it names the same thing. Secrets are shown once. */
function identityOf(json: unknown): unknown {
  const { id, version, number, fit, revision } = json as Readonly<Record<string, unknown>>;
  return { id, version, number, fit, revision };
}

it("has an accepted request for every operation", () => {
  expect(Object.keys(apiExamples).toSorted()).toEqual(allEndpoints.map(({ id }) => id).toSorted());
});

describe("every operation refuses what it should, answers what it says, and never fails", () => {
  it.each(allEndpoints.map((declared) => [declared.id, declared] as const))("%s", async (id, declared) => {
    const desk = declared.method === "GET" ? reading : await createDesk();
    const example = await apiExamples[id]?.(desk);
    if (!example) throw new Error(`${id} has no example`);
    if (declared.permission !== "nobody") {
      const sent = sentOf(desk, example, { cookie: await cookieOf(example.as) });
      const known = sent.query === "" ? "" : `${sent.query}&`;
      expect((await send(declared, { ...sent, query: `${known}surprise=1` }, "?surprise")).status, id).toBe(
        400,
      );
      if (declared.body ?? declared.form) await refuseBodies(declared, sent, example);
      if (declared.version) await refuseVersions(declared, sent);
      await refusePeople(declared, desk, example);
      const hasIds = example.params !== undefined || idPlaces(example.body).length > 0;
      const foreign = hasIds ? await apiExamples[id]?.(stranger) : undefined;
      if (foreign) {
        await refuseIds(declared, sent, foreign);
        await refuseBodyIds(declared, sent, example, foreign);
      }
    }
    await accept(declared, desk, example);
  });
});

/** Statements that look for somebody before it is known which desk they mean, and of the machinery beside the desks. */
const knowsNoDeskYet: readonly RegExp[] = [
  // authorize: which member somebody is at the desk that the address names.
  /from workspace w\s+join member m on m\.workspace_id = w\.id\s+where w\.slug = /,
  // Whose token this is, by its hash.
  /"public"\."api_token" AS "t0"[\s\S]*"t0"\."token_hash" = /,
  // Whether somebody who forgot their password also works at a desk of somebody else's.
  /COUNT\(\*\)[\s\S]*"public"\."member"\."user_id" = [\s\S]*NOT EXISTS/,
];

it("every statement about a desk's rows carries the desk", async () => {
  statements.stop();
  const named = await db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`;
  const tables = new RegExp(
    `(?:"public"\\.|\\b(?:from|join|into|update)\\s+)"?(?:${named.map(({ name }) => name).join("|")})\\b`,
    "i",
  );
  const desks = new Set((await db().workspace.findMany({ select: { id: true } })).map(({ id }) => id));
  const without = new Map<string, number>();
  let carrying = 0;
  for (const { sql, values } of statements.heard) {
    if (!tables.test(sql)) continue;
    const ids = JSON.stringify(values).match(/[0-9a-f-]{36}/g) ?? [];
    const carries = sql.includes("workspace_id") && ids.some((id) => desks.has(id));
    if (carries) carrying += 1;
    else if (!knowsNoDeskYet.some((known) => known.test(sql))) without.set(sql, (without.get(sql) ?? 0) + 1);
  }
  expect(carrying).toBeGreaterThan(1_000);
  expect([...without.keys()]).toEqual([]);
});
