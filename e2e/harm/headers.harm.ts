import type { APIRequestContext, APIResponse } from "@playwright/test";
import { origin } from "@/lib/server/env";
import { createArticle, type Desk } from "@/seeds/factories";
import { expect, signIn, test } from "../fixtures";
import { memberPaths } from "./addresses";

const protecting: Readonly<Record<string, RegExp>> = {
  "strict-transport-security": /^max-age=(?:3153\d{4}|[4-9]\d{7,}); includeSubDomains$/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^(?:strict-origin-when-cross-origin|no-referrer|same-origin)$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^(?:same-origin|cross-origin)$/,
  "permissions-policy": /camera=\(\)/,
};

const get = (request: APIRequestContext, path: string, headers: Record<string, string> = {}) =>
  request.fetch(path, { maxRedirects: 0, headers });

function expectProtected(response: APIResponse, what: string): void {
  const headers = response.headers();
  for (const [name, value] of Object.entries(protecting)) {
    expect(headers[name] ?? "", `${name} of ${what}`).toMatch(value);
  }
  expect(headers["x-powered-by"], what).toBeUndefined();
}

test("every kind of answer has the same protecting headers, and what is somebody's is kept by no cache", async ({
  page,
  desk,
  playwright,
  baseURL,
}) => {
  const { id } = await createArticle(desk);
  await signIn(page, desk.editor);
  const { request } = page;
  const nobody = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const picture = await page.locator("script[src]").first().getAttribute("src");
  const api = `/api/v1/workspaces/${desk.slug}`;
  const own: readonly (readonly [status: number, path: string])[] = [
    [200, `/w/${desk.slug}`],
    [200, `/w/${desk.slug}/articles/${id}`],
    [200, `${api}/articles/${id}`],
    [404, `${api}/articles/nothing`],
    [403, `${api}/history/export?format=csv`],
    [400, `${api}/articles?surprise=1`],
  ];
  for (const [status, path] of own) {
    const response = await get(request, path);
    expect(response.status(), path).toBe(status);
    expectProtected(response, path);
    expect(response.headers()["cache-control"], path).toMatch(/\bno-store\b/);
  }
  const everybodys: readonly (readonly [status: number, path: string])[] = [
    [307, `/w/${desk.slug}`],
    [200, "/sign-in"],
    [404, "/nothing-is-here"],
    [404, "/r/nothing/1"],
    [401, `${api}/articles`],
    [200, "/api/health"],
    [200, picture ?? "/icon.svg"],
    [200, "/favicon.ico"],
  ];
  for (const [status, path] of everybodys) {
    const response = await get(nobody, path);
    expect(response.status(), path).toBe(status);
    expectProtected(response, path);
  }
  await nobody.dispose();
});

