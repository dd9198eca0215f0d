import "server-only";
import { getDocumentProxy } from "unpdf";
import { joinBlocks, noParticulars, type Block, type FoundArticle } from "@/lib/core/articles/found-article";
import { isoMoment } from "@/lib/core/articles/page-particulars";
import { ReadingFailure } from "../failure";
import { joinPages, linesOf, type Line, type Piece } from "../page-lines";

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The words of a PDF, its lines joined to paragraphs again. @throws ReadingFailure encrypted_pdf, scanned_pdf, damaged */
export async function readPdf(bytes: Uint8Array): Promise<Omit<FoundArticle, "encoding">> {
  const pdf = await open(bytes);
  const pages: (readonly Line[])[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
  const blocks: readonly Block[] = joinPages(pages);
  if (!blocks.some(({ text }) => /\p{L}/u.test(text))) throw new ReadingFailure("scanned_pdf");
  return { ...noParticulars, ...(await about(pdf)), ...joinBlocks(blocks), leftOut: [] };
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // Nothing in the document runs, and nothing it names is loaded.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new ReadingFailure(isLocked ? "encrypted_pdf" : "damaged");
  }
}

async function readPage(pdf: PdfDocument, number: number): Promise<readonly Line[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const lines = linesOf(items.flatMap((item) => ("str" in item ? [toPiece(item)] : [])));
  page.cleanup();
  return lines;
}

type TextItem = Extract<
  Awaited<ReturnType<Awaited<ReturnType<PdfDocument["getPage"]>>["getTextContent"]>>["items"][number],
  { readonly str: string }
>;

function toPiece({ str: text, transform, height, hasEOL: endsLine }: TextItem): Piece {
  const [, , , scale = 0, left = 0, bottom = 0] = transform as readonly number[];
  return { text, left, bottom, height: height || Math.abs(scale) || 10, endsLine };
}

async function about(pdf: PdfDocument): Promise<Pick<FoundArticle, "title" | "byline" | "publishedAt">> {
  const { info } = await pdf.getMetadata();
  const get = (name: string) => {
    const value = (info as Readonly<Record<string, unknown>>)[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(get("CreationDate") ?? "") ?? [];
  const publishedAt = year && month && day ? isoMoment(`${year}-${month}-${day}`) : null;
  return { title: get("Title"), byline: get("Author"), publishedAt };
}
