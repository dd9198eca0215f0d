import Link from "next/link";
import type { ArticleSummary } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { policyWords } from "@/components/claims/claim-words";

type HeadingProps = { readonly article: ArticleSummary; readonly member: DeskMember };

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const dayOf = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** Title, where it comes from, and the ways to its review, its report and its versions. */
export function ArticleHeading({ article, member }: HeadingProps) {
  const base = `/w/${member.workspace.slug}/articles/${article.id}`;
  const facts = [
    [article.byline, article.publisher].filter(Boolean).join(", "),
    article.publishedAt ? dayOf.format(new Date(article.publishedAt)) : null,
    languageName(article.language),
    `${article.claims} ${article.claims === 1 ? "claim" : "claims"}`,
    `policy: ${policyWords[article.policy]}`,
    article.revision > 1 ? `revision ${article.revision}` : null,
  ];
  return (
    <>
      <h1 className="text-[1.875rem] leading-10 font-semibold tracking-tight text-balance wrap-anywhere">
        {article.title}
      </h1>
      <p lang="en" dir="ltr" className="mt-2.5 font-sans text-xs wrap-anywhere text-muted rtl:text-right">
        {facts.filter(Boolean).join("\u00a0· ")}
      </p>
      <p
        lang="en"
        dir="ltr"
        className="mt-1 flex flex-wrap gap-x-4 gap-y-1 font-sans text-xs rtl:justify-end print:hidden"
      >
        <Link href={`${base}/review`} className="text-accent underline underline-offset-2">
          Review
        </Link>
        <Link href={`${base}/report`} className="text-accent underline underline-offset-2">
          Report
        </Link>
        {can(member.role, "claim.assign") ? (
          <Link
            href={`/w/${member.workspace.slug}/queue?kind=unassigned&article=${article.id}`}
            className="text-accent underline underline-offset-2"
          >
            Assign
          </Link>
        ) : null}
        <Link href={`${base}/revisions`} className="text-accent underline underline-offset-2">
          Versions
        </Link>
        {can(member.role, "article.change") ? (
          <Link href={`${base}/particulars`} className="text-accent underline underline-offset-2">
            Particulars
          </Link>
        ) : null}
      </p>
    </>
  );
}
