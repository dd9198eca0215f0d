import "server-only";
import { contentDisposition, fileName } from "@/lib/core/formats/catalogue";
import type { ReportFormat, ReportPlace } from "@/lib/core/formats/format";
import type { ReportStream } from "@/lib/core/report/content";

const chunkUnits = 16_384;

/** The report as a download: a file of its own, never run in our own origin. */
export function reportResponse(format: ReportFormat, report: ReportStream, place: ReportPlace): Response {
  const isText = !format.mediaType.includes("openxmlformats") && format.mediaType !== "application/pdf";
  return new Response(streamPieces(format.write(report, place)), {
    headers: {
      "content-type": isText ? `${format.mediaType}; charset=utf-8` : format.mediaType,
      "content-disposition": contentDisposition(fileName(report.article.title, format)),
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

/** The pieces as fast as the reader takes them, a few kilobytes at a time. */
function streamPieces(written: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = written[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let waiting = "";
      for (;;) {
        const next = await pieces.next();
        if (!next.done && typeof next.value === "string") {
          waiting += next.value;
          if (waiting.length < chunkUnits) continue;
        }
        if (waiting !== "") controller.enqueue(encoder.encode(waiting));
        if (!next.done && typeof next.value !== "string") controller.enqueue(next.value);
        if (next.done) controller.close();
        return;
      }
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
