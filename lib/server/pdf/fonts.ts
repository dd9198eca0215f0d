import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Regular for what is written, bold for headings. */
export type Weight = "regular" | "bold";

const weights: Record<Weight, number> = { regular: 400, bold: 600 };

/** In the order in which they are asked for a letter: the reading face of the program, then one for each other script. */
const families = ["source-serif-4", "noto-naskh-arabic", "noto-serif-hebrew", "noto-serif-sc"] as const;

type Slice = { readonly name: string; readonly ranges: readonly (readonly [number, number])[] };

let slices: readonly Slice[] | null = null;
const known = new Map<number, Slice | null>();

/** The letters of each file, as its package tells them. */
function readSlices(): readonly Slice[] {
  slices ??= families.flatMap((family) => {
    const told = JSON.parse(readFileSync(packageFile(family, "unicode.json"), "utf8")) as Record<
      string,
      string
    >;
    return Object.entries(told).map(([subset, ranges]) => ({
      name: `${family}/files/${family}-${subset.replaceAll(/[[\]]/g, "")}`,
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
    slice =
      readSlices().find(({ ranges }) =>
        ranges.some(([first, last]) => codePoint >= first && codePoint <= last),
      ) ?? null;
    known.set(codePoint, slice);
  }
  const name = slice?.name ?? "source-serif-4/files/source-serif-4-latin";
  return `${name}-${weights[weight]}-normal.woff`;
}

export function readFont(name: string): Buffer {
  return readFileSync(packageFile(name));
}
