import "server-only";
import { contentDisposition, fileName } from "@/lib/core/formats/catalogue";
import type { ReportFormat } from "@/lib/core/formats/format";
import type { ReportContent } from "@/lib/core/report/content";

/** The report as a download: a file of its own, never run in our own origin. */
export function reportResponse(format: ReportFormat, content: ReportContent): Response {
  return new Response(streamReport(format, content), {
    headers: {
      "content-type": `${format.mediaType}; charset=utf-8`,
      "content-disposition": contentDisposition(fileName(content.article.title, format)),
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

/** The report in pieces, written as fast as the reader takes them. */
function streamReport(format: ReportFormat, content: ReportContent): ReadableStream<Uint8Array> {
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
