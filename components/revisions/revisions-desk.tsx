import type { RevisionSummary } from "@/lib/core/anchors/revision";
import type { Workbench } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { DeskHeader } from "@/components/workspace/desk-header";
import { NewVersion } from "./new-version";
import { RevisionList } from "./revision-list";

type RevisionsDeskProps = {
  readonly workbench: Workbench;
  readonly revisions: readonly RevisionSummary[];
};

/** The versions of an article's text, and the way to the next one. */
export function RevisionsDesk({ workbench, revisions }: RevisionsDeskProps) {
  const { member, article } = workbench;
  const base = `/w/${member.workspace.slug}/articles/${article.id}`;
  const mayRevise = can(member.role, "article.change");
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: article.title, href: base }, { label: "Versions" }]} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-6xl gap-x-10 px-4 pt-8 pb-24 outline-none sm:px-6 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]"
      >
        <div className="min-w-0">
          <h1 className="mb-8 text-sm text-muted">
            Versions of{" "}
            <span lang={article.language} dir={article.direction} className="font-serif wrap-anywhere">
              {article.title}
            </span>
          </h1>
          {mayRevise ? (
            <NewVersion key={article.revision} workbench={workbench} />
          ) : (
            <p className="text-muted">
              You can read and compare the versions. Bringing in a new one is for editors and owners.
            </p>
          )}
        </div>
        <aside aria-labelledby="versions" className="max-lg:mt-12">
          <h2 id="versions" className="mb-4 text-sm font-semibold">
            {revisions.length === 1 ? "One version so far" : `${revisions.length} versions`}
          </h2>
          <RevisionList revisions={revisions} base={`${base}/revisions`} />
        </aside>
      </main>
    </>
  );
}
