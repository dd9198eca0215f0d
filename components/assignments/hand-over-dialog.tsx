"use client";

import { useRef, useState, type SubmitEvent } from "react";
import type { AssignmentKind } from "@/lib/core/assignments/assignment";
import type { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import { useColleagues } from "./use-colleagues";

type HandOverDialogProps = {
  readonly api: DeskApi;
  readonly assignmentId: string;
  readonly kind: AssignmentKind;
  /** Who has the work now. */
  readonly memberId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Gives work on to a colleague, with the day it is due. */
export function HandOverDialog({ api, assignmentId, kind, memberId, onClose, onDone }: HandOverDialogProps) {
  const colleagues = useColleagues(api, kind)?.filter((one) => one.memberId !== memberId) ?? [];
  const [chosen, setChosen] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current || chosen === "") return;
    busy.current = true;
    const answer = await api.handOver(assignmentId, { memberId: chosen });
    busy.current = false;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    announce("Handed over");
    onDone();
  }

  return (
    <Dialog title="Hand over to a colleague" onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
        {problem ? (
          <Banner look="error" title="It was not handed over">
            {problemWords(problem)}
          </Banner>
        ) : null}
        <SelectField
          label="To"
          hint="The day it is due goes with it. What you have written stays yours."
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          <option value="">Choose a colleague</option>
          {colleagues.map((colleague) => (
            <option key={colleague.memberId} value={colleague.memberId}>
              {colleague.name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="primary" className="self-start" disabled={chosen === ""}>
          Hand over
        </Button>
      </form>
    </Dialog>
  );
}
