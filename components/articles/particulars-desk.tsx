"use client";

import Link from "next/link";
import type { ArticleSummary } from "@/lib/core/articles/article";
import { particularsOf, type ParticularName } from "@/lib/core/articles/particulars";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { problemWords } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DeskHeader } from "@/components/workspace/desk-header";
import { SourceFields } from "./source-fields";
import { TitleField } from "./title-field";
import { useParticulars } from "./use-particulars";

type ParticularsDeskProps = { readonly member: DeskMember; readonly article: ArticleSummary };

/** What stands around an article's text, for editors to put right. The text itself is changed by a new version. */
export function ParticularsDesk({ member, article }: ParticularsDeskProps) {
  const base = `/w/${member.workspace.slug}/articles/${article.id}`;
  const { draft, change, problem, isChanged, newer, save, keepMine, takeTheirs } = useParticulars(
    member,
    article,
  );
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: article.title, href: base }, { label: "Particulars" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Particulars</h1>
        <p className="mt-3 max-w-prose text-muted">
          Title and origin of the article, as the workbench and the report show them. Reports that were
          published before stay as they are. Its words are changed by{" "}
          <Link href={`${base}/revisions`} className="text-accent underline">
            a new version
          </Link>
          .
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
          className="mt-8 flex flex-col gap-6"
        >
          {problem ? (
            <Banner look="error" title="The particulars were not saved">
              {problemWords(problem)} What you typed is still here.
            </Banner>
          ) : null}
          {newer ? <Newer {...newer} onKeep={keepMine} onTake={takeTheirs} /> : null}
          <TitleField value={draft.title} change={change} problem={problem} />
          <SourceFields values={draft} change={change} problem={problem} language="known" />
          <Button look="primary" type="submit" className="self-start" disabled={!isChanged || newer !== null}>
            Save
          </Button>
        </form>
      </main>
    </>
  );
}

const words: Readonly<Record<ParticularName, string>> = {
  title: "The title",
  byline: "The byline",
  publisher: "The publisher",
  url: "The address",
  publishedAt: "The day",
  language: "The language",
};

/** In quotation marks, and in a direction of its own: a Hebrew title must not turn the sentence round it. */
function Quoted({ children }: { readonly children: string }) {
  return (
    <>
      “<bdi>{children}</bdi>”
    </>
  );
}

type NewerProps = {
  readonly article: ArticleSummary;
  readonly names: readonly ParticularName[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
};

/** Somebody was faster: what stands there now, beside what stands in the form. */
function Newer({ article, names, onKeep, onTake }: NewerProps) {
  const theirs = particularsOf(article);
  return (
    <Banner
      look="attention"
      title="Somebody has changed the particulars meanwhile"
      actions={
        <>
          <Button look="primary" onClick={onKeep}>
            Save mine on top
          </Button>
          <Button onClick={onTake}>Take theirs</Button>
        </>
      }
    >
      {names.length === 0 ? "They say the same as you do." : null}
      <ul>
        {names.map((name) => (
          <li key={name} className="wrap-anywhere">
            {words[name]} is now {theirs[name] === "" ? "empty" : <Quoted>{theirs[name]}</Quoted>}.
          </li>
        ))}
      </ul>
      <p>Either way, what you did not change becomes theirs.</p>
    </Banner>
  );
}
