import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/prisma/client/client";
import {
  can,
  covers,
  permissions,
  type Permission,
  type Role,
  type TokenScope,
} from "@/lib/core/permissions/table";
import { apiExamples, type ApiExample } from "@/seeds/api-examples";
import { createDesk, createPerson, type Desk, type Person } from "@/seeds/factories";
import { sessionCookieName } from "../auth/options";
import { openSession } from "../auth/session-store";
import { newToken } from "../auth/token-actor";
import { db } from "../db/client";
import { env, origin } from "../env";
import type { DeclaredHandler } from "../http/define-route";
import { allEndpoints } from "./all-endpoints";
import { methods, type Endpoint } from "./endpoint";

const app = join(import.meta.dirname, "../../../app");

/** What answers a request beside the operations of the API (which document.test.ts compares), and whom. */
const otherDoors: Readonly<Record<string, "a member" | "everybody" | "who has the link" | "who measures">> = {
  "(public)/docs/page.tsx": "everybody",
  "(public)/invitations/[secret]/actions.ts": "who has the link",
  "(public)/invitations/[secret]/page.tsx": "who has the link",
  "(public)/r/[report]/[number]/card/route.ts": "everybody",
  "(public)/r/[report]/[number]/export/route.ts": "everybody",
  "(public)/r/[report]/[number]/picture/route.tsx": "everybody",
  "(public)/r/[report]/[number]/route.ts": "everybody",
  "(public)/r/[report]/claims/[claim]/route.ts": "everybody",
  "(public)/r/[report]/page.tsx": "everybody",
  "(public)/r/feeds/[workspace]/route.ts": "everybody",
  "(public)/r/fonts/[file]/route.ts": "everybody",
  "(public)/r/oembed/route.ts": "everybody",
  "(public)/reset/[secret]/actions.ts": "who has the link",
  "(public)/reset/[secret]/page.tsx": "who has the link",
  "(public)/setup/[secret]/actions.ts": "who has the link",
  "(public)/setup/[secret]/page.tsx": "who has the link",
  "(public)/sign-in/page.tsx": "everybody",
  "api/auth/[...nextauth]/route.ts": "everybody",
  "api/csp-reports/route.ts": "everybody",
  "api/health/route.ts": "everybody",
  "api/metrics/route.ts": "who measures",
  "api/ready/route.ts": "everybody",
  "page.tsx": "a member",
};

it("names every file that answers a request, with who may ask for it", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?:^|\/)(?:page|route|actions)\.tsx?$/.test(file),
  );
  // Pages of a desk are for its members: canary.harm.ts opens each as somebody else.
  const others = files.filter((file) => !file.startsWith("api/v1/") && !file.startsWith("(desk)/w/"));
  expect(others.toSorted()).toEqual(Object.keys(otherDoors).toSorted());
});

type Persona = {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** 401 nobody, 404 not of this desk, or what they may. */
  readonly is: "nobody" | "a stranger" | { readonly role: Role; readonly scope: TokenScope | null };
};

const cookieOf = async ({ actor }: Person): Promise<Readonly<Record<string, string>>> => {
  const sid = await openSession(actor.userId, new Date());
  const token = await encode({ token: { sub: actor.userId, sid }, secret: env().ASSAY_SECRET });
  return { cookie: `${sessionCookieName()}=${token}` };
};

type TokenData = Partial<Prisma.ApiTokenUncheckedCreateInput>;

async function tokenOf(desk: Desk, person: Person, scope: TokenScope, more: TokenData = {}) {
  const { token, hash: tokenHash, prefix } = newToken();
  const { workspaceId } = desk;
  const data = { workspaceId, memberId: person.memberId, name: "matrix", prefix, tokenHash, scope, ...more };
  await db().apiToken.create({ data });
  return { authorization: `Bearer ${token}` };
}

