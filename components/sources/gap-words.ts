import type { CitationGap, Gap } from "@/lib/core/sources/replication";

const citationWords: Record<CitationGap, string> = {
  no_quote: "the exact words that count",
  no_locator: "where in it to look",
  no_date: "when it was looked at",
  no_snapshot: "what the page said then: there is no snapshot",
  quote_not_found: "the quoted words: the snapshot does not have them",
  quote_close: "the quoted words as they are: the snapshot has others",
};

const otherWords = {
  no_evidence: "everything: there is no source and no search",
  nothing_for: "a look at what speaks for it: no source, and no search for one",
  nothing_against: "a look at what speaks against it: no source, and no search for one",
  searches_undated: "when it was searched for",
} as const;

/** What is missing, as an item of a list of things. */
export function gapWords(gap: Gap): string {
  return "title" in gap ? `of “${gap.title}”: ${citationWords[gap.kind]}` : otherWords[gap.kind];
}
