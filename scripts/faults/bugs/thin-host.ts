import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { isReady } from "../../../lib/server/db/readiness";
import { beginBackgroundWork } from "../../../lib/server/jobs/background";

// The program's own handlers of the API without Next around them, so that a copy of the source with a mistake in it can be
// run without being built.

type Handler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>;
type Route = {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handlers: Readonly<Record<string, Handler | undefined>>;
};

const root = join(import.meta.dirname, "../../../app/api/v1");

async function readRoutes(): Promise<readonly Route[]> {
  const routes: Route[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("route.ts")) continue;
    const names = [...file.matchAll(/\[(\w+)\]/g)].map((found) => found[1] ?? "");
    const path = file.replace(/\/?route\.ts$/, "").replaceAll(/\[\w+\]/g, "([^/]+)");
    const handlers = (await import(join(root, file))) as Route["handlers"];
    routes.push({ pattern: new RegExp(`^/api/v1/${path.replaceAll(".", "\\.")}$`), names, handlers });
  }
  // What has no names in it is meant before what has.
  return routes.sort((a, b) => a.names.length - b.names.length);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

async function answer(routes: readonly Route[], request: IncomingMessage): Promise<Response> {
  const { method = "GET", url = "/", headers } = request;
  const address = new URL(url, "http://127.0.0.1:3000");
  if (address.pathname === "/api/health") return new Response("ok");
  if (address.pathname === "/api/ready") return new Response(null, { status: (await isReady()) ? 200 : 503 });
  for (const { pattern, names, handlers } of routes) {
    const found = pattern.exec(address.pathname);
    const handler = handlers[method];
    if (!found || !handler) continue;
    const params = Object.fromEntries(names.map((name, place) => [name, found[place + 1] ?? ""]));
    const asked = new Request(address, {
      method,
      headers: headers as Record<string, string>,
      body: await readBody(request),
    });
    return handler(asked, { params: Promise.resolve(params) });
  }
  return new Response(null, { status: 404 });
}

async function serve(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answered = await answer(routes, request);
  const body = Buffer.from(await answered.arrayBuffer());
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(body);
}

process.on("disconnect", () => process.exit(1));
const routes = await readRoutes();
beginBackgroundWork();
const server = createServer((request, response) => {
  serve(routes, request, response).catch(() => response.destroy());
});
server.listen(Number(process.argv[2]), "127.0.0.1");
process.once("SIGTERM", () => server.close(() => process.exit(0)));