/** Everybody who could ask something of this desk. */
async function personasOf(desk: Desk, stranger: Desk): Promise<readonly Persona[]> {
  const { slug, workspaceId } = desk;
  const email = `gone@${slug}.example.org`;
  const removed = await createPerson(workspaceId, { name: "Gone", email, role: "owner" });
  const at = { workspaceId_id: { workspaceId, id: removed.memberId } };
  await db().member.update({ where: at, data: { removedAt: new Date() } });
  const past = new Date(Date.now() - 60_000);
  const roles = ["owner", "editor", "reviewer", "viewer"] as const;
  const people = { ...desk, reviewer: desk.reviewer2 };
  return [
    { name: "nobody", headers: {}, is: "nobody" },
    { name: "an unknown token", headers: { authorization: "Bearer assay_unknown" }, is: "nobody" },
    {
      name: "a token that is over",
      headers: await tokenOf(desk, desk.owner, "admin", { expiresAt: past }),
      is: "nobody",
    },
    {
      name: "a revoked token",
      headers: await tokenOf(desk, desk.owner, "admin", { revokedAt: past }),
      is: "nobody",
    },
    { name: "a removed owner's token", headers: await tokenOf(desk, removed, "admin"), is: "nobody" },
    { name: "a removed owner", headers: await cookieOf(removed), is: "a stranger" },
    { name: "another desk's owner", headers: await cookieOf(stranger.owner), is: "a stranger" },
    {
      name: "another desk's token",
      headers: await tokenOf(stranger, stranger.owner, "admin"),
      is: "a stranger",
    },
    ...(await Promise.all(
      roles.map(async (role) => ({
        name: role,
        headers: await cookieOf(people[role]),
        is: { role, scope: null },
      })),
    )),
    ...(await Promise.all(
      (["read", "annotate", "admin"] as const).map(async (scope) => ({
        name: `the owner's token to ${scope}`,
        headers: await tokenOf(desk, desk.owner, scope),
        is: { role: "owner" as const, scope },
      })),
    )),
    {
      name: "the viewer's token to do everything",
      headers: await tokenOf(desk, desk.viewer, "admin"),
      is: { role: "viewer", scope: "admin" },
    },
  ];
}

const isPermission = (permission: string): permission is Permission =>
  permissions.includes(permission as Permission);

/** The status of the refusal that this persona is due, or null where they may. By the table alone. */
function refusalFor({ is, headers }: Persona, { permission }: Endpoint): number | null {
  if (is === "nobody") return 401;
  if (permission === "person") return "authorization" in headers ? 403 : null;
  if (!isPermission(permission)) return null;
  if (is === "a stranger") return 404;
  const may = can(is.role, permission) && (is.scope === null || covers(is.scope, permission));
  return may ? null : 403;
}

const handlers = new Map<string, DeclaredHandler>();
let stranger: Desk;
let desk: Desk;
let personas: readonly Persona[];
const examples: (readonly [Endpoint, ApiExample])[] = [];

beforeAll(async () => {
  const root = join(app, "api/v1");
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("route.ts")) continue;
    const exported = (await import(join(root, file))) as Readonly<Record<string, DeclaredHandler>>;
    for (const method of methods) {
      const handler = exported[method];
      if (handler) handlers.set(handler.declared.id, handler);
    }
  }
  [stranger, desk] = await Promise.all([createDesk("Elsewhere"), createDesk()]);
  for (const declared of asked) {
    const example = await apiExamples[declared.id]?.(desk);
    if (!example) throw new Error(`${declared.id} has no example`);
    examples.push([declared, example]);
  }
  personas = await personasOf(desk, stranger);
});

async function ask(declared: Endpoint, desk: Desk, example: ApiExample, headers: Persona["headers"]) {
  const { params = {}, query = "", body, form, version } = example;
  const abort = new AbortController();
  const request = new Request(`${origin()}/api/v1${declared.path}${query === "" ? "" : `?${query}`}`, {
    method: declared.method,
    headers: {
      origin: origin(),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...headers,
    },
    body: form ?? (body === undefined ? null : JSON.stringify(body)),
    signal: abort.signal,
  });
  const of = { params: Promise.resolve({ workspace: desk.slug, ...params }) };
  const response = await handlers.get(declared.id)?.(request, of);
  if (!response) throw new Error(`${declared.id} has no handler`);
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (isStream) await response.body?.cancel();
  const text = isStream ? "" : await response.text();
  abort.abort();
  return { status: response.status, text };
}

