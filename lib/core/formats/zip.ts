import { strToU8, Zip, ZipDeflate } from "fflate";

/** A file of an archive: its path, and its text in pieces. */
export type ZipEntry = {
  readonly path: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
};

/** The first day that an archive can name: the same content has to give the same bytes whenever it is written. */
const noTime = "1980-01-01T00:00:00";

/** An archive of text files, written while they come; holds no file as a whole. */
export async function* zipped(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { path, pieces } of entries) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noTime;
    zip.add(file);
    for await (const piece of pieces) {
      file.push(strToU8(piece), false);
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}

/** Text as XML text; characters that XML 1.0 cannot hold are left out. */
export function xmlText(text: string): string {
  return xmlCharacters(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text without the characters that XML 1.0 has no place for (its section 2.2), its lines ended by line feeds. */
export function xmlCharacters(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
