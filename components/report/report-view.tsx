import type { ReactNode } from "react";
import { mixInWords, tallyOf, type ReportContent } from "@/lib/core/report/content";
import { SafeLink } from "@/components/ui/safe-link";
import { MixBar } from "./mix-bar";
import { ReportClaimView } from "./report-claim";

type ReportViewProps = {
  readonly content: ReportContent;
  /** The line above the title: which report this is. */
  readonly kind: ReactNode;
  /** What stands between the summary and the claims, such as a notice. */
  readonly notice?: ReactNode;
  readonly footer: ReactNode;
};

/** The verdict report as a newspaper page: summary first, the mix as one bar, then verdict and sentence. It prints. */
export function ReportView({ content, kind, notice, footer }: ReportViewProps) {
  const { article } = content;
  const origin = [article.byline, article.publisher, article.publishedAt?.slice(0, 10)].filter(Boolean);
  return (
    <article className="mx-auto max-w-3xl px-5 pt-10 pb-20 print:max-w-none print:p-0">
      <p className="text-xs font-semibold text-accent">{kind}</p>
      <h1
        lang={article.language}
        dir={article.direction}
        className="mt-1 font-serif text-[2.25rem] leading-11 font-semibold tracking-tight text-balance wrap-anywhere print:text-2xl"
      >
        {article.title}
      </h1>
      <p className="mt-2 font-serif text-xl leading-7.5">{summaryOf(content)}</p>
      <p className="mt-3 text-xs wrap-anywhere text-muted">
        Checked by {content.desk}
        {origin.length > 0 ? ` · the article: ${origin.join(", ")}` : ""}
      </p>
      {notice}
      <MixBar content={content} />
      <ol className="mt-7 border-t border-hairline">
        {content.claims.map((claim) => (
          <ReportClaimView key={claim.id} claim={claim} content={content} />
        ))}
      </ol>
      <footer className="mt-8 border-t-2 border-ink pt-3 text-xs text-muted">
        {footer}
        {article.url ? (
          <p className="mt-2 wrap-anywhere">
            The article: <SafeLink href={article.url}>{article.url}</SafeLink>
          </p>
        ) : null}
        <p className="mt-2 wrap-anywhere">
          Policy: {content.policy.replaceAll("_", " ")} · {content.scale.name}, version{" "}
          {content.scale.version} · revision {article.revision} of the text, SHA-256 {article.sha256}
        </p>
      </footer>
    </article>
  );
}

function summaryOf(content: ReportContent): string {
  const tally = tallyOf(content.claims);
  const { ruled, disposed } = tally;
  const mix = mixInWords({ scale: content.scale, tally });
  if (ruled === 0) return `None of its ${content.claims.length} claims has a ruling yet.`;
  const rest = disposed > 0 ? ` ${disposed === 1 ? "One was" : `${disposed} were`} not to be checked.` : "";
  return `${ruled} of its ${content.claims.length} claims have a ruling: ${mix}.${rest}`;
}
