import type { PublishedCorrection, ReportPlace } from "../formats/format";
import type { ReportContent } from "../report/content";
import type { ReportChange } from "../report/difference";

/** A correction with what it changed; `previous` is the number that it corrects. */
export type PublicCorrection = PublishedCorrection & {
  readonly previous: number;
  readonly difference: readonly ReportChange[];
};

/** A published report as every reader may have it, and where its pages are. */
export type PublishedReport = {
  readonly content: ReportContent;
  readonly slug: string;
  readonly workspace: string;
  readonly number: number;
  readonly numbers: readonly number[];
  readonly publishedAt: string;
  readonly sha256: string;
  readonly corrections: readonly PublicCorrection[];
};

export type Published = { readonly report: PublishedReport; readonly place: ReportPlace };
