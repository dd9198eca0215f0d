import type { ReportClaim, ReportContent, ReportHead } from "../report/content";
import { ordinalOptions, type ScaleOption } from "../verdicts/scale";

/** What a reader has to know of the desk that a file is read for: the words of its verdicts, and how it works. */
export type ReadingDesk = Pick<ReportHead, "desk" | "scale" | "policy">;

/** Where a file cannot be read, and why: the words complete "Line 3 …" or "Entry 3 …". */
export type ReadProblem = { readonly line: number; readonly message: string };

/** A file is read as a whole or not at all. One article each; a file may hold several. */
export type ReadOutcome =
  | { readonly ok: true; readonly reports: readonly ReportContent[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

export function unread(line: number, message: string): ReadOutcome {
  return { ok: false, problems: [{ line, message }] };
}

/** What went wrong while a file was read; caught by its reader. */
export class ReadFailure extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Runs a reader that throws at the first thing it cannot read. */
export function readWhole(read: () => readonly ReportContent[]): ReadOutcome {
  try {
    return { ok: true, reports: read() };
  } catch (error) {
    if (error instanceof ReadFailure) return unread(error.line, error.message);
    throw error;
  }
}

type Article = ReportHead["article"];

/** An article of which a file tells only the claims: its text is made of them, each in its place. */
export function articleOf(known: Partial<Article>, claims: readonly ReportClaim[]): Article {
  return {
    id: "",
    title: claims[0]?.text.slice(0, 120).toWellFormed() ?? "",
    byline: null,
    publisher: null,
    url: null,
    publishedAt: null,
    language: "und",
    direction: "ltr",
    revision: 1,
    sha256: "",
    text: known.text ?? textOf(claims.map(({ start, text }) => ({ start, text }))),
    ...known,
  };
}

/** Pieces put where they belong; what is not known between them is white space. */
export function textOf(pieces: readonly { readonly start: number; readonly text: string }[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { start, text } of pieces.toSorted((a, b) => a.start - b.start)) {
    if (start > end) parts.push(" ".repeat(start - end));
    const fresh = text.slice(Math.max(0, end - start));
    parts.push(fresh);
    end = Math.max(end, start + text.length);
  }
  return parts.join("");
}

/** Claims of a file that says nothing of their places: one after the other. */
export function inOrder<C extends { readonly text: string }>(claims: readonly C[]) {
  let at = 0;
  return claims.map((claim, place) => {
    const start = at;
    at = start + claim.text.length + 1;
    return { ...claim, ordinal: place + 1, start, end: start + claim.text.length };
  });
}

/** A claim that nothing is known of but its words. */
export function bareClaim(id: string, text: string) {
  return { id, kind: "sentence", text, wording: null, disposition: "to_check", ruling: null } as const;
}

/** A ruling of which a file tells only some things. */
export function rulingOf(known: Partial<NonNullable<ReportClaim["ruling"]>> & { readonly verdict: string }) {
  return {
    method: "agreement" as const,
    rationale: "",
    decidedAt: "1970-01-01T00:00:00.000Z",
    checkers: 1,
    dissent: [],
    citations: [],
    searches: [],
    ...known,
  };
}

/** A citation of which a file tells only some things. */
export function citationOf(
  known: Partial<NonNullable<ReportClaim["ruling"]>["citations"][number]> & { readonly title: string },
) {
  return {
    url: null,
    publisher: null,
    author: null,
    publishedOn: null,
    medium: "other" as const,
    stance: "context" as const,
    quote: "",
    locator: null,
    accessedOn: null,
    archivedUrl: null,
    ...known,
  };
}

/**
 * The option that a coarser mark of another format means best: of those with the mark the plainest, that is the one
 * farthest from the middle of the line; one beside the line rather than the middle itself.
 */
export function optionFor(
  { scale }: ReadingDesk,
  means: (option: ScaleOption) => boolean,
): ScaleOption | null {
  const middle = (ordinalOptions(scale).length + 1) / 2;
  const plainness = ({ rank }: ScaleOption) => (rank === null ? 0.5 : Math.abs(rank - middle));
  return scale.options.filter(means).toSorted((a, b) => plainness(b) - plainness(a))[0] ?? null;
}
