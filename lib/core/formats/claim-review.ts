import type { ReportCitation, ReportClaim, ReportHead, ReportRuling } from "../report/content";
import { ratingOf } from "../verdicts/rating";
import { findOption } from "../verdicts/scale";
import { claimWords, type PublishedCorrection, type ReportFormat, type ReportPlace } from "./format";
import { jsonArray, told } from "./json-pieces";

/** Markup of schema.org for every ruled claim, each as the page of the claim carries it. */
export const claimReviewFormat: ReportFormat = {
  key: "claimreview",
  label: "ClaimReview",
  mediaType: "application/ld+json",
  extension: "claimreview.json",
  readsText: true,
  write: ({ claims, tally: _, ...head }, place) => jsonArray(reviews(claims, head, place)),
};

async function* reviews(
  claims: AsyncIterable<ReportClaim> | Iterable<ReportClaim>,
  head: ReportHead,
  place: ReportPlace,
): AsyncGenerator<object> {
  for await (const claim of claims) {
    if (claim.ruling) yield claimReview(claim, claim.ruling, head, place);
  }
}

/**
 * One ruling as schema.org's ClaimReview, under Google's rules for it: the verdict in words always, in numbers only where
 * it has a place on the line; no claimant where none is known.
 */
export function claimReview(claim: ReportClaim, ruling: ReportRuling, head: ReportHead, place: ReportPlace) {
  const corrections = place.corrections.filter(({ claimIds }) => claimIds.includes(claim.id));
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: place.claim(claim.id),
    claimReviewed: claimWords(claim),
    author: { "@type": "Organization", name: head.desk, url: place.site },
    datePublished: place.publishedAt ?? ruling.decidedAt,
    ...(corrections.length > 0
      ? { dateModified: corrections.at(-1)?.correctedAt, correction: corrections.map(correctionComment) }
      : {}),
    inLanguage: "en",
    isPartOf: { "@type": "Report", url: place.report },
    reviewRating: reviewRating(head.scale, ruling),
    ...told({ reviewBody: ruling.rationale }),
    itemReviewed: itemReviewed(head.article),
    ...(ruling.citations.length > 0 ? { citation: ruling.citations.map(citedWork) } : {}),
  };
}

function reviewRating(scale: ReportHead["scale"], ruling: ReportRuling) {
  const option = findOption(scale, ruling.verdict);
  const rating = option ? ratingOf(scale, option) : { alternateName: ruling.verdict, numbers: null };
  return {
    "@type": "Rating",
    alternateName: rating.alternateName,
    ...rating.numbers,
    ...told({ ratingExplanation: ruling.rationale }),
  };
}

/** The claim as the article makes it. An article without an address is named instead of linked. */
function itemReviewed(article: ReportHead["article"]) {
  const claimant = article.byline ?? article.publisher;
  return {
    "@type": "Claim",
    ...told({ datePublished: article.publishedAt?.slice(0, 10) }),
    ...(claimant ? { author: { "@type": article.byline ? "Person" : "Organization", name: claimant } } : {}),
    appearance: {
      "@type": "CreativeWork",
      ...told({ url: article.url, headline: article.title, inLanguage: article.language }),
    },
  };
}

function citedWork(citation: ReportCitation) {
  return {
    "@type": "CreativeWork",
    ...told({
      name: citation.title,
      url: citation.url,
      archivedAt: citation.archivedUrl,
      datePublished: citation.publishedOn,
      publisher: citation.publisher ? { "@type": "Organization", name: citation.publisher } : null,
      author: citation.author ? { "@type": "Person", name: citation.author } : null,
    }),
  };
}

function correctionComment({ reason, correctedAt }: PublishedCorrection) {
  return { "@type": "CorrectionComment", text: reason, datePublished: correctedAt };
}
