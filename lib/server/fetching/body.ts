import "server-only";
import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FetchFailure } from "./failure";

export type Body = {
  readonly bytes: Buffer;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  /** What the server says that the text is encoded in. */
  readonly charset: string | null;
};

/** @throws FetchFailure large as soon as there is more than `maxBytes`, packed or unpacked */
export async function readBody(
  response: IncomingMessage,
  mediaType: string,
  maxBytes: number,
): Promise<Body> {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(response.headers["content-type"] ?? "")?.[1] ?? null;
  const unpack = unpacker(response.headers["content-encoding"]);
  const source = unpack ? response.pipe(unpack) : response;
  // A pipe passes on data and the end, but no failure.
  if (unpack) response.once("error", (error) => unpack.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchFailure("large");
      chunks.push(chunk);
    }
  } finally {
    unpack?.destroy();
  }
  return { bytes: Buffer.concat(chunks), mediaType, charset };
}

function unpacker(encoding: string | undefined): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchFailure("broken");
  }
}
