import "server-only";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { ReadingFailure } from "./failure";

const maxEntries = 1_000;
const maxRatio = 100;
/** Unpacked, all entries together. */
const maxTotalBytes = 100_000_000;
/** What is packed this small may well be packed a hundredfold: empty styles are. */
const harmlessBytes = 1_000_000;

/**
 * Unpacks an archive as far as it has to be known, and refuses one that is made to overwhelm: too many entries, too
 * much in them, a size that is not the one it declares, a name that points outside. Archives inside are not opened.
 * @param wanted the entries whose bytes are needed
 * @throws ReadingFailure bomb, damaged
 */
export async function openZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await open(bytes);
  const entries = await listEntries(zip);
  let total = 0;
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    const { size, content } = await unpack(zip, entry, maxTotalBytes - total, wanted(entry.fileName));
    total += size;
    if (size > harmlessBytes && size > entry.compressedSize * maxRatio) throw new ReadingFailure("bomb");
    if (content) found.set(entry.fileName, content);
  }
  return found;
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are validated (no .., no absolute paths), and a stream that is longer than declared is an error.
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new ReadingFailure("damaged"));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > maxEntries) return Promise.reject(new ReadingFailure("bomb"));
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once("end", () => {
      resolve(entries);
    });
    zip.once("error", () => {
      reject(new ReadingFailure("damaged"));
    });
    zip.readEntry();
  });
}

type Unpacked = { readonly size: number; readonly content: Buffer | null };

/** Unpacks one entry, and keeps it only if it is wanted: the declared sizes prove nothing, the bytes do. */
function unpack(zip: ZipFile, entry: Entry, room: number, isWanted: boolean): Promise<Unpacked> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(new ReadingFailure("damaged"));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > room) stream.destroy(new ReadingFailure("bomb"));
        else if (isWanted) chunks.push(chunk);
      });
      stream.once("error", (failure: Error) => {
        reject(failure instanceof ReadingFailure ? failure : new ReadingFailure("damaged"));
      });
      stream.once("end", () => {
        resolve({ size, content: isWanted ? Buffer.concat(chunks) : null });
      });
    });
  });
}
