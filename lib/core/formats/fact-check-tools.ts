import type { ReportClaim, ReportHead, ReportRuling } from "../report/content";
import { ratingOf } from "../verdicts/rating";
import { findOption } from "../verdicts/scale";
import { claimWords, type ReportFormat, type ReportPlace } from "./format";
import { indentBy, scriptSafeJson, told } from "./json-pieces";

/** The write model of Google's Fact Check Tools API, one page of markup for each ruled claim. */
export const factCheckToolsFormat: ReportFormat = {
  key: "factchecktools",
  label: "Fact Check Tools",
  mediaType: "application/json",
  extension: "factchecktools.json",
  readsText: true,
  async *write(report, place) {
    yield '{\n  "claimReviewMarkupPages": [';
    let isFirst = true;
    for await (const claim of report.claims) {
      if (!claim.ruling) continue;
      const page = indentBy(scriptSafeJson(markupPage(claim, claim.ruling, report, place), 2), "    ");
      yield `${isFirst ? "" : ","}\n${page}`;
      isFirst = false;
    }
    yield isFirst ? "]\n}\n" : "\n  ]\n}\n";
  },
};

function markupPage(claim: ReportClaim, ruling: ReportRuling, head: ReportHead, place: ReportPlace) {
  const { article } = head;
  const option = findOption(head.scale, ruling.verdict);
  const rating = option ? ratingOf(head.scale, option) : null;
  const claimant = article.byline ?? article.publisher;
  return {
    pageUrl: place.claim(claim.id),
    publishDate: (place.publishedAt ?? ruling.decidedAt).slice(0, 10),
    claimReviewAuthor: { name: head.desk },
    claimReviewMarkups: [
      {
        url: place.claim(claim.id),
        claimReviewed: claimWords(claim),
        ...told({ claimDate: article.publishedAt?.slice(0, 10) }),
        ...(article.url ? { claimAppearances: [article.url] } : {}),
        ...(claimant ? { claimAuthor: { name: claimant } } : {}),
        rating: {
          ...rating?.numbers,
          textualRating: rating?.alternateName ?? ruling.verdict,
          ...told({ ratingExplanation: ruling.rationale }),
        },
      },
    ],
  };
}
