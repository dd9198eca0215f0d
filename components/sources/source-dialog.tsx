"use client";

import { useState, type SubmitEvent } from "react";
import type { Citation } from "@/lib/core/annotations/annotation";
import type { Source } from "@/lib/core/sources/source";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { localToday } from "@/components/ui/day";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workbench/desk-context";
import { problemWords, type Problem } from "@/lib/client/problem";
import { CitationFields } from "./citation-fields";
import { readCitation, readSource } from "./read-source-form";
import { SourceFields } from "./source-fields";

type SourceDialogProps = {
  /** The citation to change; null for a new one. */
  readonly citation: Citation | null;
  readonly onClose: () => void;
  readonly onCite: (citation: Citation) => void;
};

/** A source, new or from the library, and how it is used here. What was typed stays when the server refuses it. */
export function SourceDialog({ citation, onClose, onCite }: SourceDialogProps) {
  const { store } = useDesk();
  const [picked, setPicked] = useState<Source | null>(citation?.source ?? null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<"idle" | "adding">("idle");
  const today = localToday(new Date());

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy("adding");
    const answer = picked
      ? ({ ok: true, value: picked } as const)
      : await store.api.addSource(readSource(data));
    setBusy("idle");
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    onCite(readCitation(data, answer.value));
    onClose();
  }

  return (
    <Dialog title={citation ? "Edit the citation" : "Add a source"} width="wide" onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-5">
        {problem ? (
          <Banner look="error" title="The source was not added">
            {problemWords(problem)}
          </Banner>
        ) : null}
        <div className="grid gap-6 md:grid-cols-2">
          <SourceFields
            picked={picked}
            onPick={setPicked}
            problem={problem}
            mayChange={citation ? "no" : "yes"}
          />
          <CitationFields citation={citation} today={today} />
        </div>
        <div className="flex justify-end gap-2 border-t border-hairline pt-4">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy === "adding"}>
            {busy === "adding" ? "Adding…" : citation ? "Save the citation" : "Cite this source"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
