import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/server/env";
import { writeMetrics } from "@/lib/server/observing/metrics";

export const dynamic = "force-dynamic";

/** What this process has to tell Prometheus, for whoever has the token of it; for everybody else there is no such page. */
export function GET(request: Request): Response {
  const headers = { "cache-control": "no-store" };
  const { ASSAY_METRICS_TOKEN: token } = env();
  const given = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined || given === undefined || !isSame(given, token)) {
    return new Response(null, { status: 404, headers });
  }
  const type = "text/plain; version=0.0.4; charset=utf-8";
  return new Response(writeMetrics(), { headers: { ...headers, "content-type": type } });
}

/** Takes as long whatever is given. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
