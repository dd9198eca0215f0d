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

/** Positions are UTF-16 code units, half-open; the pieces are made when they are first asked for. */
export type Paragraph = { readonly start: number; readonly end: number; readonly pieces: readonly Piece[] };

/** A measure holds some 62 characters; a claim that begins this much later begins on a later line. */
const lineUnits = 75;

type Run = Pick<Piece, "text" | "claimId">;

/**
 * Cuts a text into paragraphs and these at every claim's ends, so that all of it is there once and in order: what is
 * between claims is kept, parts nest in sentences, overlaps give the shared words to the shorter claim. Positions are
 * UTF-16 code units; `claims` are in the order of the text. Of thousands of paragraphs only those that are looked at are
 * cut, and only the last of them are kept cut: whoever scrolls through a book does not fill the memory with it.
 */
export function layoutClaims(text: string, claims: readonly Placed[]): readonly Paragraph[] {
  let next = 0;
  const cuts = splitParagraphs(text).map(({ start, end }) => {
    while (next > 0 && (claims[next - 1]?.end ?? 0) > start) next -= 1;
    const from = next;
    while (next < claims.length && (claims[next]?.start ?? end) < end) next += 1;
    const here = claims.slice(from, next).filter((claim) => claim.end > start);
    return { start, end, here, runs: () => cut(text, start, end, here) };
  });
  const piecesAt = keepLast((place) => withEnds(cuts, place));
  return cuts.map(({ start, end }, place) => ({
    start,
    end,
    get pieces() {
      return piecesAt(place);
    },
  }));
}

type Cut = {
  readonly start: number;
  readonly end: number;
  readonly here: readonly Placed[];
  readonly runs: () => readonly Run[];
};

const keptParagraphs = 400;

/** Remembers what was made for the places that were asked for last. */
function keepLast<T>(make: (place: number) => T): (place: number) => T {
  const made = new Map<number, { readonly value: T }>();
  return (place) => {
    const known = made.get(place);
    if (known) return known.value;
    const value = make(place);
    made.set(place, { value });
    const [oldest] = made.keys();
    if (made.size > keptParagraphs && oldest !== undefined) made.delete(oldest);
    return value;
  };
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
function withEnds(cuts: readonly Cut[], place: number): readonly Piece[] {
  const runs = cuts[place]?.runs() ?? [];
  const opened = new Set(goingOn(cuts, place, -1));
  const goesOn = new Set(goingOn(cuts, place, 1));
  const last = new Map<string, Run>();
  for (const run of runs) if (run.claimId !== null) last.set(run.claimId, run);
  let sinceMargin = Number.POSITIVE_INFINITY;
  return runs.map((run): Piece => {
    const { claimId } = run;
    const opens = claimId !== null && !opened.has(claimId);
    if (claimId !== null) opened.add(claimId);
    const closes = claimId !== null && last.get(claimId) === run && !goesOn.has(claimId);
    const number: NumberPlace = !opens ? "none" : sinceMargin >= lineUnits ? "margin" : "line";
    sinceMargin = (number === "margin" ? 0 : sinceMargin) + run.text.length;
    return { ...run, opens, closes, number };
  });
}

/** The claims of a paragraph that have words of their own in one before it (-1) or after it (1). */
function goingOn(cuts: readonly Cut[], place: number, way: 1 | -1): readonly string[] {
  const here = cuts[place];
  if (!here) return [];
  const reaches = ({ start, end }: Placed, { start: from, end: to }: Cut) => start < to && end > from;
  const outside = here.here.filter((claim) => (way === 1 ? claim.end > here.end : claim.start < here.start));
  return outside
    .filter((claim) => {
      for (let at = place + way; ; at += way) {
        const other = cuts[at];
        if (!other || !reaches(claim, other)) return false;
        if (other.runs().some(({ claimId }) => claimId === claim.id)) return true;
      }
    })
    .map(({ id }) => id);
}
