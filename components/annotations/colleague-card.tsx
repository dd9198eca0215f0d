"use client";

import type { ColleagueAnnotation, Review } from "@/lib/core/annotations/annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { CitationCard } from "@/components/sources/citation-card";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import type { Scale } from "@/lib/core/verdicts/scale";
import { AnnotationView } from "./annotation-view";
import { decisionWords, reasonWords } from "./review-words";
import { ReviewForm } from "./review-form";
import { VersionLink } from "./version-link";

type CardProps = { readonly annotation: ColleagueAnnotation; readonly detail: ClaimDetail };

/** What a colleague has submitted, as far as the policy lets the reader see it, and what can be answered. */
export function ColleagueCard({ annotation, detail }: CardProps) {
  if (annotation.sight === "evidence") return <EvidenceOnly annotation={annotation} />;
  return (
    <article className="border-t border-hairline pt-4" aria-label={`Annotation by ${annotation.author.name}`}>
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 text-xs font-normal text-muted">
        <span className="font-semibold text-ink">{annotation.author.name}</span> version {annotation.version}
      </h3>
      <AnnotationView content={annotation.content} scale={detail.scale} />
      <ReviewList reviews={annotation.reviews} annotationId={annotation.id} scale={detail.scale} />
      <ReviewForm annotation={annotation} detail={detail} />
    </article>
  );
}

type Blind = Extract<ColleagueAnnotation, { sight: "evidence" }>;

function EvidenceOnly({ annotation }: { readonly annotation: Blind }) {
  return (
    <article className="border-t border-hairline pt-4" aria-label="A colleague’s evidence">
      <h3 className="text-sm font-semibold">A colleague’s evidence</h3>
      <p className="mt-1 mb-3 text-xs text-muted">
        Blind check: verdict, reasons and stances are hidden. Do these sources alone lead you to a verdict?
        Give yours under Claim and submit it; then both lie open.
      </p>
      {annotation.evidence.length === 0 ? <p className="text-xs text-warning">No source was cited.</p> : null}
      <ul className="flex flex-col gap-2">
        {annotation.evidence.map((citation, place) => (
          <li key={place}>
            <CitationCard citation={citation} />
          </li>
        ))}
      </ul>
    </article>
  );
}

type ReviewListProps = {
  readonly reviews: readonly Review[];
  readonly annotationId: string | null;
  readonly scale: Scale;
};

/** What was said about an annotation; each names the exact version it was said about, which can be looked at. */
export function ReviewList({ reviews, annotationId, scale }: ReviewListProps) {
  if (reviews.length === 0) return null;
  return (
    <ul aria-label="Reviews" className="mt-3 flex flex-col gap-3 border-s-2 border-hairline ps-3">
      {reviews.map(({ id, reviewer, decision, reasons, comment, version, outdated, createdAt }) => (
        <li key={id} className="text-sm">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
            <span className="font-semibold text-ink">{reviewer.name}</span>
            {decisionWords[decision]}{" "}
            {annotationId !== null && outdated ? (
              <VersionLink annotationId={annotationId} version={version} scale={scale} />
            ) : (
              <>version {version}</>
            )}
            , <Moment at={createdAt} />
            {outdated ? <Badge look="attention">older version</Badge> : null}
          </p>
          {reasons.length > 0 ? (
            <p className="mt-1 text-xs">{reasons.map((reason) => reasonWords[reason]).join("; ")}</p>
          ) : null}
          {comment ? (
            <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-wrap">
              {comment}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
