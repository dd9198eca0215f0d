import type { AnnotationContent, Citation, Person, SearchEntry } from "../annotations/annotation";
import type { Source } from "../sources/source";

/** One person's annotation, to be laid beside others. */
export type Column = { readonly author: Person; readonly content: AnnotationContent };

/** Something that each column says, or all of them alike: then it is shown once. */
export type Compared<T> =
  { readonly agreed: true; readonly value: T } | { readonly agreed: false; readonly values: readonly T[] };

/** What a snapshot says of a quote is the quote's own doing: it makes no two uses differ. */
type SourceUse = Omit<Citation, "source" | "check">;

export type Comparison = {
  readonly verdict: Compared<string | null>;
  readonly rationale: Compared<string>;
  readonly confidence: Compared<number | null>;
  /** One entry a source, in the order in which the columns name them; what each column uses it for. */
  readonly evidence: readonly { readonly source: Source; readonly uses: Compared<readonly SourceUse[]> }[];
  /** Every search once, with those who logged it. */
  readonly searches: readonly { readonly search: SearchEntry; readonly by: readonly Person[] }[];
};

/** Lays annotations of one claim beside each other. Columns come in the order given; at least one. */
export function compareAnnotations(columns: readonly Column[]): Comparison {
  const contents = columns.map(({ content }) => content);
  return {
    verdict: compared(contents.map(({ verdict }) => verdict)),
    rationale: compared(contents.map(({ rationale }) => rationale)),
    confidence: compared(contents.map(({ confidence }) => confidence)),
    evidence: sourcesOf(contents).map((source) => ({
      source,
      uses: compared(contents.map(({ citations }) => usesOf(citations, source))),
    })),
    searches: searchesOf(columns),
  };
}

function compared<T>(values: readonly T[]): Compared<T> {
  const [first] = values;
  const same = values.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return same ? { agreed: true, value: first as T } : { agreed: false, values };
}

function sourcesOf(contents: readonly AnnotationContent[]): readonly Source[] {
  const sources = contents.flatMap(({ citations }) => citations.map(({ source }) => source));
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function usesOf(citations: readonly Citation[], source: Source): readonly SourceUse[] {
  return citations
    .filter((citation) => citation.source.id === source.id)
    .map(({ stance, quote, locator, accessedOn, archivedUrl }) => ({
      stance,
      quote,
      locator,
      accessedOn,
      archivedUrl,
    }));
}

function searchesOf(columns: readonly Column[]): Comparison["searches"] {
  const found = new Map<string, { search: SearchEntry; by: Person[] }>();
  for (const { author, content } of columns) {
    for (const search of content.searches) {
      const key = JSON.stringify(Object.values(search));
      const entry = found.get(key) ?? { search, by: [] };
      if (!entry.by.some(({ memberId }) => memberId === author.memberId)) entry.by.push(author);
      found.set(key, entry);
    }
  }
  return [...found.values()];
}
