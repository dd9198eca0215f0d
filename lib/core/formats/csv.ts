import type { ReportClaim, ReportHead } from "../report/content";
import { findOption } from "../verdicts/scale";
import { csvRow } from "./csv-cells";
import type { ReportFormat } from "./format";

export const claimColumns = [
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
  "checked_by",
  "dissent",
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
  readsText: false,
  async *write({ claims, scale }) {
    yield csvRow(claimColumns);
    for await (const claim of claims) {
      const { ordinal, kind, start, end, text, wording, disposition } = claim;
      const ruling = claim.ruling ? rulingCells(claim.ruling, scale) : noRuling;
      yield csvRow([ordinal, kind, start, end, text, wording, disposition, ...ruling, claim.id]);
    }
  },
};

function rulingCells(ruling: NonNullable<ReportClaim["ruling"]>, scale: ReportHead["scale"]) {
  return [
    ruling.verdict,
    findOption(scale, ruling.verdict)?.label ?? null,
    ruling.method,
    ruling.rationale,
    ruling.decidedAt,
    ruling.checkers,
    ruling.checkedBy?.join("; ") ?? null,
    ruling.dissent.join(" "),
    ruling.citations.length,
    ruling.searches.length,
  ];
}

const noRuling = [null, null, null, null, null, null, null, null, null, null];

export const citationColumns = [
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
  readsText: false,
  async *write({ claims }) {
    yield csvRow(citationColumns);
    for await (const claim of claims) {
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

export const searchColumns = [
  "claim_ordinal",
  "query",
  "place",
  "searched_on",
  "outcome",
  "claim_id",
] as const;

/** The third table: one row a search, so that a reader can repeat it. */
export const csvSearchesFormat: ReportFormat = {
  key: "csv-searches",
  label: "CSV, searches",
  mediaType: "text/csv",
  extension: "searches.csv",
  readsText: false,
  async *write({ claims }) {
    yield csvRow(searchColumns);
    for await (const claim of claims) {
      for (const { query, place, searchedOn, outcome } of claim.ruling?.searches ?? []) {
        yield csvRow([claim.ordinal, query, place, searchedOn, outcome, claim.id]);
      }
    }
  },
};
