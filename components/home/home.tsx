import Link from "next/link";
import type { ArticleSummary } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { QueueCounts, QueueItem } from "@/lib/core/queue/queue";
import { can } from "@/lib/core/permissions/table";
import { NewsBar } from "@/components/queue/news-bar";
import { buttonClass } from "@/components/ui/button";
import { DeskHeader } from "@/components/workspace/desk-header";
import { ArticleList } from "./article-list";
import { Queue } from "./queue";

type HomeProps = {
  readonly member: DeskMember;
  readonly queue: readonly QueueItem[];
  readonly counts: QueueCounts;
  readonly now: string;
  readonly articles: readonly ArticleSummary[];
  readonly nextCursor: string | null;
};

/** Where the day begins: what waits for me, then the desk's articles. */
export function Home({ member, queue, counts, now, articles, nextCursor }: HomeProps) {
  const base = `/w/${member.workspace.slug}`;
  const mayImport = can(member.role, "article.import");
  return (
    <>
      <DeskHeader member={member} crumbs={[]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">{member.workspace.name}</h1>
        {can(member.role, "annotation.write") ? (
          <>
            <NewsBar member={member} />
            <Queue queue={queue} counts={counts} base={base} now={now} />
          </>
        ) : null}
        <section aria-labelledby="articles" className="mt-12">
          <div className="flex items-end justify-between gap-4 border-b border-ink pb-2">
            <h2 id="articles" className="text-base font-semibold">
              Articles
            </h2>
            {mayImport ? (
              <Link href={`${base}/articles/new`} className={buttonClass("primary")}>
                Bring in an article
              </Link>
            ) : null}
          </div>
          {articles.length === 0 ? <NoArticles mayImport={mayImport ? "yes" : "no"} /> : null}
          <ArticleList member={member} articles={articles} />
          <p className="mt-5 flex gap-6">
            {nextCursor ? (
              <Link
                href={`${base}?cursor=${encodeURIComponent(nextCursor)}`}
                className="text-accent underline"
              >
                Older articles
              </Link>
            ) : null}
            {can(member.role, "article.change") ? (
              <Link href={`${base}/bin`} className="text-accent underline">
                Bin
              </Link>
            ) : null}
          </p>
        </section>
      </main>
    </>
  );
}

function NoArticles({ mayImport }: { readonly mayImport: "yes" | "no" }) {
  return (
    <div className="py-10">
      <p className="font-serif text-xl">No article here yet.</p>
      <p className="mt-1 max-w-prose text-muted">
        {mayImport === "yes"
          ? "Paste one: each of its sentences becomes a claim that can be checked, and nothing is saved before you have seen them."
          : "As soon as an editor of this desk brings one in, you find it here, and what waits for you above."}
      </p>
    </div>
  );
}
