import "server-only";
import bidiFactory from "bidi-js";
import { fontOf, type Weight } from "./fonts";

const bidi = bidiFactory();

/** Letters of one font and one direction, drawn in one go from left to right. */
export type Piece = { readonly text: string; readonly font: string; readonly width: number };

/** One line as it is drawn: pieces from left to right. */
export type Line = {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly isRightToLeft: boolean;
};

export type Measure = (text: string, font: string) => number;

type Atom = Piece & { readonly level: number; readonly isSpace: boolean; readonly mayBreakAfter: boolean };

/** Letters between which a line may end without a space. */
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

/**
 * Breaks a paragraph into lines of at most this width, and sets each in the order of the Unicode bidirectional algorithm
 * (UAX 9). Words that are longer than a line are cut.
 */
export function breakLines(text: string, weight: Weight, width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  for (const paragraph of text.replaceAll(/\r\n?/g, "\n").split("\n")) {
    const words = paragraph.replaceAll(/[\t\u00a0 ]+/g, " ").trim();
    const { levels, base } = levelsOf(words);
    const atoms = atomsOf(words, levels, weight, measure).flatMap((atom) => cutLong(atom, width, measure));
    for (const line of fill(atoms, width)) lines.push(drawn(line, base));
  }
  return lines;
}

function levelsOf(text: string): { readonly levels: Uint8Array; readonly base: number } {
  const found = bidi.getEmbeddingLevels(text);
  return { levels: found.levels, base: found.paragraphs[0]?.level ?? 0 };
}

/** Words and spaces in the order of reading, each of one font and one level. */
function atomsOf(text: string, levels: Uint8Array, weight: Weight, measure: Measure): readonly Atom[] {
  const atoms: Atom[] = [];
  let start = 0;
  let font = "";
  const close = (end: number, mayBreakAfter: boolean) => {
    if (end > start)
      atoms.push(atomOf(text.slice(start, end), font, levels[start] ?? 0, mayBreakAfter, measure));
    start = end;
  };
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    const letter = String.fromCodePoint(point);
    // A mark belongs to the letter before it, whatever font has it.
    const own = font !== "" && /\p{M}/u.test(letter) ? font : fontOf(point, weight);
    const isOther = own !== font || levels[at] !== levels[start];
    if (at > start && (isOther || partsFrom(text, at, letter))) close(at, mayBreakAt(text, at, letter));
    font = own;
    at += letter.length;
  }
  close(text.length, true);
  return atoms;
}

/** Whether a space or a letter that stands for a word of its own begins or has just ended. */
function partsFrom(text: string, at: number, letter: string): boolean {
  return letter === " " || text[at - 1] === " " || wide.test(letter);
}

function mayBreakAt(text: string, at: number, letter: string): boolean {
  return text[at - 1] === " " || wide.test(letter) || wide.test(text[at - 1] ?? "");
}

function atomOf(text: string, font: string, level: number, mayBreakAfter: boolean, measure: Measure): Atom {
  return { text, font, level, isSpace: text === " ", mayBreakAfter, width: measure(text, font) };
}

/** An address without a space is cut where the line ends. */
function cutLong(atom: Atom, width: number, measure: Measure): readonly Atom[] {
  if (atom.width <= width) return [atom];
  const letters = Array.from(atom.text);
  const half = Math.ceil(letters.length / 2);
  if (letters.length < 2) return [atom];
  const parts = [letters.slice(0, half), letters.slice(half)].map((part) => part.join(""));
  return parts
    .map((part, at) => atomOf(part, atom.font, atom.level, at === 0 || atom.mayBreakAfter, measure))
    .flatMap((part) => cutLong(part, width, measure));
}

/** As many atoms on each line as fit; what hangs together stays together. */
function* fill(atoms: readonly Atom[], width: number): Generator<readonly Atom[]> {
  let line: Atom[] = [];
  let used = 0;
  let word: Atom[] = [];
  let wordWidth = 0;
  for (const [at, atom] of atoms.entries()) {
    word.push(atom);
    wordWidth += atom.width;
    const next = atoms[at + 1];
    if (next && !atom.mayBreakAfter && !next.isSpace && !atom.isSpace) continue;
    if (used + wordWidth > width && line.length > 0 && !atom.isSpace) {
      yield line;
      line = [];
      used = 0;
    }
    line.push(...word);
    used += wordWidth;
    word = [];
    wordWidth = 0;
  }
  yield line;
}

/** Rule L2 of the algorithm: from the highest level down, runs of that level or higher are turned round. */
function drawn(line: readonly Atom[], base: number): Line {
  const atoms = trimmed(line);
  const highest = Math.max(0, ...atoms.map(({ level }) => level));
  let order = [...atoms];
  for (let level = highest; level >= 1; level -= 1) order = turnRuns(order, level);
  const pieces = joined(order);
  return {
    pieces,
    width: pieces.reduce((sum, piece) => sum + piece.width, 0),
    isRightToLeft: base % 2 === 1,
  };
}

function trimmed(line: readonly Atom[]): readonly Atom[] {
  const first = line.findIndex(({ isSpace }) => !isSpace);
  const last = line.findLastIndex(({ isSpace }) => !isSpace);
  return first < 0 ? [] : line.slice(first, last + 1);
}

function turnRuns(atoms: readonly Atom[], level: number): Atom[] {
  const turned: Atom[] = [];
  let run: Atom[] = [];
  for (const atom of atoms) {
    if (atom.level >= level) {
      run.unshift(atom);
      continue;
    }
    turned.push(...run, atom);
    run = [];
  }
  return [...turned, ...run];
}

/** Neighbours that read from left to right in one font are drawn together; marks in what reads the other way are turned. */
function joined(atoms: readonly Atom[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Atom | null = null;
  for (const atom of atoms) {
    const last = pieces.at(-1);
    const isPlain = atom.level % 2 === 0;
    if (last && before && isPlain && before.level % 2 === 0 && last.font === atom.font) {
      pieces[pieces.length - 1] = { ...last, text: last.text + atom.text, width: last.width + atom.width };
    } else {
      pieces.push({ text: isPlain ? atom.text : turnMarks(atom.text), font: atom.font, width: atom.width });
    }
    before = atom;
  }
  return pieces;
}

/** Letters are turned by their font; brackets and full stops are not, since they belong to no script. */
function turnMarks(text: string): string {
  if (/\p{L}/u.test(text)) return text;
  return Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter)
    .toReversed()
    .join("");
}
