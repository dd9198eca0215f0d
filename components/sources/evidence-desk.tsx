import Link from "next/link";
import type { AnnotationContent, Citation } from "@/lib/core/annotations/annotation";
import type { ArticleSummary } from "@/lib/core/articles/article";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { replicationGaps } from "@/lib/core/sources/replication";
import { DeskHeader } from "@/components/workspace/desk-header";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import { CitationCard } from "./citation-card";
import { gapWords } from "./gap-words";
import { SearchList } from "./search-list";
import { stanceWords } from "./stance-words";

type EvidenceDeskProps = {
  readonly member: DeskMember;
  readonly detail: ClaimDetail;
  readonly article: ArticleSummary;
};

type Evidence = Pick<AnnotationContent, "searches" | "noSourceFound"> & {
  readonly citations: readonly (Omit<Citation, "stance"> & Partial<Pick<Citation, "stance">>)[];
};

/** What somebody needs who wants to check a claim again: every source and search, and what is missing among them. */
export function EvidenceDesk({ member, detail, article }: EvidenceDeskProps) {
  const { claim, own, colleagues, scale, ruling } = detail;
  const base = `/w/${member.workspace.slug}`;
  const back = { label: article.title, href: `${base}/articles/${article.id}?claim=${claim.id}` };
  const shown = colleagues.map((annotation) =>
    annotation.sight === "full"
      ? { key: annotation.id, name: `Evidence of ${annotation.author.name}`, evidence: annotation.content }
      : {
          key: annotation.id,
          name: "Evidence of a colleague (blind check: stances hidden)",
          evidence: { citations: annotation.evidence, searches: [], noSourceFound: false },
        },
  );
  return (
    <>
      <DeskHeader member={member} crumbs={[back, { label: `Evidence for claim ${claim.ordinal}` }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 className="text-base font-semibold">What a reader needs to check claim {claim.ordinal} again</h1>
        <blockquote
          dir="auto"
          className="mt-3 border-s-2 border-accent ps-4 font-serif text-xl leading-8 wrap-anywhere"
        >
          {claim.text}
        </blockquote>
        <p className="mt-2 text-xs wrap-anywhere text-muted">
          <Link href={back.href} className="underline underline-offset-2">
            {article.title}
          </Link>
          {claim.wording ? ` · checked as: ${claim.wording}` : ""}
        </p>
        {ruling?.holds ? (
          <p className="mt-3 flex items-center gap-2 text-sm">
            Ruled <VerdictChip scale={scale} verdict={ruling.verdict} />
          </p>
        ) : null}
        {own.version > 0 ? (
          <EvidenceOf name={`Your evidence, version ${own.version}`} evidence={own.content} base={base} />
        ) : null}
        {shown.map(({ key, name, evidence }) => (
          <EvidenceOf key={key} name={name} evidence={evidence} base={base} />
        ))}
        {own.version === 0 && shown.length === 0 ? (
          <p className="mt-10 text-sm text-muted">No evidence on this claim lies open to you yet.</p>
        ) : null}
      </main>
    </>
  );
}

type EvidenceOfProps = { readonly name: string; readonly evidence: Evidence; readonly base: string };

function EvidenceOf({ name, evidence, base }: EvidenceOfProps) {
  const gaps = replicationGaps(evidence);
  const { citations, searches, noSourceFound } = evidence;
  return (
    <section aria-label={name} className="mt-10 flex flex-col gap-4">
      <h2 className="text-base font-semibold">{name}</h2>
      {gaps.length === 0 ? (
        <p className="text-sm text-good">✓ Nothing is missing: a reader can follow every step.</p>
      ) : (
        <div className="rounded-md border border-dashed border-warning px-4 py-3 text-sm text-warning">
          <h3 className="font-semibold">A reader would miss</h3>
          <ul className="mt-1 list-disc ps-5">
            {gaps.map((gap, place) => (
              <li key={place} className="wrap-anywhere">
                {gapWords(gap)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ol className="flex flex-col gap-3">
        {citations.map((citation, place) => (
          <li key={place}>
            <p className="mb-1 flex flex-wrap gap-x-3 text-xs">
              <span className="font-semibold">
                {place + 1}. {citation.stance ? stanceWords[citation.stance] : "Stance hidden"}
              </span>
              <Link
                href={`${base}/sources/${citation.source.id}`}
                className="text-accent underline underline-offset-2"
              >
                all uses of this source
              </Link>
            </p>
            <CitationCard citation={citation} />
          </li>
        ))}
      </ol>
      <SearchList searches={searches} sources={citations.length} noSourceFound={noSourceFound} />
    </section>
  );
}
