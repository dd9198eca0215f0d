import "server-only";
import mammoth from "mammoth";
import { joinBlocks, noParticulars, type FoundArticle } from "@/lib/core/articles/found-article";
import { isoMoment } from "@/lib/core/articles/page-particulars";
import { blocksOf } from "../dom-blocks";
import { ReadingFailure } from "../failure";
import { openZip } from "../zip";
import { parsePage } from "./html";

const properties = "docProps/core.xml";
const body = "word/document.xml";

/** The words of a Word document, footnotes at its end. @throws ReadingFailure bomb, damaged, no_text */
export async function readDocx(bytes: Uint8Array): Promise<Omit<FoundArticle, "encoding">> {
  const entries = await openZip(bytes, (name) => name === properties || name === body);
  if (!entries.has(body)) throw new ReadingFailure("damaged");
  const blocks = [...blocksOf(parsePage(await convert(bytes)).body)];
  const about = readProperties(entries.get(properties)?.toString("utf8") ?? "");
  if (about.title !== null && blocks[0]?.text === about.title) blocks.shift();
  if (blocks.length === 0) throw new ReadingFailure("no_text");
  return { ...noParticulars, ...about, ...joinBlocks(blocks), leftOut: [] };
}

async function convert(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      // Pictures say nothing that can be checked here, and files that a document names are none of its business.
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
        externalFileAccess: false,
      },
    );
    return value;
  } catch {
    throw new ReadingFailure("damaged");
  }
}

function readProperties(xml: string): Pick<FoundArticle, "title" | "byline" | "publishedAt"> {
  const get = (element: string) => {
    const found = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]{1,1000})</${element}>`).exec(xml)?.[1];
    return found ? unescapeXml(found).trim() || null : null;
  };
  const created = get("dcterms:created");
  return { title: get("dc:title"), byline: get("dc:creator"), publishedAt: created && isoMoment(created) };
}

const xmlNames: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => xmlNames[name] ?? "");
}
