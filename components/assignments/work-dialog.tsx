"use client";

import type { Assignment } from "@/lib/core/assignments/assignment";
import { useDesk } from "@/components/workbench/desk-context";
import { AssignDialog } from "./assign-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { SkipDialog } from "./skip-dialog";

export type OpenWork =
  { readonly dialog: "skip" | "hand_over"; readonly work: Assignment } | { readonly dialog: "assign" };

type WorkDialogProps = { readonly open: OpenWork; readonly claimId: string; readonly onClose: () => void };

/** What can be done about a claim's assignments, where it needs more than a click. */
export function WorkDialog({ open, claimId, onClose }: WorkDialogProps) {
  const { store } = useDesk();
  const onDone = () => {
    onClose();
    void store.reload(claimId);
  };
  const props = { api: store.api, onClose, onDone };
  switch (open.dialog) {
    case "assign":
      return <AssignDialog {...props} claimIds={[claimId]} />;
    case "skip":
      return <SkipDialog {...props} assignmentId={open.work.id} />;
    case "hand_over": {
      const { id, kind, member } = open.work;
      return <HandOverDialog {...props} assignmentId={id} kind={kind} memberId={member.memberId} />;
    }
  }
}
