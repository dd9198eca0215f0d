import type { ReportCitation, ReportClaim, ReportHead, ReportSearch } from "../report/content";
import type { averitecLabels } from "../verdicts/scale";
import { findOption } from "../verdicts/scale";
import { claimWords, type ReportFormat, type ReportPlace } from "./format";
import { jsonArray } from "./json-pieces";

/** The array of claims that AVeriTeC's tools read. Verdicts that it has no word for are left out. */
export const averitecFormat: ReportFormat = {
  key: "averitec",
  label: "AVeriTeC",
  mediaType: "application/json",
  extension: "averitec.json",
  readsText: true,
  write: (report, place) => jsonArray(entries(report.claims, report, place)),
};

async function* entries(
  claims: AsyncIterable<ReportClaim> | Iterable<ReportClaim>,
  head: ReportHead,
  place: ReportPlace,
): AsyncGenerator<object> {
  for await (const claim of claims) {
    const label = findOption(head.scale, claim.ruling?.verdict ?? null)?.averitec;
    if (label) yield entryOf(claim, label, head, place);
  }
}

function entryOf(
  claim: ReportClaim,
  label: (typeof averitecLabels)[number],
  { article }: ReportHead,
  place: ReportPlace,
) {
  return {
    claim: claimWords(claim),
    required_reannotation: false,
    label,
    justification: claim.ruling?.rationale ?? "",
    claim_date: article.publishedAt ? averitecDate(article.publishedAt) : null,
    speaker: article.byline,
    original_claim_url: article.url,
    cached_original_claim_url: null,
    fact_checking_article: place.claim(claim.id),
    reporting_source: article.publisher,
    location_ISO_code: null,
    claim_types: [],
    fact_checking_strategies: [],
    questions: [
      ...(claim.ruling?.citations ?? []).map(citedQuestion),
      ...(claim.ruling?.searches ?? []).map(openQuestion),
    ],
  };
}

/** The day of a moment as AVeriTeC writes it: D-M-YYYY, without leading zeros. */
function averitecDate(moment: string): string {
  const [year = "", month = "", day = ""] = moment.slice(0, 10).split("-");
  return `${Number(day)}-${Number(month)}-${year}`;
}

export const averitecMedia: Readonly<Record<ReportCitation["medium"], string>> = {
  web_text: "Web text",
  web_table: "Web table",
  pdf: "PDF",
  image: "Image/graphic",
  video: "Video",
  audio: "Audio",
  document: "Other",
  phone_call: "Other",
  other: "Other",
};

export const nothingFound = "No answer could be found.";

/** Desks cite, they do not ask: the question is what the cited source says, unless the citation is called by one. */
function citedQuestion({ title, quote, url, medium, archivedUrl }: ReportCitation) {
  return {
    question: title.endsWith("?") ? title : `What does “${title}” say?`,
    answers: [
      {
        answer: quote,
        answer_type: "Extractive",
        source_url: url ?? "",
        source_medium: averitecMedia[medium],
        cached_source_url: archivedUrl ?? "",
      },
    ],
  };
}

function openQuestion({ query, place }: ReportSearch) {
  return {
    question: `What is there on “${query}” in “${place}”?`,
    answers: [{ answer: nothingFound, answer_type: "Unanswerable", source_url: "", source_medium: "" }],
  };
}
