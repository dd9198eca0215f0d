import Link from "next/link";
import type { ArticleSummary } from "@/lib/core/articles/article";
import { policyWords } from "@/components/claims/claim-words";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";

type ArticleLineProps = {
  readonly article: ArticleSummary;
  readonly base: string;
  /** Moves it to the bin; null for whoever may not. */
  readonly onBin: (() => void) | null;
};

/** An article with how far it has come. */
export function ArticleLine({ article, base, onBin }: ArticleLineProps) {
  const { id, title, byline, publisher, claims, addressed, policy, direction, language, createdAt, reports } =
    article;
  const href = `${base}/articles/${id}`;
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <div className="min-w-0">
        <Link
          href={href}
          lang={language}
          dir={direction}
          className="line-clamp-2 font-serif text-lg leading-6 font-semibold hover:underline"
        >
          {title}
        </Link>
        <p className="mt-1 text-xs wrap-anywhere text-muted">
          {[byline, publisher].filter(Boolean).map((part) => `${part ?? ""} · `)}
          {policyWords[policy]} · brought in <Moment at={createdAt} />
          {reports > 0 ? (
            <>
              {" · "}
              <Link href={`${href}/report`} className="text-accent underline">
                report {reports}
              </Link>
            </>
          ) : null}
        </p>
      </div>
      <div>
        <Progress addressed={addressed} claims={claims} />
        {onBin ? (
          <Button
            look="plain"
            className="-ms-1.5 mt-1 text-xs"
            aria-label={`Move to the bin: ${title}`}
            onClick={onBin}
          >
            Move to the bin
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Progress({ addressed, claims }: { readonly addressed: number; readonly claims: number }) {
  const words = `${addressed} of ${claims} addressed`;
  return (
    <div>
      <p className="text-xs text-muted">{words}</p>
      <div
        role="progressbar"
        aria-label="Addressed"
        aria-valuenow={addressed}
        aria-valuemin={0}
        aria-valuemax={claims}
        aria-valuetext={words}
        className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-hairline"
      >
        <div className="h-full bg-accent" style={{ width: `${(100 * addressed) / Math.max(1, claims)}%` }} />
      </div>
    </div>
  );
}
