"use client";

import { useRef, useState } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { AboutWords, Note } from "@/lib/core/notes/note";
import { placeOfWords } from "@/lib/core/notes/place-of-words";
import { can } from "@/lib/core/permissions/table";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { useDesk } from "@/components/workbench/desk-context";
import { LazyNoteText } from "./lazy-note-text";
import { NoteEditor } from "./note-editor";
import { NoteForm } from "./note-form";

/** Remarks on the claim, oldest thread first, answers under what they answer. */
export function NotesTab({ detail }: { readonly detail: ClaimDetail }) {
  const { member } = useDesk();
  const threads = detail.notes.filter(({ parentId }) => parentId === null);
  const mayWrite = can(member.role, "note.write");
  return (
    <div className="flex flex-col gap-5 px-5 py-5">
      {threads.length === 0 ? (
        <p className="text-sm text-muted">
          {mayWrite ? "No notes yet. A question to a colleague or a doubt belongs here." : "No notes."}
        </p>
      ) : null}
      <ul className="flex flex-col gap-5">
        {threads.map((note) => (
          <li key={note.id}>
            <Thread note={note} detail={detail} />
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <NoteForm
          key={detail.claim.id}
          id="new-note"
          claimId={detail.claim.id}
          parentId={null}
          text={detail.claim.text}
        />
      ) : null}
    </div>
  );
}

function Thread({ note, detail }: { readonly note: Note; readonly detail: ClaimDetail }) {
  const { member } = useDesk();
  const [answering, setAnswering] = useState<"yes" | "no">("no");
  const answers = detail.notes.filter(({ parentId }) => parentId === note.id);
  return (
    <article className={note.resolved ? "border-s-2 border-hairline ps-3" : "border-s-2 border-accent ps-3"}>
      {note.about ? <About about={note.about} text={detail.claim.text} /> : null}
      <NoteBody note={note} claimId={detail.claim.id} />
      {answers.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-3 ps-4">
          {answers.map((answer) => (
            <li key={answer.id}>
              <NoteBody note={answer} claimId={detail.claim.id} />
            </li>
          ))}
        </ul>
      ) : null}
      {can(member.role, "note.write") ? (
        <div className="-ms-1.5 mt-1 flex gap-1">
          <Button
            look="plain"
            className="text-xs"
            onClick={() => {
              setAnswering(answering === "yes" ? "no" : "yes");
            }}
          >
            Reply
          </Button>
          <ResolveButton note={note} claimId={detail.claim.id} />
        </div>
      ) : null}
      {answering === "yes" ? (
        <NoteForm
          id={`reply-${note.id}`}
          claimId={detail.claim.id}
          parentId={note.id}
          onDone={() => {
            setAnswering("no");
          }}
        />
      ) : null}
    </article>
  );
}

/** The words that a thread is about, if the sentence still has them. */
function About({ about, text }: { readonly about: AboutWords; readonly text: string }) {
  return (
    <p className="mb-1 text-xs text-muted">
      On “
      <span dir="auto" className="font-serif italic">
        {about.quote}
      </span>
      ”{placeOfWords(text, about) === null ? ", which the sentence does not say any more" : ""}
    </p>
  );
}

function NoteBody({ note, claimId }: { readonly note: Note; readonly claimId: string }) {
  const { member } = useDesk();
  const [editing, setEditing] = useState<"yes" | "no">("no");
  const isOwn = note.author.memberId === member.memberId && can(member.role, "note.write");
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span className="font-semibold text-ink">{note.author.name}</span>
        <Moment at={note.createdAt} />
        {note.editedAt ? <span>edited</span> : null}
        {note.resolved ? <Badge look="good">resolved</Badge> : null}
        {isOwn && editing === "no" ? (
          <button type="button" className="underline underline-offset-2" onClick={() => setEditing("yes")}>
            Edit
          </button>
        ) : null}
      </p>
      {editing === "yes" ? (
        <NoteEditor note={note} claimId={claimId} onDone={() => setEditing("no")} />
      ) : (
        <LazyNoteText body={note.body} mentions={note.mentions} />
      )}
    </div>
  );
}

function ResolveButton({ note, claimId }: { readonly note: Note; readonly claimId: string }) {
  const { store } = useDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  async function resolve() {
    if (busy.current) return;
    busy.current = true;
    const answer = await store.api.resolveNote(note.id, { resolved: !note.resolved });
    busy.current = false;
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await Promise.all([store.reload(claimId), store.reloadList()]);
  }
  return (
    <>
      <Button look="plain" className="text-xs" onClick={() => void resolve()}>
        {note.resolved ? "Reopen" : "Resolve"}
      </Button>
      {problem ? <Banner look="error" title={problemWords(problem)} /> : null}
    </>
  );
}
