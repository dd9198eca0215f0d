import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { GET as readMetrics } from "@/app/api/metrics/route";
import { GET as listArticles } from "@/app/api/v1/workspaces/[workspace]/articles/route";
import { createDesk } from "@/seeds/factories";
import { env, origin } from "../env";
import { makeToken } from "../tokens/commands";
import { countRequest } from "./metrics";
import { logLine } from "./observe";
import type { SeenRequest } from "./seen-request";
import { sendSpans, spanOf } from "./traces";

const request: SeenRequest = {
  requestId: "11111111-1111-4111-8111-111111111111",
  method: "GET",
  route: "/workspaces/{workspace}/articles",
  status: 200,
  ms: 12.345,
  userId: null,
  arrivedAt: 0,
  traceparent: null,
};

describe("the log of requests", () => {
  it("has one line for each, with the id that its sender got, the route and no word that somebody wrote", async () => {
    const desk = await createDesk();
    const { token } = await makeToken(
      desk.owner.actor,
      { workspace: desk.slug },
      { name: "log", scope: "read", days: 1 },
    );
    const written: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    Object.assign(env(), { ASSAY_LOG: "requests" });
    const ask = (query: string) =>
      listArticles(
        new Request(`${origin()}/api/v1/x?${query}`, { headers: { authorization: `Bearer ${token ?? ""}` } }),
        { params: Promise.resolve({ workspace: desk.slug }) },
      );
    const answers = [await ask("limit=1"), await ask("canary-of-a-query=1")];
    vi.restoreAllMocks();
    Object.assign(env(), { ASSAY_LOG: "failures" });
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ status, requestId }) => [status, requestId])).toEqual(
      answers.map(({ status, headers }) => [status, headers.get("x-request-id")]),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    expect(lines[0]).toMatchObject({
      method: "GET",
      route: "/workspaces/{workspace}/articles",
      userId: desk.owner.actor.userId,
    });
    const all = written.join("");
    for (const secret of [token ?? "", desk.slug, desk.owner.actor.email, "canary"])
      expect(all).not.toContain(secret);
  });

  it("is one line whatever happens", () => {
    expect(logLine(request)).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"info","requestId":"11111111-1111-4111-8111-111111111111",' +
        '"method":"GET","route":"/workspaces/{workspace}/articles","status":200,"ms":12.3,"userId":null}',
    );
  });
});

describe("/api/metrics", () => {
  const ask = (authorization?: string) =>
    readMetrics(new Request(`${origin()}/api/metrics`, { headers: authorization ? { authorization } : {} }));

  it("is not there without its token, and tells counts with it", async () => {
    expect(ask("Bearer undefined").status).toBe(404);
    Object.assign(env(), { ASSAY_METRICS_TOKEN: "a token for Prometheus" });
    for (const wrong of [undefined, "Bearer ", "Bearer a token for prometheus", "a token for Prometheus"]) {
      expect(ask(wrong).status, wrong).toBe(404);
    }
    countRequest({ ...request, route: "/once" });
    countRequest({ ...request, route: "/once", ms: 700 });
    const answer = ask("Bearer a token for Prometheus");
    const text = await answer.text();
    const labels = 'method="GET",route="/once",status="200"';
    expect(answer.headers.get("content-type")).toContain("version=0.0.4");
    expect(text).toContain(`assay_request_seconds_bucket{${labels},le="0.025"} 1\n`);
    expect(text).toContain(`assay_request_seconds_bucket{${labels},le="1"} 2\n`);
    expect(text).toContain(`assay_request_seconds_count{${labels}} 2\n`);
    for (const line of text.split("\n").filter((one) => one !== "" && !one.startsWith("#"))) {
      expect(line).toMatch(/^[a-z_0-9]+(\{[^}]*\}.*)? [0-9.e+-]+$/);
    }
  });
});

describe("traces", () => {
  it("go on with the sender's, and reach the collector as OTLP", async () => {
    const parent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    const span = spanOf({ ...request, arrivedAt: 1_700_000_000_000, traceparent: parent, status: 500 });
    expect(span).toMatchObject({
      traceId: "a".repeat(32),
      parentSpanId: "b".repeat(16),
      name: "GET /workspaces/{workspace}/articles",
      startTimeUnixNano: "1700000000000000000",
      endTimeUnixNano: "1700000000012345000",
      status: { code: 2 },
    });
    expect(spanOf({ ...request, traceparent: "nonsense" })["traceId"]).toMatch(/^[0-9a-f]{32}$/);

    const bodies: string[] = [];
    const server = createServer((asked, response) => {
      asked.on("data", (chunk: Buffer) => bodies.push(`${asked.url ?? ""} ${chunk.toString()}`));
      asked.on("end", () => response.end("{}"));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    await sendSpans(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, [span]);
    server.close();
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatch(/^\/v1\/traces \{"resourceSpans":/);
    await expect(sendSpans("http://127.0.0.1:1", [span])).resolves.toBeUndefined();
  });
});
