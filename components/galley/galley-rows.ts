import type { Paragraph, Piece } from "./layout-claims";

/** What of a paragraph is set, measured and painted together: all of it, or some of its sentences where it is very long. */
export type GalleyRow = {
  readonly start: number;
  readonly pieces: readonly Piece[];
  readonly begins: boolean;
  readonly ends: boolean;
};

/** About a screen of text. */
const longestRow = 1_500;

/** A long article's paragraphs as rows. A paragraph of many screens turns a line between two claims, without a gap. */
export function cutRows(paragraphs: readonly Paragraph[]): readonly GalleyRow[] {
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.end - paragraph.start <= longestRow) return [wholeRow(paragraph)];
    const parts = cutPieces(paragraph.pieces);
    let from = paragraph.start;
    return parts.map((part, place) => {
      const row = { start: from, pieces: part, begins: place === 0, ends: place === parts.length - 1 };
      from += lengthOf(part);
      return row;
    });
  });
}

/** A paragraph as one row; its pieces still wait to be asked for. */
export function wholeRow(paragraph: Paragraph): GalleyRow {
  return {
    start: paragraph.start,
    begins: true,
    ends: true,
    get pieces() {
      return paragraph.pieces;
    },
  };
}

function cutPieces(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  let length = 0;
  for (const piece of pieces) {
    if (length > 0 && piece.opens && length + piece.text.length > longestRow) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(length === 0 && piece.opens ? { ...piece, number: "margin" } : piece);
    length += piece.text.length;
  }
  return parts;
}

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** The row that holds this position of the text, the last one that begins before it. */
export function rowAt(rows: readonly GalleyRow[], position: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.start ?? Number.POSITIVE_INFINITY) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
