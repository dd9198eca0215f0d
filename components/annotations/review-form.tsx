"use client";

import { useState } from "react";
import {
  reviewReasons,
  type ColleagueAnnotation,
  type ReviewReason,
} from "@/lib/core/annotations/annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { ReviewDecision } from "@/lib/core/review/facts";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Choice, TextArea } from "@/components/ui/field";
import { useDesk } from "@/components/workbench/desk-context";
import { reasonWords } from "./review-words";
import { TellProblem, useClaimAction } from "./use-claim-action";

type Full = Extract<ColleagueAnnotation, { sight: "full" }>;
type ReviewFormProps = { readonly annotation: Full; readonly detail: ClaimDetail };

const buttons: readonly {
  readonly decision: ReviewDecision;
  readonly words: string;
  readonly look: ButtonLook;
}[] = [
  { decision: "approve", words: "Approve", look: "primary" },
  { decision: "request_changes", words: "Ask for changes", look: "outline" },
  { decision: "comment", words: "Only comment", look: "plain" },
];

/** The legal decisions on a colleague's annotation, and no others. */
export function ReviewForm({ annotation, detail }: ReviewFormProps) {
  const { store } = useDesk();
  const [comment, setComment] = useState("");
  const [reasons, setReasons] = useState<readonly ReviewReason[]>([]);
  const { act, busy, problem } = useClaimAction(detail.claim.id);
  const legal = buttons.filter(({ decision }) =>
    detail.steps.some((step) => step.kind === decision && step.annotationId === annotation.id),
  );
  if (legal.length === 0) return null;
  const words = { approve: "Approved", request_changes: "Changes asked for", comment: "Comment given" };

  function give(decision: ReviewDecision) {
    const body = {
      decision,
      comment,
      version: annotation.version,
      reasons: decision === "request_changes" ? [...reasons] : [],
    };
    void act(() => store.api.review(annotation.id, body), words[decision]);
  }
  function isReady(decision: ReviewDecision): boolean {
    if (decision === "request_changes") return reasons.length > 0;
    return decision === "approve" || comment.trim() !== "";
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <TellProblem problem={problem} />
      {legal.some(({ decision }) => decision === "request_changes") ? (
        <ReasonBoxes reasons={reasons} onChange={setReasons} />
      ) : null}
      <TextArea
        label="Comment"
        dir="auto"
        rows={2}
        maxLength={10_000}
        value={comment}
        className="field-sizing-content max-h-72"
        onChange={(event) => {
          setComment(event.target.value);
        }}
      />
      <div className="flex flex-wrap gap-2">
        {legal.map(({ decision, words: label, look }) => (
          <Button
            key={decision}
            look={look}
            disabled={busy === "busy" || !isReady(decision)}
            onClick={() => {
              give(decision);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

type ReasonBoxesProps = {
  readonly reasons: readonly ReviewReason[];
  readonly onChange: (reasons: readonly ReviewReason[]) => void;
};

function ReasonBoxes({ reasons, onChange }: ReasonBoxesProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium">If it needs changes: what is it?</legend>
      <div className="grid grid-cols-2 gap-x-3">
        {reviewReasons.map((reason) => (
          <Choice
            key={reason}
            kind="checkbox"
            checked={reasons.includes(reason)}
            onChange={(event) =>
              onChange(event.target.checked ? [...reasons, reason] : reasons.filter((one) => one !== reason))
            }
            label={<span className="text-xs">{reasonWords[reason]}</span>}
          />
        ))}
      </div>
    </fieldset>
  );
}
