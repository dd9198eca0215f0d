"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ArticleSummary } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { announce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ArticleLine } from "./article-line";

type ArticleListProps = { readonly member: DeskMember; readonly articles: readonly ArticleSummary[] };
type Moved = { readonly id: string; readonly version: number };
type Binned = Moved & { readonly title: string };

function useBin({ workspace, memberId }: DeskMember) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [binned, setBinned] = useState<Binned | null>(null);
  const router = useRouter();
  return {
    problem,
    binned,
    bin: async ({ id, title, version }: ArticleSummary) => {
      const write = { method: "DELETE", body: undefined, version } as const;
      const answer = await api.write<Moved>(`/articles/${id}`, write);
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) {
        setBinned({ title, ...answer.value });
        announce(`${title} is in the bin`);
      }
      router.refresh();
    },
    undo: async ({ id, title, version }: Binned) => {
      const write = { method: "POST", body: {}, version } as const;
      const answer = await api.write<Moved>(`/articles/${id}/restore`, write);
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) {
        setBinned(null);
        announce(`${title} is back`);
      }
      router.refresh();
    },
  };
}

/** The articles of a page; an editor can move them to the bin, and take the last one back right here. */
export function ArticleList({ member, articles }: ArticleListProps) {
  const { problem, binned, bin, undo } = useBin(member);
  const mayBin = can(member.role, "article.change");
  return (
    <>
      {problem ? (
        <Banner look="error" title="That was not done">
          {problemWords(problem)}
        </Banner>
      ) : null}
      {binned ? (
        <div className="mt-4">
          <Banner
            look="info"
            title={`“${binned.title}” is in the bin`}
            actions={<Button onClick={() => void undo(binned)}>Undo</Button>}
          >
            Nobody finds it or its claims any more until it is restored. Its published reports stay public.
          </Banner>
        </div>
      ) : null}
      <ul className="divide-y divide-hairline">
        {articles.map((article) => (
          <ArticleLine
            key={article.id}
            article={article}
            base={`/w/${member.workspace.slug}`}
            onBin={mayBin ? () => void bin(article) : null}
          />
        ))}
      </ul>
    </>
  );
}
