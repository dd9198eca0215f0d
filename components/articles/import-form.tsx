"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type SubmitEvent } from "react";
import type { ArticleInput } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { DeskApi } from "@/lib/client/api";
import { fieldProblem, problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { ImportParticulars } from "./import-particulars";
import { TextPreview } from "./text-preview";
import { useImportDraft, type ImportDraft } from "./use-import-draft";

type Busy = "idle" | "sending" | "leaving";

/** An article by paste. The sentences are shown before anything is saved; what was typed stays until it is. */
export function ImportForm({ member }: { readonly member: DeskMember }) {
  const { api, draft, change, problem, busy, trouble, onSubmit } = useImport(member);
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-10 pb-20 outline-none sm:px-6">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Bring in an article</h1>
      <p className="mt-1 text-muted">
        Every sentence becomes a claim. The text is kept exactly as you paste it.
      </p>
      <form
        onSubmit={onSubmit}
        className="mt-8 grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
      >
        <div className="flex flex-col gap-5">
          <div ref={trouble} tabIndex={-1} className="outline-none empty:hidden">
            {problem ? <ImportTrouble problem={problem} slug={member.workspace.slug} /> : null}
          </div>
          <TextField
            label="Title"
            dir="auto"
            required
            maxLength={10_000}
            value={draft.title}
            error={fieldProblem(problem, "title")}
            className="font-serif text-lg"
            onChange={(event) => change({ title: event.target.value })}
          />
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
          <ImportParticulars draft={draft} change={change} problem={problem} />
          <div className="flex items-center gap-4">
            <Button look="primary" type="submit" disabled={busy !== "idle"}>
              {busy === "idle" ? "Bring it in" : "Bringing it in…"}
            </Button>
            <span className="text-xs text-muted">The draft is kept in this tab until then.</span>
          </div>
        </div>
        <TextPreview api={api} text={draft.text} language={draft.language.trim() || null} />
      </form>
    </main>
  );
}

function useImport(member: DeskMember) {
  const { slug } = member.workspace;
  const [api] = useState(() => new DeskApi({ workspace: slug, memberId: member.memberId }));
  const { draft, change, forget, keyOf } = useImportDraft(slug, member.memberId);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Busy>("idle");
  const trouble = useRef<HTMLDivElement>(null);
  const router = useRouter();

  async function send() {
    if (busy !== "idle") return;
    setBusy("sending");
    const answer = await api.importArticle(readDraft(draft), keyOf());
    if (answer.ok) {
      setBusy("leaving");
      forget();
      router.push(`/w/${slug}/articles/${answer.value.id}`);
      return;
    }
    setBusy("idle");
    setProblem(answer.problem);
    requestAnimationFrame(() => trouble.current?.focus());
  }
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void send();
  }
  return { api, draft, change, problem, busy, trouble, onSubmit };
}

/** Particulars that were left empty are not known, rather than empty. */
function readDraft({ title, text, policy, ...particulars }: ImportDraft): ArticleInput {
  const { byline, publisher, url, publishedAt, language } = particulars;
  const orNull = (value: string) => value.trim() || null;
  return {
    title,
    text,
    policy,
    byline: orNull(byline),
    publisher: orNull(publisher),
    url: orNull(url),
    publishedAt: orNull(publishedAt),
    language: orNull(language),
  };
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
