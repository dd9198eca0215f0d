"use client";

import Link from "next/link";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { AnnotationView } from "@/components/annotations/annotation-view";
import { ColleagueCard, ReviewList } from "@/components/annotations/colleague-card";
import { VerdictForm } from "@/components/annotations/verdict-form";
import { policyWords, stateWords } from "@/components/claims/claim-words";
import { Badge } from "@/components/ui/badge";
import { VerdictChip } from "@/components/verdicts/verdict-chip";

type SideBySideProps = { readonly detail: ClaimDetail; readonly base: string };

/** One claim and what each colleague made of it, in columns; the reader's own stands first. */
export function SideBySide({ detail, base }: SideBySideProps) {
  const { claim, own, colleagues, steps, ruling, scale } = detail;
  const can = (kind: "annotate" | "vote" | "adjudicate") => steps.some((step) => step.kind === kind);
  return (
    <div className="mx-auto max-w-5xl px-5 py-8">
      <p className="flex flex-wrap items-center gap-3 text-xs text-muted">
        Claim {claim.ordinal} <Badge>{stateWords[claim.state]}</Badge> policy: {policyWords[detail.policy]}
        {ruling?.holds ? <VerdictChip scale={scale} verdict={ruling.verdict} /> : null}
      </p>
      <h2 dir="auto" className="mt-2 max-w-[62ch] font-serif text-xl leading-8 font-normal wrap-anywhere">
        {claim.text}
      </h2>
      <div className="mt-6 grid gap-x-8 gap-y-6 md:grid-cols-2">
        {own.version > 0 ? (
          <article className="border-t border-hairline pt-4" aria-label="Your annotation">
            <p className="mb-2 text-xs text-muted">
              <span className="font-semibold text-ink">You</span> version {own.version}
              {own.submittedVersion === null ? ", not submitted" : null}
            </p>
            <AnnotationView content={own.content} scale={scale} />
            <ReviewList reviews={own.reviews} />
          </article>
        ) : null}
        {colleagues.map((annotation) => (
          <ColleagueCard key={annotation.id} annotation={annotation} detail={detail} />
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
