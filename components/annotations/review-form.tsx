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
import { Kbd } from "@/components/ui/kbd";
import { useDesk } from "@/components/workbench/desk-context";
import { reasonWords } from "./review-words";
import { useKeptText } from "./use-kept-text";
import { TellProblem, useClaimAction } from "./use-claim-action";

type Full = Extract<ColleagueAnnotation, { sight: "full" }>;
type ReviewFormProps = {
  readonly annotation: Full;
  readonly detail: ClaimDetail;
  /** Whether keys press the buttons where this form stands. */
  readonly keys?: "shown" | "none";
};

const buttons: readonly {
  readonly decision: ReviewDecision;
  readonly label: string;
  readonly look: ButtonLook;
  /** The key of the review screen that presses it. */
  readonly key?: string;
}[] = [
  { decision: "approve", label: "Approve", look: "primary", key: "a" },
  { decision: "request_changes", label: "Ask for changes", look: "outline", key: "r" },
  { decision: "comment", label: "Comment", look: "outline" },
  { decision: "withdraw", label: "Take my decision back", look: "outline" },
];

const doneWords: Record<ReviewDecision, string> = {
  approve: "Approved",
  request_changes: "Changes asked for",
  comment: "Comment given",
  withdraw: "Taken back",
};

/** The legal decisions on a colleague's annotation, and no others. Approving is one click, the others want words. */
export function ReviewForm({ annotation, detail, keys = "none" }: ReviewFormProps) {
  const { store } = useDesk();
  const words = useWords(annotation, detail.claim.id);
  const { act, busy, problem } = useClaimAction(detail.claim.id);
  const legal = buttons.filter(({ decision }) =>
    detail.steps.some((step) => step.kind === decision && step.annotationId === annotation.id),
  );
  if (legal.length === 0) return null;

  function give(decision: ReviewDecision, said: Pick<ReviewInput, "reasons" | "comment">) {
    const body = { decision, version: annotation.version, ...said };
    void act(
      () => store.api.review(annotation.id, body),
      doneWords[decision],
      // Approving, or taking back, says nothing about words that were begun.
      isWordy(decision) ? words.forget : undefined,
    );
  }
  function choose(decision: ReviewDecision) {
    if (isWordy(decision)) words.begin(decision === words.writing ? null : decision);
    else give(decision, { reasons: [], comment: "" });
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <TellProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        {legal.map(({ decision, label, look, key }) => (
          <Button
            key={decision}
            look={look}
            aria-keyshortcuts={keys === "shown" ? key : undefined}
            disabled={busy === "busy"}
            aria-expanded={isWordy(decision) ? decision === words.writing : undefined}
            onClick={() => choose(decision)}
          >
            {label}
            {keys === "shown" && key ? <Kbd className="border-transparent opacity-80">{key}</Kbd> : null}
          </Button>
        ))}
      </div>
      {legal.some(({ decision }) => decision === words.writing) && words.writing ? (
        <WordsForm
          decision={words.writing}
          version={annotation.version}
          words={words}
          busy={busy}
          onGive={give}
        />
      ) : null}
    </div>
  );
}

/** The words begun on an annotation, whichever version of it: a newer one does not take them away. */
function useWords({ id, version }: Full, claimId: string) {
  const [comment, setComment] = useKeptText(claimId, `comment ${id}`);
  const [reasons, setReasons] = useKeptText(claimId, `reasons ${id}`);
  const [decision, setDecision] = useKeptText(claimId, `decision ${id}`);
  const [begunOn, setBegunOn] = useKeptText(claimId, `version ${id}`);
  // Only who has just asked for the field is taken there; others may be passing through with the keys.
  const [focus, setFocus] = useState<"asked" | "none">("none");
  const chosen = reasons.split(" ");
  return {
    writing: wordyDecisions.find((one) => one === decision) ?? null,
    comment,
    setComment,
    reasons: reviewReasons.filter((reason) => chosen.includes(reason)),
    setReasons: (next: readonly ReviewReason[]) => setReasons(next.join(" ")),
    begunOn,
    focus,
    begin: (next: WordyDecision | null) => {
      setDecision(next ?? "");
      setFocus("asked");
      if (comment === "" && reasons === "") setBegunOn(String(version));
    },
    forget: () => {
      for (const set of [setComment, setReasons, setDecision, setBegunOn]) set("");
    },
  };
}

const wordyDecisions = ["request_changes", "comment"] as const satisfies readonly ReviewDecision[];
type WordyDecision = (typeof wordyDecisions)[number];

function isWordy(decision: ReviewDecision): decision is WordyDecision {
  return wordyDecisions.some((wordy) => wordy === decision);
}

type WordsFormProps = {
  readonly decision: WordyDecision;
  readonly version: number;
  readonly words: ReturnType<typeof useWords>;
  readonly busy: "idle" | "busy";
  readonly onGive: (decision: ReviewDecision, said: Pick<ReviewInput, "reasons" | "comment">) => void;
};

function WordsForm({ decision, version, words, busy, onGive }: WordsFormProps) {
  const { comment, setComment, reasons, setReasons, begunOn, focus } = words;
  const sendsBack = decision === "request_changes";
  const ready = sendsBack ? reasons.length > 0 : comment.trim() !== "";
  return (
    <div className="flex flex-col gap-3 border-s-2 border-hairline ps-3">
      {begunOn !== "" && begunOn !== String(version) ? (
        <p role="status" className="text-xs text-warning">
          You began this on version {begunOn}; now there is version {version}. See whether it still holds.
        </p>
      ) : null}
      {sendsBack ? <ReasonBoxes reasons={reasons} onChange={setReasons} /> : null}
      <TextArea
        key={decision}
        label={sendsBack ? "What should change" : "Comment"}
        dir="auto"
        rows={2}
        autoFocus={decision === "comment" && focus === "asked"}
        maxLength={10_000}
        value={comment}
        className="field-sizing-content max-h-72"
        onChange={(event) => setComment(event.target.value)}
      />
      <Button
        look="primary"
        className="self-start"
        disabled={busy === "busy" || !ready}
        onClick={() => onGive(decision, { reasons: sendsBack ? reasons : [], comment })}
      >
        {sendsBack ? "Send it back" : "Send the comment"}
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
