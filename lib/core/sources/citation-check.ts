/** Why there is no snapshot of a source. What it means in words stands beside each. */
export const keepProblems = {
  unreachable: "Nothing could be fetched from its address.",
  slow: "The page did not arrive within ten seconds.",
  redirects: "Its address sends from one page to the next without arriving anywhere.",
  login: "The page asks for a login, which Assay does not have.",
  gone: "There is no page at its address (any more).",
  refused: "Its server answered with an error.",
  type: "What is at its address is neither a web page nor a text, PDF or Word document.",
  large: "The page is larger than 5 MB.",
  broken: "The answer from its address broke off or could not be understood.",
  unreadable: "The page came, but no text could be read from it.",
} as const;
export type KeepProblem = keyof typeof keepProblems;

export const quoteFindings = ["exact", "close", "not_found"] as const;
export type QuoteFinding = (typeof quoteFindings)[number];

/** A snapshot without its text. */
export type SnapshotMark = {
  readonly id: string;
  /** Where the page was in the end, after all redirects. */
  readonly url: string;
  /** SHA-256 of its text in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly takenAt: string;
};

/** What came of keeping the source that a citation names: a snapshot, or the reason why there is none. */
export type CitationCheck =
  | {
      readonly snapshot: SnapshotMark;
      readonly problem: null;
      /** Null where there is no quote to look for. */
      readonly finding: QuoteFinding | null;
      /** The words as the snapshot has them; null where they are not found. */
      readonly foundText: string | null;
    }
  | { readonly snapshot: null; readonly problem: KeepProblem };
