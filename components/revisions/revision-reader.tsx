import Link from "next/link";
import type { RevisionChanges } from "@/lib/core/anchors/changes";
import type { RevisionSummary, RevisionView } from "@/lib/core/anchors/revision";
import type { ArticleSummary } from "@/lib/core/articles/article";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { DeskHeader } from "@/components/workspace/desk-header";
import { ChangeList } from "./change-list";
import { FateCounts } from "./fate-counts";
import { countWords } from "./fate-words";
import { RevisionList } from "./revision-list";
import { RevisionText } from "./revision-text";

type RevisionReaderProps = {
  readonly member: DeskMember;
  readonly article: ArticleSummary;
  readonly revision: RevisionView;
  readonly revisions: readonly RevisionSummary[];
  /** What it did to the revision before it. */
  readonly changes: RevisionChanges;
  /** The difference from another revision, where that was asked for instead of the text. */
  readonly comparison: { readonly against: number; readonly changes: RevisionChanges } | null;
};

/** One version at its own address: to be read, or beside another one. */
export function RevisionReader(props: RevisionReaderProps) {
  const { member, article, revision, revisions, changes, comparison } = props;
  const base = `/w/${member.workspace.slug}/articles/${article.id}`;
  const { number } = revision;
  const crumbs = [
    { label: article.title, href: base },
    { label: "Versions", href: `${base}/revisions` },
    { label: `Revision ${number}` },
  ];
  return (
    <>
      <DeskHeader member={member} crumbs={crumbs} />
      <div className="mx-auto max-w-6xl gap-x-10 px-4 pt-8 pb-24 sm:px-6 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]">
        <main id="content" tabIndex={-1} className="min-w-0 outline-none">
          <Heading article={article} revision={revision} comparison={comparison} />
          {comparison ? (
            <Comparison {...comparison} article={article} number={number} />
          ) : (
            <RevisionText revision={revision} changes={changes} article={article} base={base} />
          )}
        </main>
        <aside aria-label="Versions" className="flex flex-col gap-8 max-lg:mt-12 print:hidden">
          <CompareForm number={number} revisions={revisions} against={comparison?.against ?? null} />
          <RevisionList revisions={revisions} base={`${base}/revisions`} shown={number} />
          <a
            href={`/api/v1/workspaces/${member.workspace.slug}/articles/${article.id}/revisions/${number}`}
            download={`revision-${number}.json`}
            className="self-start text-sm text-accent underline underline-offset-2"
          >
            Download revision {number} (JSON)
          </a>
        </aside>
      </div>
    </>
  );
}

type HeadingProps = Pick<RevisionReaderProps, "article" | "revision" | "comparison">;

function Heading({ article, revision, comparison }: HeadingProps) {
  const { number, createdAt, createdBy, sha256, counts } = revision;
  return (
    <header className="mb-6">
      <p className="text-xs font-semibold text-accent">
        {comparison ? `Revision ${number} against revision ${comparison.against}` : `Revision ${number}`}
        {number === article.revision ? ", the text now" : ""}
      </p>
      <h1
        lang={article.language}
        dir={article.direction}
        className="mt-1 font-serif text-3xl leading-10 font-semibold tracking-tight text-balance wrap-anywhere"
      >
        {article.title}
      </h1>
      <p className="mt-2 text-xs wrap-anywhere text-muted">
        {createdBy.name}, <Moment at={createdAt} /> · {countWords(counts)} · SHA-256{" "}
        <span title={sha256}>{sha256.slice(0, 12)}…</span>
      </p>
    </header>
  );
}

type ComparisonProps = NonNullable<RevisionReaderProps["comparison"]> & {
  readonly article: ArticleSummary;
  readonly number: number;
};

function Comparison({ against, changes, article, number }: ComparisonProps) {
  const counts = {
    carried: changes.carried.length,
    moved: changes.moved.length,
    changed: changes.changed.length,
    deleted: changes.deleted.length,
    added: changes.added.length,
  };
  const same =
    changes.changed.length + changes.deleted.length + changes.added.length + changes.moved.length === 0;
  return (
    <div className="flex flex-col gap-8">
      <FateCounts counts={counts} />
      <h2 className="sr-only">What changed</h2>
      {same ? <p className="text-muted">The same words in both, in the same order.</p> : null}
      <ChangeList
        changes={changes}
        language={article.language}
        direction={article.direction}
        beforeLabel={`Revision ${against}`}
        afterLabel={`Revision ${number}`}
      />
    </div>
  );
}

type CompareFormProps = {
  readonly number: number;
  readonly revisions: readonly RevisionSummary[];
  readonly against: number | null;
};

/** A plain form: the comparison has an address of its own. */
function CompareForm({ number, revisions, against }: CompareFormProps) {
  const others = revisions.filter((other) => other.number !== number);
  const [first] = others;
  if (!first) return null;
  const before = others.find((other) => other.number < number) ?? first;
  return (
    <form method="get" className="flex flex-col items-start gap-2">
      <SelectField
        key={`${number} ${against ?? ""}`}
        label={`Compare revision ${number} with`}
        name="against"
        defaultValue={against ?? before.number}
      >
        {others.map((other) => (
          <option key={other.number} value={other.number}>
            Revision {other.number}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">Compare</Button>
        {against === null ? null : (
          <Link href="?" className="text-sm text-accent underline underline-offset-2">
            Read the text
          </Link>
        )}
      </div>
    </form>
  );
}
