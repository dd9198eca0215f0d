import type { AnnotationContent, Citation } from "../annotations/annotation";

/** What a reader who wants to check a claim again would have to go without. */
export type Gap =
  | { readonly kind: "no_evidence" }
  | { readonly kind: "nothing_for" | "nothing_against" }
  | { readonly kind: "searches_undated" }
  | { readonly kind: CitationGap; readonly title: string };

const citationGaps = [
  "no_quote",
  "no_locator",
  "no_date",
  "no_snapshot",
  "quote_not_found",
  "quote_close",
] as const;
export type CitationGap = (typeof citationGaps)[number];

type Evidence = Pick<AnnotationContent, "searches" | "noSourceFound"> & {
  readonly citations: readonly (Omit<Citation, "stance"> & Partial<Pick<Citation, "stance">>)[];
};

/**
 * The gaps in the evidence of one annotation, the gravest first: nothing to go by, a side that nobody looked at, then
 * what each citation lacks. Empty when a reader has all they need. Without stances (a blind check) sides are not judged.
 */
export function replicationGaps({ citations, searches, noSourceFound }: Evidence): readonly Gap[] {
  if (citations.length + searches.length === 0) return [{ kind: "no_evidence" }];
  const gaps: Gap[] = noSourceFound ? [] : [...missingSides({ citations, searches })];
  if (searches.some(({ searchedOn }) => searchedOn === null)) gaps.push({ kind: "searches_undated" });
  for (const citation of citations) {
    for (const kind of gapsOf(citation)) gaps.push({ kind, title: citation.source.title });
  }
  return gaps;
}

function missingSides({ citations, searches }: Pick<Evidence, "citations" | "searches">): readonly Gap[] {
  if (citations.some(({ stance }) => stance === undefined)) return [];
  const isCovered = (side: "supports" | "refutes") =>
    citations.some(({ stance }) => stance === side) ||
    searches.some(({ sought }) => sought === null || sought === side);
  return [
    ...(isCovered("supports") ? [] : [{ kind: "nothing_for" } as const]),
    ...(isCovered("refutes") ? [] : [{ kind: "nothing_against" } as const]),
  ];
}

function gapsOf(citation: Evidence["citations"][number]): readonly CitationGap[] {
  const { source, quote, locator, accessedOn, check } = citation;
  const isOnline = source.url !== null;
  const finding = check?.snapshot ? check.finding : null;
  const isKept = Boolean(check?.snapshot);
  const lacks: Readonly<Record<CitationGap, boolean>> = {
    no_quote: quote.trim() === "",
    // On a page the words themselves are found; a book has to be opened somewhere.
    no_locator: !isOnline && !locator,
    no_date: isOnline && accessedOn === null && !isKept,
    no_snapshot: isOnline && !isKept,
    quote_not_found: finding === "not_found",
    quote_close: finding === "close",
  };
  return citationGaps.filter((kind) => lacks[kind]);
}
