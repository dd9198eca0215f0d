"use client";

import { lazy, Suspense, useRef, useState } from "react";
import type { Assignment } from "@/lib/core/assignments/assignment";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { can } from "@/lib/core/permissions/table";
import { problemWords } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { useDesk } from "@/components/workbench/desk-context";
import { workWords } from "./assignment-words";
import type { OpenWork } from "./work-dialog";

const WorkDialog = lazy(() => import("./work-dialog").then((part) => ({ default: part.WorkDialog })));

/** Who has been given work on the claim, and what can be done about it. */
export function ClaimAssignments({ detail }: { readonly detail: ClaimDetail }) {
  const { member } = useDesk();
  const [open, setOpen] = useState<OpenWork | null>(null);
  const mayAssign = can(member.role, "claim.assign") && detail.claim.state !== "disposed";
  if (detail.assignments.length === 0 && !mayAssign) return null;
  return (
    <section aria-label="Assignments" className="border-y border-hairline py-2.5 text-sm">
      <ul className="flex flex-col gap-1.5">
        {detail.assignments.map((work) => (
          <AssignmentLine key={work.id} work={work} claimId={detail.claim.id} onOpen={setOpen} />
        ))}
      </ul>
      {mayAssign ? (
        <Button
          look="plain"
          className="-ms-1.5 text-xs"
          onClick={() => {
            setOpen({ dialog: "assign" });
          }}
        >
          {detail.assignments.length === 0 ? "Nobody has been given this claim: assign it" : "Assign to more"}
        </Button>
      ) : null}
      {open ? (
        <Suspense fallback={null}>
          <WorkDialog
            open={open}
            claimId={detail.claim.id}
            onClose={() => {
              setOpen(null);
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

type AssignmentLineProps = {
  readonly work: Assignment;
  readonly claimId: string;
  readonly onOpen: (open: OpenWork) => void;
};

function AssignmentLine({ work, claimId, onOpen }: AssignmentLineProps) {
  const { member } = useDesk();
  const isMine = work.member.memberId === member.memberId;
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span>
        {isMine ? ownWords(work) : `${work.member.name} is to ${workWords[work.kind]}`}
        {work.dueAt ? (
          <>
            , due <Moment at={work.dueAt} />
          </>
        ) : null}
      </span>
      <span className="flex gap-1">
        {isMine ? (
          <Button
            look="plain"
            className="text-xs"
            onClick={() => {
              onOpen({ dialog: "skip", work });
            }}
          >
            Skip
          </Button>
        ) : null}
        <Button
          look="plain"
          className="text-xs"
          onClick={() => {
            onOpen({ dialog: "hand_over", work });
          }}
        >
          Hand over
        </Button>
        {can(member.role, "claim.assign") ? <TakeBack work={work} claimId={claimId} /> : null}
      </span>
    </li>
  );
}

function ownWords({ kind, member, assignedBy }: Assignment): string {
  return assignedBy.memberId === member.memberId
    ? "You have begun this claim: its place is kept for you"
    : `${assignedBy.name} asks you to ${workWords[kind]}`;
}

function TakeBack({ work, claimId }: { readonly work: Assignment; readonly claimId: string }) {
  const { store } = useDesk();
  const busy = useRef(false);
  async function takeBack() {
    if (busy.current) return;
    busy.current = true;
    const answer = await store.api.withdrawAssignment(work.id);
    busy.current = false;
    if (!answer.ok) toast(`Not taken back: ${problemWords(answer.problem)}`);
    await store.reload(claimId);
  }
  return (
    <Button look="plain" className="text-xs" onClick={() => void takeBack()}>
      Take back
    </Button>
  );
}
