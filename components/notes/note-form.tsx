"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { forgetText, keptText, keepText } from "@/lib/client/kept-text";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workbench/desk-context";
import { MentionField } from "./mention-field";

type NoteFormProps = {
  readonly id: string;
  readonly claimId: string;
  readonly parentId: string | null;
  readonly onDone?: () => void;
};

/** What is typed is kept for this visit, through a reload and other claims, until the server has it. */
export function NoteForm({ id, claimId, parentId, onDone }: NoteFormProps) {
  const { store, member } = useDesk();
  const place = `note ${member.workspace.slug} ${member.memberId} ${claimId} ${parentId ?? ""}`;
  const [body, setBody] = useState(() => keptText(place));
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current || body.trim() === "") return;
    busy.current = true;
    const answer = await store.api.writeNote(claimId, { body, parentId });
    busy.current = false;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    forgetText(place);
    setBody("");
    setProblem(null);
    announce("Note written");
    onDone?.();
    await Promise.all([store.reload(claimId), store.reloadList()]);
  }

  return (
    <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-2">
      {problem ? (
        <Banner look="error" title="The note was not saved">
          {problemWords(problem)}
        </Banner>
      ) : null}
      <MentionField
        id={id}
        label={parentId === null ? "New note" : "Reply"}
        hint="@ and a name calls a colleague"
        dir="auto"
        rows={3}
        autoFocus={parentId !== null}
        maxLength={100_000}
        value={body}
        className="field-sizing-content max-h-80 min-h-20"
        onText={(text) => {
          setBody(text);
          keepText(place, text);
        }}
      />
      <Button type="submit" className="self-start" disabled={body.trim() === ""}>
        {parentId === null ? "Write the note" : "Reply"}
      </Button>
    </form>
  );
}
