import { findOption } from "../verdicts/scale";
import { csvRow } from "./csv-cells";
import type { ReportFormat } from "./format";

const claimColumns = [
  "ordinal",
  "kind",
  "start",
  "end",
  "text",
  "wording",
  "disposition",
  "verdict",
  "verdict_label",
  "method",
  "rationale",
  "decided_at",
  "checkers",
  "citations",
  "searches",
  "claim_id",
] as const;

/** One row a claim. Positions are UTF-16 code units, half-open, in the article's text. */
export const csvFormat: ReportFormat = {
  key: "csv",
  label: "CSV, claims",
  mediaType: "text/csv",
  extension: "csv",
  *write({ claims, scale }) {
    yield csvRow(claimColumns);
    for (const { ruling, ...claim } of claims) {
      yield csvRow([
        claim.ordinal,
        claim.kind,
        claim.start,
        claim.end,
        claim.text,
        claim.wording,
        claim.disposition,
        ruling?.verdict ?? null,
        findOption(scale, ruling?.verdict ?? null)?.label ?? null,
        ruling?.method ?? null,
        ruling?.rationale ?? null,
        ruling?.decidedAt ?? null,
        ruling?.checkers ?? null,
        ruling?.citations.length ?? null,
        ruling?.searches.length ?? null,
        claim.id,
      ]);
    }
  },
};

const citationColumns = [
  "claim_ordinal",
  "stance",
  "title",
  "publisher",
  "author",
  "published_on",
  "url",
  "medium",
  "quote",
  "locator",
  "accessed_on",
  "archived_url",
  "claim_id",
] as const;

/** The second table: one row a citation, tied to its claim by ordinal and id. */
export const csvCitationsFormat: ReportFormat = {
  key: "csv-citations",
  label: "CSV, citations",
  mediaType: "text/csv",
  extension: "citations.csv",
  *write({ claims }) {
    yield csvRow(citationColumns);
    for (const claim of claims) {
      for (const citation of claim.ruling?.citations ?? []) {
        yield csvRow([
          claim.ordinal,
          citation.stance,
          citation.title,
          citation.publisher,
          citation.author,
          citation.publishedOn,
          citation.url,
          citation.medium,
          citation.quote,
          citation.locator,
          citation.accessedOn,
          citation.archivedUrl,
          claim.id,
        ]);
      }
    }
  },
};
