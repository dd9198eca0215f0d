"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { forgetText, keepText, keptText, notePlace } from "@/lib/client/kept-text";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useDesk } from "@/components/workbench/desk-context";
import { MentionField } from "./mention-field";

type NoteFormProps = {
  readonly id: string;
  readonly claimId: string;
  readonly parentId: string | null;
  /** The claim's words, some of which a new thread can be about; an answer is about what its thread is about. */
  readonly text?: string;
  readonly onDone?: () => void;
};

/** What is typed is kept for this visit, through a reload and other claims, until the server has it. */
export function NoteForm({ id, claimId, parentId, text: claimText = "", onDone }: NoteFormProps) {
  const { store, member } = useDesk();
  const { workspace, memberId } = member;
  const place = notePlace({ workspace: workspace.slug, memberId, claimId }, parentId);
  const [body, setBody] = useState(() => keptText(place));
  const about = useAboutWords(claimText);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current || body.trim() === "" || about.isAstray) return;
    busy.current = true;
    const answer = await store.api.writeNote(claimId, {
      body,
      parentId,
      ...about.part,
    });
    busy.current = false;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    forgetText(place);
    setBody("");
    about.setWords("");
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
        hint="@ and a name calls a colleague; **bold**, *italic*, lists and links are set as Markdown"
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
      {claimText === "" ? null : <AboutField {...about} />}
      <Button type="submit" className="self-start" disabled={body.trim() === "" || about.isAstray}>
        {parentId === null ? "Write the note" : "Reply"}
      </Button>
    </form>
  );
}

/** The words of the claim that a thread is to be about, as they are typed or pasted. */
function useAboutWords(claimText: string) {
  const [words, setWords] = useState("");
  const quote = words.trim();
  const start = quote === "" ? -1 : claimText.indexOf(quote);
  const part = start < 0 ? {} : { about: { quote, start } };
  return { words, setWords, part, isAstray: quote !== "" && start < 0 };
}

type AboutFieldProps = Pick<ReturnType<typeof useAboutWords>, "words" | "setWords" | "isAstray">;

function AboutField({ words, setWords, isAstray }: AboutFieldProps) {
  return (
    <TextField
      label="On these words of the claim (optional)"
      dir="auto"
      autoComplete="off"
      value={words}
      error={isAstray ? "The claim does not have these words." : null}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
