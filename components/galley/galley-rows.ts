import type { Paragraph, Piece } from "./layout-claims";

/** What of a paragraph is set, measured and painted together: all of it, or some of its sentences where it is very long. */
export type GalleyRow = Paragraph & { readonly begins: boolean; readonly ends: boolean };

/** About a screen of text. */
const longestRow = 1_500;

/** A long article's paragraphs as rows. A paragraph of many screens turns a line between two claims, without a gap. */
export function cutRows(paragraphs: readonly Paragraph[]): readonly GalleyRow[] {
  return paragraphs.flatMap(({ start, pieces }) => {
    const parts = cutPieces(pieces);
    let from = start;
    return parts.map((part, place) => {
      const row = { start: from, pieces: part, begins: place === 0, ends: place === parts.length - 1 };
      from += lengthOf(part);
      return row;
    });
  });
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

/** In which row each claim begins. */
export function rowsOfClaims(rows: readonly GalleyRow[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  rows.forEach(({ pieces }, row) => {
    for (const { claimId, opens } of pieces) if (claimId !== null && opens) places.set(claimId, row);
  });
  return places;
}
