import type { ClaimSummary } from "@/lib/core/claims/claim";
import { splitParagraphs } from "@/lib/core/text/segmentation/paragraphs";

/** Where a claim's number stands: in the margin, in the line (where margin numbers would fall on each other), nowhere. */
export type NumberPlace = "margin" | "line" | "none";

type Placed = Pick<ClaimSummary, "id" | "start" | "end">;

/** A run of the text inside one paragraph, under the same claims from first to last unit. */
export type Piece = {
  readonly text: string;
  /** The innermost claim: the shortest one over it. Null for what no claim covers (white space, mostly). */
  readonly claimId: string | null;
  /** Whether it begins its claim, carries its number and its name. */
  readonly opens: boolean;
  /** Whether it ends its claim and carries its glyph. */
  readonly closes: boolean;
  readonly number: NumberPlace;
};

export type Paragraph = { readonly start: number; readonly pieces: readonly Piece[] };

/** A measure holds some 62 characters; a claim that begins this much later begins on a later line. */
const lineUnits = 75;

type Run = Pick<Piece, "text" | "claimId">;

/**
 * Cuts a text into paragraphs and these at every claim's ends, so that all of it is there once and in order: what is
 * between claims is kept, parts nest in sentences, overlaps give the shared words to the shorter claim. Positions are
 * UTF-16 code units; `claims` are in the order of the text.
 */
export function layoutClaims(text: string, claims: readonly Placed[]): readonly Paragraph[] {
  let next = 0;
  const paragraphs = splitParagraphs(text).map(({ start, end }) => {
    const here: Placed[] = [];
    while (next > 0 && (claims[next - 1]?.end ?? 0) > start) next -= 1;
    for (; next < claims.length; next += 1) {
      const claim = claims[next];
      if (!claim || claim.start >= end) break;
      if (claim.end > start) here.push(claim);
    }
    return { start, runs: cut(text, start, end, here) };
  });
  return withEnds(paragraphs);
}

function cut(text: string, start: number, end: number, claims: readonly Placed[]): readonly Run[] {
  const edges = new Set([start, end]);
  for (const claim of claims) {
    edges.add(Math.max(start, claim.start));
    edges.add(Math.min(end, claim.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const runs = sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? end;
    return { text: text.slice(from, to), claimId: innermost(claims, from, to)?.id ?? null };
  });
  return runs.reduce<Run[]>((merged, run) => {
    const last = merged.at(-1);
    if (last && last.claimId === run.claimId)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
    return merged;
  }, []);
}

function innermost(claims: readonly Placed[], from: number, to: number): Placed | null {
  let best: Placed | null = null;
  for (const claim of claims) {
    const covers = claim.start <= from && claim.end >= to;
    if (covers && (!best || claim.end - claim.start < best.end - best.start)) best = claim;
  }
  return best;
}

/** A claim opens with the first run that is its own and closes with the last, wherever parts have taken the others. */
function withEnds(paragraphs: readonly { start: number; runs: readonly Run[] }[]): readonly Paragraph[] {
  const last = new Map<string, Run>();
  for (const { runs } of paragraphs) for (const run of runs) if (run.claimId) last.set(run.claimId, run);
  const opened = new Set<string>();
  return paragraphs.map(({ start, runs }) => {
    let sinceMargin = Number.POSITIVE_INFINITY;
    const pieces = runs.map((run): Piece => {
      const opens = run.claimId !== null && !opened.has(run.claimId);
      if (run.claimId) opened.add(run.claimId);
      const number: NumberPlace = !opens ? "none" : sinceMargin >= lineUnits ? "margin" : "line";
      sinceMargin = (number === "margin" ? 0 : sinceMargin) + run.text.length;
      return { ...run, opens, closes: run.claimId !== null && last.get(run.claimId) === run, number };
    });
    return { start, pieces };
  });
}
