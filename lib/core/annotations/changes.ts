import type { AnnotationContent, Citation, SearchEntry } from "./annotation";

type Change<T> = { readonly before: T; readonly after: T };

/** What a version of an annotation changed; null or empty where it left things as they were. */
export type AnnotationChanges = {
  readonly verdict: Change<string | null> | null;
  readonly confidence: Change<number | null> | null;
  readonly rationale: Change<string> | null;
  readonly noSourceFound: Change<boolean> | null;
  readonly citations: { readonly added: readonly Citation[]; readonly removed: readonly Citation[] };
  readonly searches: { readonly added: readonly SearchEntry[]; readonly removed: readonly SearchEntry[] };
};

/** What differs between two versions. A citation that was edited is one taken away and one put in its place. */
export function annotationChanges(before: AnnotationContent, after: AnnotationContent): AnnotationChanges {
  return {
    verdict: changed(before.verdict, after.verdict),
    confidence: changed(before.confidence, after.confidence),
    rationale: changed(before.rationale, after.rationale),
    noSourceFound: changed(before.noSourceFound, after.noSourceFound),
    citations: exchanged(before.citations, after.citations, citationKey),
    searches: exchanged(before.searches, after.searches, (search) => JSON.stringify(search)),
  };
}

export function isUnchanged({ citations, searches, ...rest }: AnnotationChanges): boolean {
  const lists = [citations.added, citations.removed, searches.added, searches.removed];
  return Object.values(rest).every((change) => change === null) && lists.every((list) => list.length === 0);
}

function changed<T>(before: T, after: T): Change<T> | null {
  return before === after ? null : { before, after };
}

/** What its author wrote of it; what a snapshot says of the quote comes by itself. */
export function citationKey({ source, stance, quote, locator, accessedOn, archivedUrl }: Citation): string {
  return JSON.stringify([source.id, stance, quote, locator, accessedOn, archivedUrl]);
}

function exchanged<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string) {
  return { added: without(after, before, keyOf), removed: without(before, after, keyOf) };
}

/** The items that the others lack, each of several equal ones by itself. */
export function without<T>(
  items: readonly T[],
  others: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(keyOf(item)) ?? 0;
    left.set(keyOf(item), count - 1);
    return count < 1;
  });
}
