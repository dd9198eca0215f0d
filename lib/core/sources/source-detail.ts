import type { Person } from "../annotations/annotation";
import type { CitationCheck, SnapshotMark } from "./citation-check";
import type { Source, Stance } from "./source";

/** One citation of a source, as far as the reader may see it. */
export type SourceUse = {
  readonly claim: { readonly id: string; readonly ordinal: number; readonly text: string };
  readonly article: { readonly id: string; readonly title: string };
  /** Null while a blind check shows the evidence alone. */
  readonly stance: Stance | null;
  readonly author: Person | null;
  readonly quote: string;
  readonly locator: string | null;
  readonly check: CitationCheck | null;
};

/** A publication with all that the desk makes of it. */
export type SourceDetail = {
  readonly source: Source;
  /** Newest first; those taken for a citation only where the reader may see the citation. */
  readonly snapshots: readonly SnapshotMark[];
  readonly uses: readonly SourceUse[];
};