let tables: readonly string[] | null = null;

/** What the rows of a desk come to, all tables of it; when a token was used last is not part of it. */
async function fingerprint({ workspaceId }: Desk): Promise<string> {
  tables ??= (
    await db().$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id' order by 1`
  ).map(({ name }) => name);
  const parts = tables.map(
    (name) =>
      `select '${name}' as name, count(*)::int as rows, coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)::numeric), 0)::text as sum from "${name}" t where workspace_id = '${workspaceId}'`,
  );
  return JSON.stringify(await db().$queryRaw(Prisma.sql([parts.join(" union all ")])));
}

const counts = { refused: 0, permitted: 0 };

/** Words of the refusals that authorize makes: whoever may is told anything but these. */
const fallsShort = /Your role here is|This token has the scope|There is no such workspace/;

const asked = allEndpoints.filter(({ permission }) => permission !== "nobody");
const idsOf = ({ params = {} }: ApiExample) =>
  Object.keys(params).filter((name) => !["number", "version"].includes(name));

/** The same request for things that do not exist: whoever may is told so, and nothing is done. */
function ofNothing(example: ApiExample): ApiExample {
  const params = { ...example.params };
  for (const name of idsOf(example)) params[name] = name === "fit" ? "999999999" : randomUUID();
  return {
    ...example,
    ...(example.params ? { params } : {}),
    ...(example.version === undefined ? {} : { version: 99_999 }),
  };
}

describe("every persona with every operation", () => {
  it("is refused exactly as the table says, and no refused request changes a row", async () => {
    const before = await fingerprint(desk);
    for (const [declared, example] of examples) {
      for (const persona of personas) {
        const due = refusalFor(persona, declared);
        if (due === null) continue;
        const { status } = await ask(declared, desk, example, persona.headers);
        expect(status, `${declared.id} by ${persona.name}`).toBe(due);
        counts.refused += 1;
      }
    }
    expect(await fingerprint(desk)).toBe(before);
  });

  it("is let through as the table says", async () => {
    for (const [declared, example] of examples) {
      // Reading a document takes a process and seconds; that somebody may do it shows walk.test.ts.
      if (declared.form) continue;
      const sent = declared.method === "GET" ? example : ofNothing(example);
      for (const persona of personas) {
        if (refusalFor(persona, declared) !== null) continue;
        const { status, text } = await ask(declared, desk, sent, persona.headers);
        expect([401, 500], `${declared.id} by ${persona.name}`).not.toContain(status);
        expect(text, `${declared.id} by ${persona.name}`).not.toMatch(fallsShort);
        counts.permitted += 1;
      }
    }
  });

  it("is refused at least as often as permitted", () => {
    process.stdout.write(`personas × operations: ${JSON.stringify(counts)}\n`);
    expect(counts.refused).toBeGreaterThanOrEqual(counts.permitted);
    expect(counts.permitted).toBeGreaterThan(asked.length * 3);
  });
});

it("no GET writes a row", async () => {
  const before = await fingerprint(desk);
  for (const [declared, example] of examples) {
    if (declared.method === "GET") await ask(declared, desk, example, await cookieOf(example.as));
  }
  expect(await fingerprint(desk)).toBe(before);
});

it("changes no row of the desk whose ids were tried from another", async () => {
  const before = await fingerprint(desk);
  const cookie = await cookieOf(stranger.owner);
  let tried = 0;
  for (const [declared, example] of examples) {
    if (declared.form || !declared.path.includes("{workspace}") || idsOf(example).length === 0) continue;
    const { status } = await ask(declared, stranger, example, cookie);
    expect(status, declared.id).toBe(404);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(40);
  expect(await fingerprint(desk)).toBe(before);
});
