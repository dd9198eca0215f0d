import "server-only";
import type { Block } from "@/lib/core/articles/found-article";

/** A line of a page, with where it stands; in points, from the lower left corner. */
export type Line = {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly height: number;
};

/** What a PDF writes in one go: a line, a word or a letter. */
export type Piece = Line & { readonly endsLine: boolean };

/** The lines that some pieces make, in the order in which they are written. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  const end = () => {
    const text = line
      .map((piece) => piece.text)
      .join("")
      .trim();
    const first = line.find((piece) => piece.text !== "");
    if (first && text !== "")
      lines.push({ text, left: first.left, bottom: first.bottom, height: first.height });
    line = [];
  };
  for (const piece of pieces) {
    const [first] = line;
    if (first && piece.text !== "" && Math.abs(piece.bottom - first.bottom) > first.height / 2) end();
    line.push(piece);
    if (piece.endsLine) end();
  }
  end();
  return lines;
}

/** Lines at the head and foot of pages that repeat, figures aside, are the pages' and not the text's. */
const edgeLines = 2;
const fewestRepeats = 3;

/** The paragraphs of some pages: lines joined where the setter broke them, running heads and page numbers apart. */
export function joinPages(pages: readonly (readonly Line[])[]): readonly Block[] {
  const running = findRunning(pages);
  const blocks: Block[] = [];
  let open: { text: string; last: Line; height: number } | null = null;
  const end = () => {
    if (open) blocks.push({ text: open.text, hint: null });
    open = null;
  };
  for (const lines of pages) {
    const pageBlocks: Block[] = [];
    for (const [at, line] of lines.entries()) {
      if (isEdge(at, lines.length) && isPageFurniture(line.text, running)) {
        pageBlocks.push({ text: line.text, hint: "furniture" });
      } else if (open && continues(open.last, line)) {
        open = { text: joinLines(open.text, line.text), last: line, height: line.height };
      } else {
        end();
        open = { text: line.text, last: line, height: line.height };
      }
    }
    // A page's head and number stand between its paragraphs and the next page's, so that no sentence is cut by them.
    if (pageBlocks.length > 0) {
      if (open && /[.!?؟。！？:"”»)]$/u.test(open.text)) end();
      blocks.push(...pageBlocks);
    }
  }
  end();
  return blocks;
}

function isEdge(at: number, count: number): boolean {
  return at < edgeLines || at >= count - edgeLines;
}

const withoutFigures = (text: string) => text.replaceAll(/\p{N}+/gu, "#").trim();

function findRunning(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = lines.filter((_, at) => isEdge(at, lines.length)).map(({ text }) => withoutFigures(text));
    for (const text of new Set(edges)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= fewestRepeats).map(([text]) => text));
}

function isPageFurniture(text: string, running: ReadonlySet<string>): boolean {
  return (
    /^[-–—\s]*(?:(?:page|seite|página|صفحة)\s*)?\p{N}{1,4}(?:\s*(?:\/|of|von|de)\s*\p{N}{1,4})?[-–—\s]*$/iu.test(
      text,
    ) || running.has(withoutFigures(text))
  );
}

/** Whether a line goes on with the paragraph of the line before it: no wider gap, no new indent, the same size. */
function continues(before: Line, line: Line): boolean {
  const size = Math.max(before.height, line.height);
  if (Math.abs(before.height - line.height) > size * 0.25) return false;
  const step = before.bottom - line.bottom;
  // Up again: the next column or page. It goes on if a sentence is under way.
  if (step < 0) return !/[.!?؟。！？:"”»)]$/u.test(before.text);
  if (step > size * 1.9) return false;
  const indent = line.left - before.left;
  return !(indent > size * 0.8 && indent < size * 6 && /[.!?؟。！？"”»)]$/u.test(before.text));
}

/** A word that was broken at the end of a line is whole again; letters of scripts without spaces simply go on. */
function joinLines(before: string, line: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、]$/u.test(before);
  return isDense && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line)
    ? before + line
    : `${before} ${line}`;
}
