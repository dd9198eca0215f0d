import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { Refusal } from "@/lib/core/shared/refusal";

/** A file while it comes in: read it to its end, as fast or slowly as you can take it. */
export type IncomingFile = {
  /** As its sender calls it, without folders. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
};

export type Multipart<T> = { readonly fields: Readonly<Record<string, string>>; readonly taken: T };

/** Fields may come after the file, so that they are known only when everything has come in. */
const fieldLimits = { fields: 20, fieldSize: 100_000, files: 1, headerPairs: 50, headerSize: 8_192 };

export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? "");
}

/**
 * Reads a multipart body whose one file is called `file`, and hands the file on while it comes in. Nothing of it is kept
 * here, and nobody waits for more than `maxBytes`.
 * @throws Refusal too_large, bad_input; whatever `take` throws
 */
export async function readMultipart<T>(
  request: Request,
  maxBytes: number,
  take: (file: IncomingFile) => Promise<T>,
): Promise<Multipart<T>> {
  if (!request.body) throw noFile();
  const parser = openParser(request, maxBytes);
  const fields: Record<string, string> = {};
  const files: { stream: BusboyFileStream; taken: Promise<T> }[] = [];
  const source = Readable.fromWeb(request.body as ReadableStream);
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (name, stream, fileName, _encoding, mediaType) => {
    if (name !== "file") {
      stream.resume();
      return;
    }
    const taken = take({ name: lastPart(fileName), mediaType, content: untilTooLarge(stream, maxBytes) });
    // Whoever takes it may refuse it before its end: then nobody waits for the rest.
    taken.catch(() => source.destroy());
    files.push({ stream, taken });
  });
  const isBroken = await pipeline(source, parser).then(
    () => false,
    () => true,
  );
  const [file] = files;
  if (!file) throw isBroken ? broken() : noFile();
  if (isBroken) file.stream.destroy(broken());
  const taken = await file.taken;
  if (isBroken) throw broken();
  return { fields, taken };
}

function openParser(request: Request, maxBytes: number) {
  const headers: IncomingHttpHeaders & { "content-type": string } = {
    "content-type": request.headers.get("content-type") ?? "",
  };
  try {
    return new Busboy({ headers, limits: { ...fieldLimits, fileSize: maxBytes } });
  } catch {
    throw broken();
  }
}

/** The file's bytes. What goes wrong with them on their way is the upload's fault, and told as that. */
async function* untilTooLarge(stream: BusboyFileStream, maxBytes: number): AsyncGenerator<Buffer> {
  stream.once("limit", () => stream.destroy(tooLarge(maxBytes)));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof Refusal ? error : broken();
  }
}

export function tooLarge(maxBytes: number): Refusal {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return new Refusal("too_large", `The file is larger than ${megabytes} MB. Split it, or paste its text.`);
}

function lastPart(name: string | undefined): string {
  return (name ?? "").split(/[/\\]/).at(-1) ?? "";
}

function noFile(): Refusal {
  return new Refusal("bad_input", "There is no file in the request: it belongs into the field “file”.");
}

function broken(): Refusal {
  return new Refusal("bad_input", "The upload broke off, or is no multipart form. Send it again.");
}
