"use client";

import Link from "next/link";
import { lazy, Suspense } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { can } from "@/lib/core/permissions/table";
import { AnnotationForm } from "@/components/annotations/annotation-form";
import { AnnotationView } from "@/components/annotations/annotation-view";
import { ClaimAssignments } from "@/components/assignments/claim-assignments";
import { LeftDraftChoice } from "@/components/annotations/left-draft";
import { MergedNote } from "@/components/annotations/save-conflict";
import { SaveTrouble } from "@/components/annotations/save-trouble";
import { FitClaim } from "@/components/claims/fit-claim";
import { ClaimSettings } from "@/components/claims/claim-settings";
import { dispositionWords, policyWords, stateWords } from "@/components/claims/claim-words";
import { Badge, type BadgeLook } from "@/components/ui/badge";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import type { ClaimState } from "@/lib/core/claims/claim";
import type { LeftDraft } from "@/lib/client/drafts";
import { newest, type SaveItem } from "@/lib/client/save-item";
import { useDesk } from "./desk-context";

const Difference = lazy(() =>
  import("@/components/revisions/difference").then((part) => ({ default: part.Difference })),
);

const looks: Partial<Record<ClaimState, BadgeLook>> = {
  disputed: "attention",
  changes_requested: "attention",
  stale: "attention",
  ruled: "good",
  published: "good",
};

type ClaimTabProps = {
  readonly detail: ClaimDetail;
  readonly item: SaveItem | undefined;
  readonly left: readonly LeftDraft[];
  /** The version saved elsewhere that the reader's words were laid together with. */
  readonly merged: number | undefined;
};

export function ClaimTab({ detail, item, left, merged }: ClaimTabProps) {
  const { member } = useDesk();
  const { claim, previousText, own, scale, ruling } = detail;
  const content = item ? newest(item).content : own.content;
  const mayAnnotate = detail.steps.some(({ kind }) => kind === "annotate");
  return (
    <div className="flex flex-col gap-5 px-5 py-5">
      <div>
        <blockquote
          dir="auto"
          className="border-s-2 border-accent ps-3.5 font-serif text-base leading-6.5 wrap-anywhere italic"
        >
          {claim.text}
        </blockquote>
        {previousText === null || previousText === claim.text ? null : (
          <Changed before={previousText} after={claim.text} />
        )}
        {claim.wording ? (
          <p dir="auto" className="mt-2 text-xs wrap-anywhere text-muted">
            Checked as: {claim.wording}
          </p>
        ) : null}
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-muted">
          <Badge look={looks[claim.state] ?? "quiet"}>{stateWords[claim.state]}</Badge>
          {ruling?.holds ? (
            <span className="inline-flex items-center gap-1.5">
              Ruled <VerdictChip scale={scale} verdict={ruling.verdict} />
            </span>
          ) : null}
          <Submission detail={detail} />
          <Link
            href={`/w/${member.workspace.slug}/claims/${claim.id}/evidence`}
            className="underline underline-offset-2"
          >
            Evidence, to check it again
          </Link>
        </p>
      </div>
      <ClaimAssignments key={claim.id} detail={detail} />
      <SaveTrouble item={item} scale={scale} />
      <MergedNote claimId={claim.id} version={merged} />
      {left.map((draft) =>
        draft.claimId === claim.id ? (
          <LeftDraftChoice key={draft.tab} left={draft} here={content} detail={detail} />
        ) : null,
      )}
      {mayAnnotate ? <AnnotationForm detail={detail} content={content} /> : <ReadOnly detail={detail} />}
      {can(member.role, "claim.change") ? (
        <>
          <ClaimSettings key={`${claim.id} ${claim.version}`} detail={detail} />
          <FitClaim key={claim.id} claim={claim} />
        </>
      ) : null}
    </div>
  );
}

/** Of a stale claim, what changed since somebody judged it. */
function Changed({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <div className="mt-3">
      <p className="text-2xs text-muted">Changed since it was judged</p>
      <p dir="auto" className="mt-0.5 font-serif text-base leading-6.5 wrap-anywhere">
        <Suspense fallback={after}>
          <Difference before={before} after={after} />
        </Suspense>
      </p>
    </div>
  );
}

function Submission({ detail }: { readonly detail: ClaimDetail }) {
  const { version, submittedVersion } = detail.own;
  if (submittedVersion === null) return <span>Policy: {policyWords[detail.policy]}</span>;
  return submittedVersion === version ? (
    <span>You submitted version {version}</span>
  ) : (
    <span className="text-warning">
      Version {version} is newer than what you submitted (version {submittedVersion})
    </span>
  );
}

function ReadOnly({ detail }: { readonly detail: ClaimDetail }) {
  const { member, showTab } = useDesk();
  const { claim, own, scale } = detail;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">
        {claim.state === "disposed"
          ? `Not to be checked: ${dispositionWords[claim.disposition].toLowerCase()}.`
          : can(member.role, "annotation.write")
            ? "This claim has as many annotations as its policy asks for. What you can do is under Review."
            : "You can read here. Annotating is for reviewers, editors and owners."}
      </p>
      {own.version > 0 ? (
        <section>
          <h3 className="sr-only">Your annotation</h3>
          <AnnotationView content={own.content} scale={scale} />
        </section>
      ) : null}
      {claim.state !== "disposed" && detail.colleagues.length + detail.votes.length > 0 ? (
        <button
          type="button"
          className="self-start text-sm text-accent underline"
          onClick={() => {
            showTab("review");
          }}
        >
          Go to Review
        </button>
      ) : null}
    </div>
  );
}
