import "server-only";
import { env } from "../env";
import { countRequest } from "./metrics";
import type { SeenRequest } from "./seen-request";
import { traceRequest } from "./traces";

/** Tells of a request to whoever is set up to hear of it: the log, the metrics, a collector of traces. Never throws. */
export function observe(request: SeenRequest): void {
  const { ASSAY_LOG, ASSAY_METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT } = env();
  if (ASSAY_LOG === "requests") process.stdout.write(`${logLine(request)}\n`);
  if (ASSAY_METRICS_TOKEN !== undefined) countRequest(request);
  if (OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) traceRequest(request, OTEL_EXPORTER_OTLP_ENDPOINT);
}

/** One line of JSON; every value is ours or a number, so that nothing a sender wrote can forge a line. */
export function logLine({ arrivedAt, requestId, method, route, status, ms, userId }: SeenRequest): string {
  const at = new Date(arrivedAt).toISOString();
  return JSON.stringify({ at, level: "info", requestId, method, route, status, ms: round(ms), userId });
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
