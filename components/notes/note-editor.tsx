"use client";

import { useRef, useState, type SubmitEvent } from "react";
import type { Note } from "@/lib/core/notes/note";
import { forgetText, keepText, keptText } from "@/lib/client/kept-text";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workbench/desk-context";
import { MentionField } from "./mention-field";

type NoteEditorProps = { readonly note: Note; readonly claimId: string; readonly onDone: () => void };

/** One's own note, to be put into other words. When it was saved elsewhere meanwhile, both texts stand side by side. */
export function NoteEditor({ note, claimId, onDone }: NoteEditorProps) {
  const { store, member } = useDesk();
  const place = `note edit ${member.workspace.slug} ${member.memberId} ${note.id}`;
  const [body, setBody] = useState(() => keptText(place) || note.body);
  const [base, setBase] = useState(note.version);
  const [theirs, setTheirs] = useState<Note | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current || body.trim() === "") return;
    busy.current = true;
    const answer = await store.api.changeNote(note.id, { body }, base);
    busy.current = false;
    if (!answer.ok) {
      const current = noteIn(answer.problem);
      setTheirs(current);
      if (current) setBase(current.version);
      setProblem(current ? null : answer.problem);
      return;
    }
    announce("Note saved");
    leave();
    await store.reload(claimId);
  }

  function leave() {
    forgetText(place);
    onDone();
  }

  return (
    <form onSubmit={(event) => void onSubmit(event)} className="mt-1 flex flex-col gap-2">
      {problem ? (
        <Banner look="error" title="The note was not saved">
          {problemWords(problem)}
        </Banner>
      ) : null}
      {theirs ? <Meanwhile theirs={theirs} /> : null}
      <MentionField
        id={`edit-${note.id}`}
        label="Your note"
        dir="auto"
        rows={3}
        autoFocus
        maxLength={100_000}
        value={body}
        className="field-sizing-content max-h-80 min-h-20"
        onText={(text) => {
          setBody(text);
          keepText(place, text);
        }}
      />
      <Choices isStale={theirs !== null} isEmpty={body.trim() === ""} onLeave={leave} />
    </form>
  );
}

type ChoicesProps = { readonly isStale: boolean; readonly isEmpty: boolean; readonly onLeave: () => void };

function Choices({ isStale, isEmpty, onLeave }: ChoicesProps) {
  return (
    <div className="flex gap-2">
      <Button type="submit" disabled={isEmpty}>
        {isStale ? "Save mine over it" : "Save"}
      </Button>
      <Button look="plain" onClick={onLeave}>
        {isStale ? "Leave it as it was saved" : "Cancel"}
      </Button>
    </div>
  );
}

function Meanwhile({ theirs }: { readonly theirs: Note }) {
  return (
    <Banner look="error" title="It was saved elsewhere meanwhile. Yours is kept below; saved is now:">
      <span dir="auto" className="block max-h-60 overflow-y-auto whitespace-pre-wrap">
        {theirs.body}
      </span>
    </Banner>
  );
}

/** With a stale version of a note the server sends the note as it stands. */
function noteIn({ status, current }: Problem): Note | null {
  return status === 412 && current ? (current as unknown as Note) : null;
}
