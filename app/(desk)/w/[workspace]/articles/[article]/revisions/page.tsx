import type { Metadata } from "next";
import { RevisionsDesk } from "@/components/revisions/revisions-desk";
import { getWorkbench } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { listRevisions } from "@/lib/server/revisions/queries";

type RevisionsPageProps = { readonly params: Promise<{ workspace: string; article: string }> };

export const metadata: Metadata = { title: "Versions" };

export default async function RevisionsPage({ params }: RevisionsPageProps) {
  const actor = await requireActor();
  const { workspace, article: articleId } = await params;
  const [workbench, revisions] = await orNotFound(
    Promise.all([
      getWorkbench(actor, { workspace, articleId }),
      listRevisions(actor, { workspace, articleId }, { limit: 500 }),
    ]),
  );
  return <RevisionsDesk key={articleId} workbench={workbench} revisions={revisions.items} />;
}
