import type { ReportClaim, ReportStream, TextlessStream } from "../report/content";

/** A correction as every reader sees it: what report no. `number` changed, and why. */
export type PublishedCorrection = {
  readonly number: number;
  readonly reason: string;
  readonly correctedAt: string;
  /** The claims that it changed. */
  readonly claimIds: readonly string[];
};

/** Where readers find the report that is being written down, and since when. */
export type ReportPlace = {
  /** The origin of the site, such as https://assay.example.org. */
  readonly site: string;
  readonly report: string;
  /** The page of one claim; its address ends in the claim's id. */
  readonly claim: (claimId: string) => string;
  /** null for a report that is not published. */
  readonly publishedAt: string | null;
  readonly corrections: readonly PublishedCorrection[];
};

type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * One way to write a report down. Pure: the same report gives the same bytes, in pieces, claim by claim. One that does
 * without the article's text as a whole says so: then nobody has to hold it while a long report is written.
 */
export type ReportFormat = {
  readonly key: string;
  readonly label: string;
  readonly mediaType: string;
  readonly extension: string;
} & (
  | {
      readonly readsText: true;
      readonly write: (report: ReportStream, place: ReportPlace) => Pieces;
    }
  | {
      readonly readsText: false;
      readonly write: (report: TextlessStream, place: ReportPlace) => Pieces;
    }
);

/** The words that are judged: the standalone wording where there is one, else as they are printed. */
export function claimWords(claim: Pick<ReportClaim, "text" | "wording">): string {
  return claim.wording ?? claim.text;
}
