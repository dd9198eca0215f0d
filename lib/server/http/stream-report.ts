import "server-only";
import { contentDisposition, fileName } from "@/lib/core/formats/catalogue";
import type { ReportFormat } from "@/lib/core/formats/format";

const chunkUnits = 16_384;

type Pieces = AsyncIterable<string | Uint8Array>;
type Written = { readonly title: string; readonly pieces: Pieces };

/** The report as a download: a file of its own, never run in our own origin. */
export function reportResponse(format: ReportFormat, { title, pieces }: Written): Response {
  return downloadResponse(format, fileName(title, format), pieces);
}

/** A file of this format, under this name. */
export function downloadResponse(format: ReportFormat, name: string, pieces: Pieces): Response {
  const isText = !format.mediaType.includes("openxmlformats") && format.mediaType !== "application/pdf";
  return new Response(streamPieces(pieces), {
    headers: {
      "content-type": isText ? `${format.mediaType}; charset=utf-8` : format.mediaType,
      "content-disposition": contentDisposition(name),
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
