import "server-only";
import type { ReportFormat } from "@/lib/core/formats/format";
import type { ReportContent } from "@/lib/core/report/content";

/** The report in pieces, written as fast as the reader takes them. */
export function streamReport(format: ReportFormat, content: ReportContent): ReadableStream<Uint8Array> {
  const pieces = format.write(content)[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}
