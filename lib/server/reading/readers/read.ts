import "server-only";
import type { FoundArticle } from "@/lib/core/articles/found-article";
import type { DecodedText } from "../decode";
import { ReadingFailure } from "../failure";
import type { ReadableKind, ReadingAnswer, ReadingTask } from "../reading-task";

type Reader = (task: ReadingTask) => Promise<ReadingAnswer>;

/** The reader of one kind of file, with the libraries that it needs and no others. Readers never throw. */
export async function loadReader(kind: ReadableKind): Promise<Reader> {
  const reader = await loaders[kind]();
  return async (task) => {
    try {
      return await reader(task);
    } catch (error) {
      // A library that stumbles over a file says so in its own words, which help nobody here.
      return { outcome: "failed", reason: error instanceof ReadingFailure ? error.reason : "damaged" };
    }
  };
}

const loaders: Readonly<Record<ReadableKind, () => Promise<Reader>>> = {
  text: async () => {
    const { readPlainText } = await import("./plain-text");
    return decoded(({ text }) => readPlainText(text));
  },
  markdown: async () => {
    const { readMarkdown } = await import("./markdown");
    return decoded(({ text }) => readMarkdown(text));
  },
  html: async () => {
    const { readHtml, readWholePage, declaredCharset } = await import("./html");
    return decoded(
      ({ text }, { address, extent }) =>
        extent === "page" ? readWholePage(text, address) : readHtml(text, address),
      declaredCharset,
    );
  },
  docx: async () => {
    const { readDocx } = await import("./docx");
    return async ({ bytes }) => article({ ...(await readDocx(bytes)), encoding: null });
  },
  pdf: async () => {
    const { readPdf } = await import("./pdf");
    return async ({ bytes }) => article({ ...(await readPdf(bytes)), encoding: null });
  },
  xlsx: async () => {
    const { readSpreadsheet } = await import("./spreadsheet");
    return async ({ bytes }) => ({ outcome: "table", table: await readSpreadsheet(bytes) });
  },
};

type Undecoded = Omit<FoundArticle, "encoding">;

/** A reader of something that is text once its encoding is known. */
async function decoded(
  read: (decoded: DecodedText, task: ReadingTask) => Undecoded | Promise<Undecoded>,
  declared: (bytes: Uint8Array) => string | null = () => null,
): Promise<Reader> {
  const { decodeText } = await import("../decode");
  return async (task) => {
    const { bytes, encoding: asked, charset } = task;
    const found = decodeText(bytes, { asked, stated: charset ?? declared(bytes) });
    return article({ ...(await read(found, task)), encoding: found.encoding });
  };
}

function article(found: FoundArticle): ReadingAnswer {
  return { outcome: "article", article: found };
}
