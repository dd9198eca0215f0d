import "server-only";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import { claimReview } from "@/lib/core/formats/claim-review";
import type { ReportClaim, ReportHead, ReportRuling } from "@/lib/core/report/content";
import type { GateCitation, GateRuling } from "@/lib/core/report/gate";
import { checkClaimReview } from "@/lib/core/validation/claim-review-rules";
import { isError } from "@/lib/core/validation/finding";
import { publicPlace } from "./place";

/** What the gate asks of a ruling: who stands behind it, what it rests on, and whether its markup would be valid. */
export function gateRuling(
  claim: ReportClaim,
  ruling: ReportRuling,
  head: ReportHead,
  { number, contents }: { readonly number: number; readonly contents: readonly AnnotationContent[] },
): GateRuling {
  return {
    number,
    people: ruling.checkers,
    citations: contents.flatMap(({ citations }) => citations.map(gateCitation)),
    searches: contents.flatMap(({ searches }) => searches.map(({ sought }) => sought)),
    noSourceFound: contents.some(({ noSourceFound }) => noSourceFound),
    markupErrors: countMarkupErrors(claim, ruling, head),
  };
}

function gateCitation(citation: AnnotationContent["citations"][number]): GateCitation {
  const { stance, quote, locator, archivedUrl, check } = citation;
  return {
    stance,
    hasQuote: quote.trim() !== "",
    hasLocator: locator !== null,
    hasArchivedCopy: archivedUrl !== null,
    finding: check?.snapshot ? check.finding : null,
    problem: check?.problem ?? null,
  };
}

/** The address of the first report is made when it is published: here it stands for any. */
const anyAddress = { slug: "report", number: 1, publishedAt: null, corrections: [] };

function countMarkupErrors(claim: ReportClaim, ruling: ReportRuling, head: ReportHead): number {
  const place = publicPlace(anyAddress);
  const context = {
    now: new Date().toISOString(),
    site: place.site,
    scale: head.scale.options.map(({ label, rank }) => ({ label, rank })),
  };
  const review = claimReview(claim, ruling, head, place);
  const found = { review, at: "", context: review["@context"] };
  return checkClaimReview(found, context).filter(isError).length;
}
