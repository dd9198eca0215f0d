import { afterEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/csp-reports/route";
import { env, origin } from "../env";

// Read when the first request comes, not when this file is loaded.
process.env["ASSAY_PROXIES"] = "1";

afterEach(() => void vi.restoreAllMocks());

type Sent = { readonly type?: string; readonly from?: string };

async function send(body: string, { type = "application/csp-report", from = "203.0.113.1" }: Sent = {}) {
  const written = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const headers = { "content-type": type, "x-forwarded-for": from };
  const response = await POST(new Request(`${origin()}/api/csp-reports`, { method: "POST", headers, body }));
  const lines = written.mock.calls.map(String);
  written.mockClear();
  return { status: response.status, retry: response.headers.get("retry-after"), lines };
}

const report = (path = "/w/harbour/queue?q=canary") =>
  JSON.stringify({
    "csp-report": {
      "document-uri": origin() + path,
      "blocked-uri": "https://evil.example/canary",
      "effective-directive": "img-src",
      "script-sample": "canary",
    },
  });

describe("the address that collects violations", () => {
  it("writes one line without a word of the page, and answers nothing", async () => {
    const { status, lines } = await send(report());
    expect([status, lines.length]).toEqual([204, 1]);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      at: expect.any(String) as unknown,
      level: "warn",
      name: "csp violation",
      directive: "img-src",
      blocked: "https://evil.example",
      path: "/w/*/queue",
    });
    const body = { documentURL: `${origin()}/docs`, blockedURL: "eval", effectiveDirective: "script-src" };
    const both = JSON.stringify([
      { type: "csp-violation", body },
      { type: "csp-violation", body },
    ]);
    const newer = await send(both, { type: "application/reports+json; charset=utf-8" });
    expect([newer.status, newer.lines.length]).toEqual([204, 2]);
  });

  it.each([
    ["another type", report(), "application/json", 415],
    ["no JSON", "{", "application/csp-report", 400],
    ["no report", "{}", "application/reports+json", 400],
    ["more than 8 KB", JSON.stringify({ x: "x".repeat(8_192) }), "application/csp-report", 413],
  ])("refuses %s and writes nothing", async (_, body, type, due) => {
    expect(await send(body, { type })).toMatchObject({ status: due, lines: [] });
  });

  it("takes a burst from an address, then so many from all together, and no more", async () => {
    expect(env().ASSAY_PROXIES).toBe(1);
    const from = "203.0.113.77";
    const statuses: number[] = [];
    for (let at = 0; at < 40; at += 1) statuses.push((await send(report(), { from })).status);
    expect(statuses.filter((status) => status === 204).length).toBeLessThan(40);
    const refused = await send(report(), { from });
    expect(refused).toMatchObject({ status: 429, lines: [] });
    expect(Number(refused.retry)).toBeGreaterThan(0);
    expect((await send(report(), { from: "203.0.113.78" })).status).toBe(204);
    let isFull = false;
    for (let at = 0; at < 400 && !isFull; at += 1) {
      isFull = (await send(report(), { from: `198.51.${100 + (at % 100)}.${at % 250}` })).status === 429;
    }
    expect(isFull).toBe(true);
  });
});
