import "server-only";
import { randomBytes } from "node:crypto";
import { env } from "../env";
import type { SeenRequest } from "./seen-request";

const batchMs = 2_000;
/** What a collector that is away may cost; the oldest are given up. */
const mostWaiting = 2_000;
const patienceMs = 5_000;

type Attribute = { readonly key: string; readonly value: { readonly stringValue: string } };
type Span = Readonly<Record<string, unknown>>;
type Waiting = { readonly spans: Span[]; timer: NodeJS.Timeout | null };

const held = globalThis as unknown as { assayTraces?: Waiting };

/** Keeps a span of the request for the next batch. A trace that the sender has begun is gone on with. */
export function traceRequest(request: SeenRequest, endpoint: string): void {
  const waiting = (held.assayTraces ??= { spans: [], timer: null });
  waiting.spans.push(spanOf(request));
  if (waiting.spans.length > mostWaiting) waiting.spans.shift();
  waiting.timer ??= setTimeout(() => {
    waiting.timer = null;
    void sendSpans(endpoint, waiting.spans.splice(0));
  }, batchMs).unref();
}

/** W3C Trace Context, version 00. */
const traceparentShape = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** OTLP as JSON: ids in hexadecimal, times in nanoseconds as strings; kind 2 is a server's, status 2 an error. */
export function spanOf(request: SeenRequest): Span {
  const { traceparent, method, route, status, ms, arrivedAt, requestId, userId } = request;
  const [, traceId = randomBytes(16).toString("hex"), parentSpanId = ""] =
    traceparentShape.exec(traceparent ?? "") ?? [];
  const begin = BigInt(Math.round(arrivedAt)) * 1_000_000n;
  return {
    traceId,
    spanId: randomBytes(8).toString("hex"),
    parentSpanId,
    name: `${method} ${route}`,
    kind: 2,
    startTimeUnixNano: String(begin),
    endTimeUnixNano: String(begin + BigInt(Math.round(ms * 1_000_000))),
    attributes: [
      attribute("http.request.method", method),
      attribute("http.route", route),
      { key: "http.response.status_code", value: { intValue: String(status) } },
      attribute("assay.request_id", requestId),
      ...(userId === null ? [] : [attribute("enduser.id", userId)]),
    ],
    status: status >= 500 ? { code: 2 } : {},
  };
}

function attribute(key: string, stringValue: string): Attribute {
  return { key, value: { stringValue } };
}

/** A collector that does not take them is not asked again: traces are for looking, and must never stand in the way. */
export async function sendSpans(endpoint: string, spans: readonly Span[]): Promise<void> {
  const resource = { attributes: [attribute("service.name", env().OTEL_SERVICE_NAME)] };
  const body = { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "assay" }, spans }] }] };
  try {
    const answer = await fetch(`${endpoint.replace(/\/$/, "")}/v1/traces`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
  } catch {
    // Lost, and nobody waits for them.
  }
}
