import "server-only";
import type { HistoryLine } from "@/lib/core/events/event";
import type { HistoryFile } from "@/lib/core/events/history-file";
import { contentDisposition } from "@/lib/core/formats/catalogue";

/** History as a download, written as fast as the reader takes it. */
export function historyResponse(
  file: HistoryFile,
  name: string,
  batches: AsyncGenerator<readonly HistoryLine[]>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(file.head));
    },
    async pull(controller) {
      const next = await batches.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value.map(file.line).join("")));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": `${file.mediaType}; charset=utf-8`,
      "content-disposition": contentDisposition(name),
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}
