"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { BinnedArticle } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { DeskHeader } from "@/components/workspace/desk-header";

type BinDeskProps = {
  readonly member: DeskMember;
  readonly articles: readonly BinnedArticle[];
  readonly nextCursor: string | null;
};

/** What was moved to the bin, for editors to take back. */
export function BinDesk({ member, articles, nextCursor }: BinDeskProps) {
  const { problem, restore } = useRestoring(member);
  const base = `/w/${member.workspace.slug}`;
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Bin" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Bin</h1>
        <p className="mt-3 max-w-prose text-muted">
          An article in here is kept with its claims, annotations, notes and rulings, and shown nowhere else.
          Reports that were published before stay public.
        </p>
        {problem ? (
          <Banner look="error" title="It was not restored">
            {problemWords(problem)}
          </Banner>
        ) : null}
        {articles.length === 0 ? <p className="mt-8 font-serif text-xl">The bin is empty.</p> : null}
        <ul className="mt-6 divide-y divide-hairline border-t border-ink">
          {articles.map((article) => (
            <BinLine key={article.id} article={article} onRestore={() => void restore(article)} />
          ))}
        </ul>
        {nextCursor ? (
          <p className="mt-5">
            <Link
              href={`${base}/bin?cursor=${encodeURIComponent(nextCursor)}`}
              className="text-accent underline"
            >
              Older articles
            </Link>
          </p>
        ) : null}
      </main>
    </>
  );
}

function useRestoring({ workspace, memberId }: DeskMember) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const router = useRouter();
  async function restore({ id, title, version }: BinnedArticle): Promise<void> {
    const write = { method: "POST", body: {}, version } as const;
    const answer = await api.write<unknown>(`/articles/${id}/restore`, write);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) toast(`“${title}” is back on the desk`);
    router.refresh();
  }
  return { problem, restore };
}

type BinLineProps = { readonly article: BinnedArticle; readonly onRestore: () => void };

function BinLine({ article: { title, language, direction, binnedAt, reports }, onRestore }: BinLineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-48 flex-1">
        <p
          lang={language}
          dir={direction}
          className="line-clamp-2 font-serif text-lg leading-6 font-semibold"
        >
          {title}
        </p>
        <p className="mt-1 text-xs text-muted">
          In the bin since <Moment at={binnedAt} />
          {reports === 0
            ? ""
            : reports === 1
              ? " · one report stays public"
              : ` · ${reports} reports stay public`}
        </p>
      </div>
      <Button aria-label={`Restore ${title}`} onClick={onRestore}>
        Restore
      </Button>
    </li>
  );
}
