import Link from "next/link";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import type { SourceDetail, SourceUse } from "@/lib/core/sources/source-detail";
import { SafeLink } from "@/components/ui/safe-link";
import { DeskHeader } from "@/components/workspace/desk-header";
import { EvidenceCheck } from "./evidence-check";
import { SnapshotList } from "./snapshot-list";
import { sourceOrigin } from "./source-origin";
import { stanceWords } from "./stance-words";

type SourceDeskProps = { readonly member: DeskMember; readonly detail: SourceDetail };

/** A publication with its snapshots and every claim that cites it. */
export function SourceDesk({ member, detail }: SourceDeskProps) {
  const { source, uses } = detail;
  const base = `/w/${member.workspace.slug}`;
  return (
    <>
      <DeskHeader
        member={member}
        crumbs={[{ label: "Sources", href: `${base}/sources` }, { label: source.title }]}
      />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <h1 dir="auto" className="font-serif text-3xl font-semibold tracking-tight wrap-anywhere">
          {source.title}
        </h1>
        <p className="mt-2 text-sm wrap-anywhere text-muted">{sourceOrigin(source)}</p>
        {source.url ? (
          <p className="mt-1 text-sm wrap-anywhere">
            <SafeLink href={source.url}>{source.url}</SafeLink>
          </p>
        ) : null}
        <section aria-labelledby="uses" className="mt-10">
          <h2 id="uses" className="text-base font-semibold">
            {uses.length === 1 ? "Cited once" : `Cited ${uses.length} times`}
          </h2>
          {uses.length === 0 ? (
            <p className="mt-2 text-sm text-muted">
              {can(member.role, "annotation.read")
                ? "No citation of it lies open to you."
                : "Which claims cite it is for those who check."}
            </p>
          ) : null}
          <ul className="mt-3 divide-y divide-hairline border-y border-hairline empty:hidden">
            {uses.map((use, place) => (
              <Use key={place} use={use} source={source} base={base} />
            ))}
          </ul>
        </section>
        {source.url ? (
          <SnapshotList member={member} sourceId={source.id} snapshots={detail.snapshots} />
        ) : null}
      </main>
    </>
  );
}

type UseProps = Pick<SourceDetail, "source"> & { readonly use: SourceUse; readonly base: string };

function Use({ use, source, base }: UseProps) {
  const { claim, article, stance, author, quote, locator, check } = use;
  const particulars = [stance ? stanceWords[stance] : "Blind check: stance hidden", locator, author?.name];
  return (
    <li className="py-3 text-xs">
      <p className="text-sm wrap-anywhere" dir="auto">
        <Link
          href={`${base}/articles/${article.id}?claim=${claim.id}`}
          className="font-serif text-base hover:underline"
        >
          {claim.text}
        </Link>
      </p>
      <p className="wrap-anywhere text-muted">
        {article.title}, claim {claim.ordinal}
      </p>
      <p className="mt-1.5 font-semibold">{particulars.filter(Boolean).join(" · ")}</p>
      {quote ? (
        <blockquote
          dir="auto"
          className="mt-0.5 font-serif text-[0.9375rem] leading-5 wrap-anywhere whitespace-pre-wrap italic"
        >
          “{quote}”
        </blockquote>
      ) : null}
      <EvidenceCheck citation={{ source, quote, check }} />
    </li>
  );
}
