"use client";

import { useState } from "react";
import {
  reviewReasons,
  type ColleagueAnnotation,
  type ReviewInput,
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
  { decision: "comment", words: "Comment", look: "outline" },
];

const doneWords: Record<ReviewDecision, string> = {
  approve: "Approved",
  request_changes: "Changes asked for",
  comment: "Comment given",
};

/** The legal decisions on a colleague's annotation, and no others. Approving is one click, the others want words. */
export function ReviewForm({ annotation, detail }: ReviewFormProps) {
  const { store } = useDesk();
  const [writing, setWriting] = useState<WordyDecision | null>(null);
  const { act, busy, problem } = useClaimAction(detail.claim.id);
  const legal = buttons.filter(({ decision }) =>
    detail.steps.some((step) => step.kind === decision && step.annotationId === annotation.id),
  );
  if (legal.length === 0) return null;

  function give(decision: ReviewDecision, said: Pick<ReviewInput, "reasons" | "comment">) {
    const body = { decision, version: annotation.version, ...said };
    void act(() => store.api.review(annotation.id, body), doneWords[decision]);
  }
  function choose(decision: ReviewDecision) {
    if (decision === "approve") give(decision, { reasons: [], comment: "" });
    else setWriting(decision === writing ? null : decision);
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <TellProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        {legal.map(({ decision, words, look }) => (
          <Button
            key={decision}
            look={look}
            disabled={busy === "busy"}
            aria-expanded={decision === "approve" ? undefined : decision === writing}
            onClick={() => choose(decision)}
          >
            {words}
          </Button>
        ))}
      </div>
      {writing ? <WordsForm key={writing} decision={writing} busy={busy} onGive={give} /> : null}
    </div>
  );
}

type WordyDecision = Exclude<ReviewDecision, "approve">;
type WordsFormProps = {
  readonly decision: WordyDecision;
  readonly busy: "idle" | "busy";
  readonly onGive: (decision: ReviewDecision, said: Pick<ReviewInput, "reasons" | "comment">) => void;
};

function WordsForm({ decision, busy, onGive }: WordsFormProps) {
  const [comment, setComment] = useState("");
  const [reasons, setReasons] = useState<readonly ReviewReason[]>([]);
  const ready = decision === "request_changes" ? reasons.length > 0 : comment.trim() !== "";
  return (
    <div className="flex flex-col gap-3 border-s-2 border-hairline ps-3">
      {decision === "request_changes" ? <ReasonBoxes reasons={reasons} onChange={setReasons} /> : null}
      <TextArea
        label={decision === "request_changes" ? "What should change" : "Comment"}
        dir="auto"
        rows={2}
        autoFocus={decision === "comment"}
        maxLength={10_000}
        value={comment}
        className="field-sizing-content max-h-72"
        onChange={(event) => setComment(event.target.value)}
      />
      <Button
        look="primary"
        className="self-start"
        disabled={busy === "busy" || !ready}
        onClick={() => onGive(decision, { reasons: [...reasons], comment })}
      >
        {decision === "request_changes" ? "Send it back" : "Send the comment"}
      </Button>
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
      <legend className="mb-1 text-xs font-medium">What is it? At least one</legend>
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
