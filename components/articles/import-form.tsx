"use client";

import type { DeskMember } from "@/lib/core/claims/workbench";
import { fieldProblem, problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ArticleSource } from "./article-source";
import { DuplicateNote } from "./duplicate-note";
import { ImportParticulars } from "./import-particulars";
import { TextPreview } from "./text-preview";
import { TitleField } from "./title-field";
import { useImport } from "./use-import";

/** An article by paste, file or address. The sentences are shown before anything is saved; what was typed stays until it is. */
export function ImportForm({ member }: { readonly member: DeskMember }) {
  const { draft, change, reading, take, seen, rows, setRows, problem, busy, trouble, send } =
    useImport(member);
  const duplicates = seen?.kind === "preview" && draft.text.trim() !== "" ? seen.preview.duplicates : [];
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-10 pb-20 outline-none sm:px-6">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Bring in an article</h1>
      <p className="mt-1 text-muted">
        Every sentence becomes a claim. The text is kept exactly as you see it here.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="mt-8 grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
      >
        <div className="flex min-w-0 flex-col gap-5">
          <div ref={trouble} tabIndex={-1} className="outline-none empty:hidden">
            {problem ? <ImportTrouble problem={problem} slug={member.workspace.slug} /> : null}
          </div>
          <ArticleSource reading={reading} take={take} />
          <TitleField value={draft.title} change={change} problem={problem} />
          <TextArea
            label="Text"
            dir="auto"
            required
            rows={16}
            value={draft.text}
            error={fieldProblem(problem, "text")}
            className="font-serif text-base leading-7"
            onChange={(event) => change({ text: event.target.value })}
          />
          <DuplicateNote member={member} duplicates={duplicates} text={draft.text} />
          <ImportParticulars draft={draft} change={change} problem={problem} />
          <div className="flex items-center gap-4">
            <Button look="primary" type="submit" disabled={busy !== "idle"}>
              {busy === "idle" ? "Bring it in" : "Bringing it in…"}
            </Button>
            <span className="text-xs text-muted">The draft is kept in this tab until then.</span>
          </div>
        </div>
        <TextPreview text={draft.text} seen={seen} rows={rows} change={setRows} />
      </form>
    </main>
  );
}

function ImportTrouble({ problem, slug }: { readonly problem: Problem; readonly slug: string }) {
  const signedOut = problem.status === 401;
  return (
    <Banner
      look="error"
      title={signedOut ? "You are signed out" : "The article was not brought in"}
      actions={
        signedOut ? (
          <a
            href={`/sign-in?from=${encodeURIComponent(`/w/${slug}/articles/new`)}`}
            className={buttonClass("primary")}
          >
            Sign in again
          </a>
        ) : null
      }
    >
      {problemWords(problem)} Nothing was saved; what you typed is still here.
    </Banner>
  );
}
