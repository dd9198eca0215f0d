import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Regular for what is written, bold for headings. */
export type Weight = "regular" | "bold";

type Family = { readonly name: string; readonly bold: number; readonly letters?: RegExp };

/**
 * In the order in which they are asked for a letter: the reading face of the program, then one for each other script.
 * A package may tell of letters that its files do not have; `letters` are those that a family is asked for.
 */
const families: readonly [Family, ...Family[]] = [
  { name: "source-serif-4", bold: 600 },
  { name: "noto-naskh-arabic", bold: 600 },
  { name: "noto-serif-hebrew", bold: 600 },
  { name: "gowun-batang", bold: 700, letters: /\p{Script=Hangul}/u },
  { name: "noto-serif-sc", bold: 600 },
];

type Slice = {
  readonly family: Family;
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
};

const [readingFace] = families;
const fallback = { name: "source-serif-4/files/source-serif-4-latin", family: readingFace };

let slices: readonly Slice[] | null = null;
const known = new Map<number, Slice | null>();

/** The letters of each file, as its package tells them. */
function readSlices(): readonly Slice[] {
  slices ??= families.flatMap((family) => {
    const { name } = family;
    const told = JSON.parse(readFileSync(packageFile(name, "unicode.json"), "utf8")) as Record<
      string,
      string
    >;
    return Object.entries(told).map(([subset, ranges]) => ({
      family,
      name: `${name}/files/${name}-${subset.replaceAll(/[[\]]/g, "")}`,
      ranges: ranges.split(",").map(readRange),
    }));
  });
  return slices;
}

function readRange(text: string): readonly [number, number] {
  const [first = "", last = first] = text.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function packageFile(...parts: string[]): string {
  return join(process.cwd(), "node_modules/@fontsource", ...parts);
}

/** The name of the file that has this letter; that of the first where none has, which draws an empty box. */
export function fontOf(codePoint: number, weight: Weight): string {
  let slice = known.get(codePoint);
  if (slice === undefined) {
    slice = findSlice(codePoint);
    known.set(codePoint, slice);
  }
  const { name, family } = slice ?? fallback;
  return `${name}-${weight === "regular" ? 400 : family.bold}-normal.woff`;
}

function findSlice(codePoint: number): Slice | null {
  const letter = String.fromCodePoint(codePoint);
  const has = ({ family, ranges }: Slice) =>
    (family.letters?.test(letter) ?? true) &&
    ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
  return readSlices().find(has) ?? null;
}

export function readFont(name: string): Buffer {
  return readFileSync(packageFile(name));
}
