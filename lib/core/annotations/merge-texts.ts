import { diffArrays, type ArrayChange } from "diff";

/** Which of two sides stands where both have changed the same words. */
export type Winner = "mine" | "theirs";

export type MergedText = {
  readonly text: string;
  /** Whether both sides changed the same place in different ways; there only the winner's words are in the text. */
  readonly overlaps: boolean;
};

/** Pieces `[from, to)` of the base that a side has replaced, by its pieces `[start, end)`. */
type Hunk = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };
type Side = { readonly pieces: readonly string[]; readonly hunks: readonly Hunk[] };
type Cluster = {
  readonly from: number;
  readonly to: number;
  readonly mine: readonly Hunk[];
  readonly theirs: readonly Hunk[];
};

/** Beyond so many differing pieces the whole text counts as one change. */
const MOST_EDITS = 1_000;
const PIECE = /\s+|\S(?:[^.!?…。！？؟۔\n]|[.!?…؟۔](?!["'”’»)\]]*(?:\s|$)))*[.!?…。！？؟۔]*["'”’»)\]]*/gu;

/**
 * Lays two changes of one text together (three-way merge, by sentences and lines: words of one sentence that came from
 * two drafts would say what nobody wrote). Changes of different sentences are both kept; where both changed the same
 * one, or both put something in the same place, the winner's words stand and `overlaps` tells. The same change made
 * twice is made once.
 */
export function mergeTexts(base: string, mine: string, theirs: string, wins: Winner = "mine"): MergedText {
  const pieces = sentencesOf(base);
  const sides = { mine: sideOf(pieces, mine), theirs: sideOf(pieces, theirs) };
  const text: string[] = [];
  let [at, overlaps] = [0, false];
  for (const cluster of clustersOf(sides.mine.hunks, sides.theirs.hunks)) {
    text.push(...pieces.slice(at, cluster.from));
    const written = {
      mine: writtenBy(sides, "mine", cluster, pieces),
      theirs: writtenBy(sides, "theirs", cluster, pieces),
    };
    const isContested =
      cluster.mine.length > 0 && cluster.theirs.length > 0 && written.mine !== written.theirs;
    overlaps ||= isContested;
    const from = isContested ? wins : cluster.mine.length > 0 ? "mine" : "theirs";
    text.push(written[from]);
    at = cluster.to;
  }
  text.push(...pieces.slice(at));
  return { text: text.join(""), overlaps };
}

/** A text in sentences and the blanks between them, which give it back when joined. */
function sentencesOf(text: string): readonly string[] {
  return text.match(PIECE) ?? [];
}

function sideOf(base: readonly string[], text: string): Side {
  const pieces = sentencesOf(text);
  const changes = diffArrays([...base], [...pieces], { maxEditLength: MOST_EDITS });
  if (!changes) return { pieces, hunks: [{ from: 0, to: base.length, start: 0, end: pieces.length }] };
  const hunks: Hunk[] = [];
  let [old, now] = [0, 0];
  for (const change of changes) {
    const last = hunks.at(-1);
    const [to, end] = [old + lengthIn(change, "old"), now + lengthIn(change, "new")];
    // What is taken away and what is put in its place follow each other: one change.
    const isMore = last?.to === old && last.end === now;
    if (change.added || change.removed) {
      if (isMore) hunks.pop();
      hunks.push(isMore ? { ...last, to, end } : { from: old, to, start: now, end });
    }
    [old, now] = [to, end];
  }
  return { pieces, hunks };
}

function lengthIn({ added, removed, value }: ArrayChange<string>, side: "old" | "new"): number {
  return (side === "old" ? added : removed) ? 0 : value.length;
}

/** Two hunks are about the same place where they share a piece of the base, or where one puts something in at an edge of the other. */
function meet(a: Pick<Hunk, "from" | "to">, b: Pick<Hunk, "from" | "to">): boolean {
  const isInsertion = a.from === a.to || b.from === b.to;
  return isInsertion ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to;
}

/** The hunks of both sides in the order of the base, those that meet together. */
function clustersOf(mine: readonly Hunk[], theirs: readonly Hunk[]): readonly Cluster[] {
  const all = [
    ...mine.map((hunk): Cluster => ({ from: hunk.from, to: hunk.to, mine: [hunk], theirs: [] })),
    ...theirs.map((hunk): Cluster => ({ from: hunk.from, to: hunk.to, mine: [], theirs: [hunk] })),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to);
  const clusters: Cluster[] = [];
  for (const next of all) {
    const last = clusters.at(-1);
    if (!last || !meet(last, next)) {
      clusters.push(next);
      continue;
    }
    clusters[clusters.length - 1] = {
      from: last.from,
      to: Math.max(last.to, next.to),
      mine: [...last.mine, ...next.mine],
      theirs: [...last.theirs, ...next.theirs],
    };
  }
  return clusters;
}

/** What a side has in the place of a cluster's part of the base. */
function writtenBy(
  sides: Readonly<Record<Winner, Side>>,
  which: Winner,
  { from, to, ...cluster }: Cluster,
  base: readonly string[],
): string {
  const written: string[] = [];
  let at = from;
  for (const hunk of cluster[which]) {
    written.push(...base.slice(at, hunk.from), ...sides[which].pieces.slice(hunk.start, hunk.end));
    at = hunk.to;
  }
  return [...written, ...base.slice(at, to)].join("");
}
