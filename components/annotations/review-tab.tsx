"use client";

import { Fragment } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { Moment } from "@/components/ui/moment";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import { policyWords } from "@/components/claims/claim-words";
import { ColleagueCard, ReviewList } from "./colleague-card";
import { methodWords } from "./review-words";
import { VersionLink } from "./version-link";
import { VerdictForm } from "./verdict-form";

/** What colleagues have submitted on this claim, what was decided, and exactly the steps that are open to the reader. */
export function ReviewTab({ detail }: { readonly detail: ClaimDetail }) {
  const { colleagues, own, blind, steps, claim } = detail;
  const can = (kind: "vote" | "adjudicate") => steps.some((step) => step.kind === kind);
  return (
    <div className="flex flex-col gap-5 px-5 py-5">
      <p className="text-xs text-muted">Policy: {policyWords[detail.policy]}</p>
      <RulingView detail={detail} />
      {own.reviews.length > 0 ? (
        <section>
          <h3 className="text-sm font-semibold">On your annotation</h3>
          <ReviewList reviews={own.reviews} annotationId={own.id} scale={detail.scale} />
        </section>
      ) : null}
      {colleagues.map((annotation) => (
        <ColleagueCard key={annotation.id} annotation={annotation} detail={detail} />
      ))}
      {colleagues.length === 0 ? <p className="text-sm text-muted">{emptyWords(blind)}</p> : null}
      <Votes detail={detail} />
      {can("vote") ? <VerdictForm key={`vote ${claim.id}`} detail={detail} step="vote" /> : null}
      {can("adjudicate") ? <VerdictForm key={`rule ${claim.id}`} detail={detail} step="adjudicate" /> : null}
    </div>
  );
}

function emptyWords(blind: boolean): string {
  return blind
    ? "Blind: what colleagues write opens once enough annotations are submitted, yours among them."
    : "No colleague has submitted an annotation yet. Once somebody has, it can be reviewed here.";
}

function RulingView({ detail }: { readonly detail: ClaimDetail }) {
  const { ruling, scale } = detail;
  if (!ruling) return null;
  return (
    <section className="border-s-3 border-good bg-paper px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
        Ruling {ruling.number}: <VerdictChip scale={scale} verdict={ruling.verdict} />
      </h3>
      <p className="mt-0.5 text-xs text-muted">
        {methodWords[ruling.method]}, {ruling.decidedBy.name}, <Moment at={ruling.decidedAt} />
      </p>
      <p className="mt-0.5 text-xs text-muted">
        It rests on{" "}
        {ruling.basis.map(({ annotationId, version, author }, place) => (
          <Fragment key={annotationId}>
            {place > 0 ? " and " : null}
            {author.name}’s <VersionLink annotationId={annotationId} version={version} scale={scale} />
          </Fragment>
        ))}
        .
      </p>
      {ruling.holds ? null : (
        <p className="mt-1 text-xs text-warning">
          It no longer holds: what it rests on was submitted anew since.
        </p>
      )}
      {ruling.rationale ? (
        <p dir="auto" className="mt-2 font-serif text-base leading-6 wrap-anywhere whitespace-pre-wrap">
          {ruling.rationale}
        </p>
      ) : null}
      {ruling.dissent.length > 0 ? (
        <ul className="mt-2 text-xs">
          {ruling.dissent.map(({ memberId, name, verdict }) => (
            <li key={memberId}>
              Dissent, {name}: <VerdictChip scale={scale} verdict={verdict} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Votes({ detail }: { readonly detail: ClaimDetail }) {
  const { votes, scale } = detail;
  if (votes.length === 0) return null;
  return (
    <section className="border-t border-hairline pt-4">
      <h3 className="mb-2 text-sm font-semibold">Votes</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {votes.map(({ member, verdict, rationale }) => (
          <li key={member.memberId}>
            <span className="flex flex-wrap items-center gap-2">
              {member.name}:{" "}
              {verdict === null ? (
                <span className="text-muted">voted; shown once you have voted</span>
              ) : (
                <VerdictChip scale={scale} verdict={verdict} />
              )}
            </span>
            {rationale ? (
              <p dir="auto" className="text-xs wrap-anywhere text-muted">
                {rationale}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
