"use client";

import { useRef, useState, type SubmitEvent } from "react";
import type { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";

type AssignmentDialogProps = {
  readonly api: DeskApi;
  readonly assignmentId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Gives work back, with a reason that whoever gave it out can act on. */
export function SkipDialog({ api, assignmentId, onClose, onDone }: AssignmentDialogProps) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current || reason.trim() === "") return;
    busy.current = true;
    const answer = await api.declineAssignment(assignmentId, { reason });
    busy.current = false;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    announce("Skipped");
    onDone();
  }

  return (
    <Dialog title="Skip this claim" onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
        {problem ? (
          <Banner look="error" title="The claim was not skipped">
            {problemWords(problem)}
          </Banner>
        ) : null}
        <TextField
          label="Why"
          hint="An editor reads this and gives the claim to somebody else. What you have written stays."
          required
          maxLength={500}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <Button type="submit" look="primary" className="self-start" disabled={reason.trim() === ""}>
          Skip
        </Button>
      </form>
    </Dialog>
  );
}
