import Link from "next/link";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { downloads } from "@/lib/core/formats/catalogue";
import type { ExportProgress } from "@/lib/core/jobs/export-job";
import { can } from "@/lib/core/permissions/table";
import type { ReportContent } from "@/lib/core/report/content";
import type { ReportChange } from "@/lib/core/report/difference";
import type { Waiver } from "@/lib/core/report/waiver";
import { isPublishable, type GateLine } from "@/lib/core/report/gate";
import { Moment } from "@/components/ui/moment";
import { DeskHeader } from "@/components/workspace/desk-header";
import { GateList } from "./gate-list";
import { LongExports } from "./long-exports";
import { PublishButton } from "./publish-button";
import { ReportView } from "./report-view";

type Published = { readonly number: number; readonly sha256: string; readonly publishedAt: string };

type ReportDeskProps = {
  readonly member: DeskMember;
  readonly content: ReportContent;
  readonly gate: readonly GateLine[];
  readonly waivers: readonly Waiver[];
  readonly difference: readonly ReportChange[];
  readonly published: readonly Published[];
  readonly publicSlug: string | null;
  readonly exports: readonly ExportProgress[];
};

/** The report as it would be published now, beside it what is missing, what was published, and the downloads. */
export function ReportDesk(props: ReportDeskProps) {
  const { member, content, gate, waivers, difference, published, publicSlug, exports } = props;
  const { slug } = member.workspace;
  const { id: articleId, title } = content.article;
  const desk = { workspace: slug, memberId: member.memberId, articleId };
  const base = `/w/${slug}/articles/${articleId}`;
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: title, href: base }, { label: "Report" }]} />
      <div className="mx-auto max-w-6xl lg:grid lg:grid-cols-[minmax(0,1fr)_18rem] print:block">
        <main id="content" tabIndex={-1} className="outline-none">
          <ReportView
            content={content}
            kind="Verdict report, as it stands now"
            footer={<Downloads slug={slug} articleId={articleId} />}
          />
        </main>
        <aside
          aria-label="Publishing"
          className="flex flex-col gap-8 border-t border-hairline px-5 py-10 lg:border-s lg:border-t-0 print:hidden"
        >
          <section>
            <h2 className="mb-3 text-sm font-semibold">Before publishing</h2>
            {gate.length > 0 ? (
              <GateList gate={gate} waivers={waivers} base={base} desk={desk} />
            ) : (
              <p className="text-sm text-muted">An editor publishes this once nothing is missing.</p>
            )}
            <p className="mt-3 text-sm">
              <Link href={`/w/${slug}/validate`} className="text-accent underline underline-offset-2">
                Validate markup
              </Link>
            </p>
          </section>
          {can(member.role, "report.publish") && isPublishable(gate) ? (
            <PublishButton
              {...desk}
              next={(published[0]?.number ?? 0) + 1}
              difference={difference}
              scale={content.scale}
            />
          ) : null}
          <PublishedList published={published} publicSlug={publicSlug} />
          <LongExports {...desk} first={exports} />
        </aside>
      </div>
    </>
  );
}

function Downloads({ slug, articleId }: { readonly slug: string; readonly articleId: string }) {
  const base = `/api/v1/workspaces/${slug}/articles/${articleId}/export`;
  return (
    <nav aria-label="Downloads" className="flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
      {downloads.map(({ key, label }) => (
        <a
          key={key}
          href={`${base}?format=${key}`}
          download
          className="text-accent underline underline-offset-2"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

type PublishedListProps = { readonly published: readonly Published[]; readonly publicSlug: string | null };

function PublishedList({ published, publicSlug }: PublishedListProps) {
  return (
    <section>
      <h2 className="mb-3 text-sm font-semibold">Published</h2>
      {published.length === 0 || publicSlug === null ? (
        <p className="text-sm text-muted">Nothing yet. A published report is numbered and never changes.</p>
      ) : (
        <ul className="flex flex-col gap-2 text-sm">
          {published.map(({ number, publishedAt, sha256 }) => (
            <li key={number}>
              <Link href={`/r/${publicSlug}/${number}`} className="text-accent underline underline-offset-2">
                Report no. {number}
              </Link>
              <span className="block text-xs text-muted">
                <Moment at={publishedAt} /> · SHA-256 {sha256.slice(0, 8)}…
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
