import type { ReportContent } from "../report/content";

/** One way to write a report down. Pure: the same content gives the same bytes, in pieces that can be streamed. */
export type ReportFormat = {
  readonly key: string;
  readonly label: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly write: (content: ReportContent) => Iterable<string>;
};
