"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DeskApi, type Answer } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import type { GateLine } from "@/lib/core/report/gate";
import type { Waiver } from "@/lib/core/report/waiver";
import { toast } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { gateWords } from "./gate-words";

export type WaiverDesk = {
  readonly workspace: string;
  readonly memberId: string;
  readonly articleId: string;
};

/** One step on a waiver, sent once however often it is clicked. */
function useStep({ workspace, memberId }: WaiverDesk) {
  const router = useRouter();
  const running = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function step(send: (api: DeskApi) => Promise<Answer<unknown>>, done: string): Promise<void> {
    if (running.current) return;
    running.current = true;
    const answer = await send(new DeskApi({ workspace, memberId }));
    running.current = false;
    setProblem(answer.ok ? null : problemWords(answer.problem));
    if (answer.ok) toast(done);
    router.refresh();
  }
  return { step, problem };
}

/** A waiver that was asked for: who, why, and what the reader can do about it. */
export function WaiverLine({ waiver, desk }: { readonly waiver: Waiver; readonly desk: WaiverDesk }) {
  const { step, problem } = useStep(desk);
  const { id, reason, askedBy, confirmedBy, claims } = waiver;
  const isOwn = askedBy.memberId === desk.memberId;
  return (
    <div className="mt-1.5 border-s-2 border-hairline ps-3 text-xs">
      <p className="wrap-anywhere">“{reason}”</p>
      <p className="mt-0.5 text-muted">
        {askedBy.name} would let {claims.length === 1 ? "1 claim" : `${claims.length} claims`} pass.{" "}
        {confirmedBy ? `${confirmedBy.name} agreed.` : "Somebody else has to agree."}
      </p>
      {confirmedBy ? null : (
        <div className="mt-1.5 flex gap-2">
          {isOwn ? null : (
            <Button onClick={() => void step((api) => api.confirmWaiver(id), "Waiver confirmed")}>
              Agree
            </Button>
          )}
          <Button onClick={() => void step((api) => api.withdrawWaiver(id), "Waiver taken back")}>
            {isOwn ? "Take back" : "Turn down"}
          </Button>
        </div>
      )}
      {problem ? <p className="mt-1 text-danger">{problem}</p> : null}
    </div>
  );
}

/** Asks that what fails be let pass; nothing happens before somebody else agrees. */
export function AskWaiver({ line, desk }: { readonly line: GateLine; readonly desk: WaiverDesk }) {
  const { step, problem } = useStep(desk);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);

  function ask() {
    if (reason.trim() === "") {
      setError("Say why it may be published all the same.");
      return;
    }
    setError(null);
    const claimIds = line.failing.map(({ id }) => id);
    void step(
      (api) => api.askWaiver(desk.articleId, { check: line.check, claimIds, reason }),
      "Waiver asked for; somebody else has to agree",
    );
  }

  return (
    <details className="mt-1 text-xs">
      <summary
        aria-label={`Waive: ${gateWords[line.check].failed}`}
        className="w-fit cursor-pointer text-accent underline underline-offset-2"
      >
        Waive
      </summary>
      <div className="mt-2 flex flex-col gap-2">
        <TextArea
          label="Reason"
          rows={2}
          value={reason}
          error={error ?? problem}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button className="self-start" onClick={ask}>
          Ask for a waiver
        </Button>
      </div>
    </details>
  );
}
