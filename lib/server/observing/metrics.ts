import "server-only";
import { monitorEventLoopDelay, type IntervalHistogram } from "node:perf_hooks";
import type { SeenRequest } from "./seen-request";

/** Upper edges in seconds, from a quick read to a long import. */
const edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

type Series = { readonly labels: string; count: number; seconds: number; readonly under: number[] };
type Metrics = {
  readonly requests: Map<string, Series>;
  readonly delay: IntervalHistogram;
  /** When the last answer began, by `performance.now()`. */
  answeredAt: number;
};

const held = globalThis as unknown as { assayMetrics?: Metrics };

function metrics(): Metrics {
  if (held.assayMetrics) return held.assayMetrics;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  held.assayMetrics = { requests: new Map(), delay, answeredAt: -Infinity };
  return held.assayMetrics;
}

/** Counts by method, route and status. Those are as many as the API declares: nobody can make more of them. */
export function countRequest({ method, route, status, ms }: Omit<SeenRequest, "requestId">): void {
  const labels = `method="${method}",route="${route}",status="${status}"`;
  metrics().answeredAt = performance.now();
  const { requests } = metrics();
  const series = requests.get(labels) ?? { labels, count: 0, seconds: 0, under: edges.map(() => 0) };
  requests.set(labels, series);
  const seconds = ms / 1_000;
  series.count += 1;
  series.seconds += seconds;
  edges.forEach((edge, at) => {
    if (seconds <= edge) series.under[at] = (series.under[at] ?? 0) + 1;
  });
}

/** How long ago this process answered the API's last request. */
export function msSinceRequest(): number {
  return performance.now() - metrics().answeredAt;
}

/** What this process has to tell, in the text format of Prometheus (0.0.4). */
export function writeMetrics(): string {
  const { requests, delay } = metrics();
  const { rss, heapUsed } = process.memoryUsage();
  const series = [...requests.values()].sort((a, b) => (a.labels < b.labels ? -1 : 1));
  return [
    "# HELP assay_request_seconds Requests to the API, until their answer began.",
    "# TYPE assay_request_seconds histogram",
    ...series.flatMap(linesOf),
    ...gauge("process_resident_memory_bytes", "Memory of this process.", rss),
    ...gauge("assay_heap_used_bytes", "Of it, in use by the program's objects.", heapUsed),
    ...gauge(
      "assay_event_loop_delay_p99_seconds",
      "How late this process's turns come.",
      delay.percentile(99) / 1e9,
    ),
    ...gauge("assay_uptime_seconds", "Since this process began.", process.uptime()),
    "",
  ].join("\n");
}

function linesOf({ labels, count, seconds, under }: Series): readonly string[] {
  const buckets = edges.map(
    (edge, at) => `assay_request_seconds_bucket{${labels},le="${edge}"} ${under[at] ?? 0}`,
  );
  return [
    ...buckets,
    `assay_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
    `assay_request_seconds_sum{${labels}} ${seconds}`,
    `assay_request_seconds_count{${labels}} ${count}`,
  ];
}

function gauge(name: string, help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${Number.isFinite(value) ? value : 0}`];
}
