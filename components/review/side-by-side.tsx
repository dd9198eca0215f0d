"use client";

import Link from "next/link";
import type { ColleagueAnnotation } from "@/lib/core/annotations/annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Column } from "@/lib/core/review/compare";
import { AnnotationView } from "@/components/annotations/annotation-view";
import { ColleagueCard, ReviewList } from "@/components/annotations/colleague-card";
import { ReviewForm } from "@/components/annotations/review-form";
import { VerdictForm } from "@/components/annotations/verdict-form";
import { policyWords, stateWords } from "@/components/claims/claim-words";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import { ComparisonView } from "./comparison";

type SideBySideProps = { readonly detail: ClaimDetail; readonly base: string };
type Full = Extract<ColleagueAnnotation, { sight: "full" }>;

/** One claim and what each colleague made of it, in columns; the reader's own stands first. */
export function SideBySide({ detail, base }: SideBySideProps) {
  const { claim, colleagues, steps } = detail;
  const can = (kind: "annotate" | "vote" | "adjudicate") => steps.some((step) => step.kind === kind);
  const open = colleagues.filter((annotation): annotation is Full => annotation.sight === "full");
  const hidden = colleagues.filter(({ sight }) => sight === "evidence");
  const columns = columnsOf(detail, open);
  return (
    <div className="mx-auto max-w-5xl px-5 py-8">
      <Heading detail={detail} />
      <Reconcile detail={detail} href={`${base}?claim=${claim.id}`} />
      {hidden.map((annotation) => (
        <div key={annotation.id} className="mt-6">
          <ColleagueCard annotation={annotation} detail={detail} />
        </div>
      ))}
      {columns.length > 1 ? <ComparisonView columns={columns} scale={detail.scale} /> : null}
      <div className="mt-6 grid gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
        {detail.own.version > 0 ? (
          <Own detail={detail} shows={columns.length > 1 ? "answers" : "all"} />
        ) : null}
        {open.map((annotation, place) => (
          <Colleague
            key={annotation.id}
            annotation={annotation}
            detail={detail}
            shows={columns.length > 1 ? "answers" : "all"}
            keys={place === 0 ? "shown" : "none"}
          />
        ))}
      </div>
      <div className="mt-8 flex max-w-xl flex-col gap-6">
        {can("vote") ? <VerdictForm detail={detail} step="vote" /> : null}
        {can("adjudicate") ? <VerdictForm detail={detail} step="adjudicate" /> : null}
      </div>
      <p className="mt-8 border-t border-hairline pt-4 text-sm">
        <Link href={`${base}?claim=${claim.id}`} className="text-accent underline underline-offset-2">
          {can("annotate") && detail.blind
            ? "Give your own verdict in the workbench"
            : "Open in the workbench"}
        </Link>
      </p>
    </div>
  );
}

function columnsOf({ own }: ClaimDetail, open: readonly Full[]): readonly Column[] {
  const theirs = open.map(({ author, content }) => ({ author, content }));
  if (own.version === 0) return theirs;
  const name = own.submittedVersion === null ? "You (not submitted)" : "You";
  return [{ author: { memberId: "own", name }, content: own.content }, ...theirs];
}

function Heading({ detail: { claim, policy, ruling, scale } }: { readonly detail: ClaimDetail }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-3 text-xs text-muted">
        Claim {claim.ordinal} <Badge>{stateWords[claim.state]}</Badge> policy: {policyWords[policy]}
        {ruling?.holds ? <VerdictChip scale={scale} verdict={ruling.verdict} /> : null}
      </p>
      <h2 dir="auto" className="mt-2 max-w-[62ch] font-serif text-xl leading-8 font-normal wrap-anywhere">
        {claim.text}
      </h2>
    </>
  );
}

/** A dispute can end without an editor: one of those who differ is convinced and submits anew. */
function Reconcile({ detail, href }: { readonly detail: ClaimDetail; readonly href: string }) {
  if (detail.claim.state !== "disputed" || detail.own.submittedVersion === null) return null;
  return (
    <div className="mt-5">
      <Banner
        look="attention"
        title="Your verdicts differ"
        actions={
          <Link href={href} className="text-accent underline underline-offset-2">
            Change mine
          </Link>
        }
      >
        Read the other reasons. If they convince you, change your verdict and submit it: equal verdicts go on
        to approval. If not, an editor who is no party decides, and both reasons stay on record.
      </Banner>
    </div>
  );
}

/** Where the comparison stands above, what was written is not said twice. */
type Shows = "all" | "answers";

type ColleagueProps = {
  readonly annotation: Full;
  readonly detail: ClaimDetail;
  readonly shows: Shows;
  readonly keys: "shown" | "none";
};

function Colleague({ annotation, detail, shows, keys }: ColleagueProps) {
  const { id, author, version, content, reviews } = annotation;
  return (
    <article aria-label={`Annotation by ${author.name}`} className="min-w-0 border-t border-hairline pt-4">
      <h3 className="mb-2 text-xs font-normal text-muted">
        <span className="font-semibold text-ink">{author.name}</span> version {version}
      </h3>
      {shows === "all" ? <AnnotationView content={content} scale={detail.scale} /> : null}
      <ReviewList reviews={reviews} annotationId={id} scale={detail.scale} />
      <ReviewForm annotation={annotation} detail={detail} keys={keys} />
    </article>
  );
}

function Own({ detail: { own, scale }, shows }: { readonly detail: ClaimDetail; readonly shows: Shows }) {
  return (
    <article className="min-w-0 border-t border-hairline pt-4" aria-label="Your annotation">
      <h3 className="mb-2 text-xs font-normal text-muted">
        <span className="font-semibold text-ink">You</span> version {own.version}
        {own.submittedVersion === null ? ", not submitted" : null}
      </h3>
      {shows === "all" ? <AnnotationView content={own.content} scale={scale} /> : null}
      <ReviewList reviews={own.reviews} annotationId={own.id} scale={scale} />
    </article>
  );
}
