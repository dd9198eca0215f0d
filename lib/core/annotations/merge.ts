import type { AnnotationContent, Citation, SearchEntry } from "./annotation";
import { citationKey, without } from "./changes";
import { mergeTexts, type Winner } from "./merge-texts";

export const mergedFields = [
  "verdict",
  "confidence",
  "rationale",
  "citations",
  "searches",
  "noSourceFound",
] as const;
export type MergedField = (typeof mergedFields)[number];

export type Merge = {
  readonly content: AnnotationContent;
  /** The parts that both sides changed in different ways: there the winner's stands in the content. */
  readonly overlaps: readonly MergedField[];
};

/** Two states of one annotation that were both made from `base`. */
export type Sides = {
  readonly base: AnnotationContent;
  readonly mine: AnnotationContent;
  readonly theirs: AnnotationContent;
};

type Part<T> = { readonly value: T; readonly overlaps: boolean };

/**
 * Lays two changes of one annotation together, each part by itself: what only one side changed is as that side has it.
 * What both added is all there. Nothing is decided here where both changed the same: `overlaps` names it.
 */
export function mergeAnnotations({ base, mine, theirs }: Sides, wins: Winner): Merge {
  const verdict = single(base.verdict, mine.verdict, theirs.verdict, wins);
  const confidence = single(base.confidence, mine.confidence, theirs.confidence, wins);
  const { text, overlaps } = mergeTexts(base.rationale, mine.rationale, theirs.rationale, wins);
  const rationale = { value: text, overlaps };
  const citations = list(
    { base: base.citations, mine: mine.citations, theirs: theirs.citations },
    { keyOf: citationKey, nameOf: ({ source }) => source.id },
    wins,
  );
  const searches = list(
    { base: base.searches, mine: mine.searches, theirs: theirs.searches },
    { keyOf: searchKey, nameOf: ({ query, place }) => JSON.stringify([query, place]) },
    wins,
  );
  const ticked = single(base.noSourceFound, mine.noSourceFound, theirs.noSourceFound, wins);
  const noSourceFound = besideSources(ticked, { mine, theirs }, citations.value);
  const parts = { verdict, confidence, rationale, citations, searches, noSourceFound };
  return {
    content: {
      verdict: verdict.value,
      confidence: confidence.value,
      rationale: rationale.value,
      citations: citations.value,
      searches: searches.value,
      noSourceFound: noSourceFound.value,
    },
    overlaps: mergedFields.filter((name) => parts[name].overlaps),
  };
}

function single<T>(base: T, mine: T, theirs: T, wins: Winner): Part<T> {
  if (mine === theirs || theirs === base) return { value: mine, overlaps: false };
  if (mine === base) return { value: theirs, overlaps: false };
  return { value: wins === "mine" ? mine : theirs, overlaps: true };
}

/** "No source found" cannot stand beside a source for or against, which the other side may have brought. */
function besideSources(
  { value, overlaps }: Part<boolean>,
  sides: Pick<Sides, "mine" | "theirs">,
  citations: readonly Citation[],
): Part<boolean> {
  const answers = (all: readonly Citation[]) => all.some(({ stance }) => stance !== "context");
  if (!value || !answers(citations)) return { value, overlaps };
  const wasSaid = Object.values(sides).some((side) => side.noSourceFound && answers(side.citations));
  // Where a side says both by itself there is nothing new to ask about.
  return wasSaid ? { value, overlaps } : { value: false, overlaps: true };
}

type Lists<T> = { readonly base: readonly T[]; readonly mine: readonly T[]; readonly theirs: readonly T[] };
type Naming<T> = {
  /** Equal for items that say the same. */
  readonly keyOf: (item: T) => string;
  /** Equal for an item and what it became when it was edited. */
  readonly nameOf: (item: T) => string;
};

/** The winner's list with the other's changes: an item that was edited is one taken away and one put in its place. */
function list<T>(
  { base, mine, theirs }: Lists<T>,
  { keyOf, nameOf }: Naming<T>,
  wins: Winner,
): Part<readonly T[]> {
  const [first, second] = wins === "mine" ? [mine, theirs] : [theirs, mine];
  const added = { first: without(first, base, keyOf), second: without(second, base, keyOf) };
  const removed = without(base, second, keyOf);
  const contested = new Set(
    without(base, first, keyOf)
      .filter((item) => removed.includes(item))
      .map(nameOf)
      .filter((name) => !sameOf(name, added.first, added.second, { keyOf, nameOf })),
  );
  const isFree = (item: T) => !contested.has(nameOf(item));
  const kept = without(first, removed.filter(isFree), keyOf);
  const brought = without(added.second.filter(isFree), added.first, keyOf);
  return { value: [...kept, ...brought], overlaps: contested.size > 0 };
}

/** Whether both sides put the same in the place of what is called so. */
function sameOf<T>(name: string, a: readonly T[], b: readonly T[], { keyOf, nameOf }: Naming<T>): boolean {
  const keys = (items: readonly T[]) =>
    JSON.stringify(
      items
        .filter((item) => nameOf(item) === name)
        .map(keyOf)
        .toSorted(),
    );
  return keys(a) === keys(b);
}

function searchKey({ query, place, searchedOn, sought, useful, outcome }: SearchEntry): string {
  return JSON.stringify([query, place, searchedOn, sought, useful, outcome]);
}