test("a thousand pages have a thousand nonces, and a policy without a hole", async ({ request }) => {
  const nonces = new Set<string>();
  for (let round = 0; round < 50; round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(request, "/nothing-is-here")));
    for (const answer of answers) {
      const policy = answer.headers()["content-security-policy"] ?? "";
      const nonce = /'nonce-([A-Za-z0-9+/]{22,}={0,2})'/.exec(policy)?.[1] ?? "";
      expect(Buffer.from(nonce, "base64").length).toBeGreaterThanOrEqual(16);
      nonces.add(nonce);
      expect(policy).toContain("'strict-dynamic'");
      for (const directive of [
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(directive);
      }
      expect(/script-src[^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    }
  }
  expect(nonces.size).toBe(1_000);
});

test("no answer allows another site's credentials", async ({ page, desk }) => {
  await signIn(page, desk.editor);
  const api = `/api/v1/workspaces/${desk.slug}/articles`;
  for (const path of [api, `/w/${desk.slug}`, "/api/auth/session", "/api/v1/openapi.json", "/r/oembed"]) {
    const answer = await get(page.request, path, { origin: "https://evil.example" });
    const { "access-control-allow-origin": allowed, "access-control-allow-credentials": credentials } =
      answer.headers();
    expect([undefined, "*"], path).toContain(allowed);
    expect(credentials, path).toBeUndefined();
  }
});

const skipping: readonly Readonly<Record<string, string>>[] = [
  { "x-middleware-subrequest": "middleware" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "x-nextjs-data": "1" },
  { "x-original-url": "/sign-in" },
  { "x-rewrite-url": "/sign-in" },
  { "x-http-method-override": "GET" },
  { "x-assay-path": "/" },
];

async function secretOf(desk: Desk): Promise<{ readonly paths: readonly string[]; readonly word: string }> {
  const word = `canary${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await createArticle(desk, { title: word, text: `The ${word} is 112 metres long.` });
  return { paths: memberPaths(desk.slug, { article: id }), word };
}

test("headers that once skipped the proxy open nothing", async ({ desk, request }) => {
  const { paths, word } = await secretOf(desk);
  for (const headers of skipping) {
    for (const path of paths.slice(0, 6)) {
      const answer = await get(request, path, { ...headers });
      expect([200, 303, 307, 400, 404], path).toContain(answer.status());
      expect(await answer.text(), `${path} ${JSON.stringify(headers)}`).not.toContain(word);
    }
  }
});

test("an address written in another way opens nothing", async ({ desk, request }) => {
  const { paths, word } = await secretOf(desk);
  const ways = [
    (path: string) => `${path}.rsc`,
    (path: string) => `${path}.segments/_tree.segment.rsc`,
    (path: string) => `${path}/`,
    (path: string) => `${origin()}/${path}`,
    (path: string) => path.replace("/w/", "/W/"),
    (path: string) => path.replace("/w/", "/%77/"),
    (path: string) => path.replace("/articles/", "/articles%2f"),
    (path: string) => `${path};x=1`,
    (path: string) => `/_next/data/build${path}.json`,
    (path: string) => `/sign-in/..${path}`,
    (path: string) => `/sign-in/%2e%2e${path}`,
    (path: string) => `${path}?__nextDefaultLocale=en`,
    (path: string) => `/api/v1/../..${path}`,
  ];
  const api = `/api/v1/workspaces/${desk.slug}/articles`;
  for (const path of [...paths.slice(0, 4), api]) {
    for (const way of ways) {
      const answer = await get(request, way(path));
      expect(answer.status(), way(path)).toBeLessThan(500);
      expect(await answer.text(), way(path)).not.toContain(word);
    }
  }
});

test("a forged host changes nothing", async ({ request, desk }) => {
  const evil = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
  };
  for (const path of ["/api/auth/providers", "/sign-in", `/w/${desk.slug}`, "/api/auth/signin"]) {
    const answer = await get(request, path, evil);
    const location = answer.headers()["location"] ?? "";
    expect(location + (await answer.text()), path).not.toContain("evil.example");
  }
});

test("nothing of the workshop is served", async ({ request, page }) => {
  await page.goto("/sign-in");
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  const maps = scripts.map((src) => `${src ?? ""}.map`);
  expect(maps.length).toBeGreaterThan(0);
  const workshop = [
    "/.env",
    "/.git/config",
    "/package.json",
    "/.next/BUILD_ID",
    "/prisma/schema.prisma",
    "/__nextjs_original-stack-frame",
  ];
  const pictures = [
    "/_next/image?url=http://127.0.0.1:5432/&w=64&q=75",
    "/_next/image?url=/api/v1/me&w=64&q=75",
  ];
  for (const path of [...maps, ...workshop, ...pictures]) {
    const answer = await get(request, path);
    expect([400, 404], path).toContain(answer.status());
    expect(await answer.text(), path).not.toMatch(
      /"version": ?3|DATABASE_URL|\[core\]|provider = "postgresql"/,
    );
  }
});

test("junk sent to an action is refused and the program lives", async ({ request }) => {
  const path = "/reset/nothing";
  const junk: readonly (readonly [type: string, body: string])[] = [
    ["text/plain;charset=UTF-8", "[]"],
    ["text/plain;charset=UTF-8", `["$F1"]${"[".repeat(5_000)}`],
    ["text/plain;charset=UTF-8", '[{"then":"$1:__proto__:then","status":"resolved_model"}]'],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$1:constructor:constructor"]\r\n--x--\r\n',
    ],
    ["multipart/form-data; boundary=x", "--x\r\nbroken"],
    ["application/x-www-form-urlencoded", "__proto__[x]=1&$ACTION_ID_0=1"],
  ];
  for (const [type, data] of junk) {
    for (const id of ["0".repeat(42), "../../etc/passwd", "constructor"]) {
      const answer = await request.post(path, {
        data,
        headers: { "content-type": type, "next-action": id },
        maxRedirects: 0,
      });
      expect(await answer.text()).not.toMatch(/at \S+ \(|node_modules|\/lib\/server/);
    }
  }
  expect((await get(request, "/api/health")).status()).toBe(200);
});

test("an action's id sent to another page, by another site or by nobody does nothing", async ({
  page,
  request,
  baseURL,
}) => {
  // The actions are those of three pages that need a secret in their address; their ids stand in the pages' scripts.
  await page.goto("/sign-in");
  const sources = await page
    .locator("script[src]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? ""));
  const bodies = await Promise.all(sources.map(async (src) => (await request.get(src)).text()));
  const ids = new Set(bodies.flatMap((body) => body.match(/\b[0-9a-f]{42}\b/g) ?? []));
  const tried = [...ids, `40${"a".repeat(40)}`];
  const senders: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: baseURL ?? "" },
  ];
  for (const id of tried) {
    for (const headers of senders) {
      const answer = await request.post("/sign-in", {
        data: '["made-up",null,"$K1"]',
        headers: { "content-type": "text/plain;charset=UTF-8", "next-action": id, ...headers },
        maxRedirects: 0,
      });
      expect(answer.headers()["set-cookie"] ?? "").not.toContain("assay.session");
      expect(await answer.text()).not.toMatch(/at \S+ \(|node_modules/);
    }
  }
});

test("strange requests are refused, never a failure", async ({ page, desk, baseURL }) => {
  await signIn(page, desk.editor);
  const notes = `/api/v1/workspaces/${desk.slug}/claims/disposition`;
  const deep = `${"[".repeat(1_000)}${"]".repeat(1_000)}`;
  const bodies = [
    deep,
    `{"claims":${deep}}`,
    '{"__proto__":{"role":"owner"}}',
    '{"constructor":{"prototype":{}}}',
    '{"claims":1e400}',
    `{"claims":${"9".repeat(400)}}`,
    "\u0000",
    '{"a":1,"a":2}',
  ];
  for (const data of bodies) {
    const answer = await page.request.post(notes, {
      data: Buffer.from(data),
      headers: { "content-type": "application/json", origin: baseURL ?? "" },
    });
    expect(answer.status(), data.slice(0, 60)).toBe(400);
    expect(await answer.text()).not.toMatch(/at \S+ \(|node_modules|Prisma|\/lib\//);
  }
  for (const query of [
    "limit=1&limit=2",
    "limit=999999999999999999999",
    "limit=1e9",
    "cursor=%00",
    "cursor=%ff",
    "limit[$gt]=1",
    "__proto__=1",
  ]) {
    const answer = await get(page.request, `/api/v1/workspaces/${desk.slug}/articles?${query}`);
    expect(answer.status(), query).toBeLessThan(500);
  }
});
