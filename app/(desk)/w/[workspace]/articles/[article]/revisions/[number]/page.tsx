import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionReader } from "@/components/revisions/revision-reader";
import { revisionNumber } from "@/lib/core/anchors/revision";
import { getArticle } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { orNotFound } from "@/lib/server/http/page-refusals";
import {
  getComparison,
  getRevision,
  getRevisionChanges,
  listRevisions,
} from "@/lib/server/revisions/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type RevisionPageProps = {
  readonly params: Promise<{ workspace: string; article: string; number: string }>;
  readonly searchParams: Promise<{ against?: string | string[] }>;
};

export async function generateMetadata({ params }: RevisionPageProps): Promise<Metadata> {
  return { title: `Revision ${(await params).number}` };
}

function numberIn(address: unknown): number {
  const parsed = revisionNumber.safeParse(address);
  if (!parsed.success) notFound();
  return parsed.data;
}

export default async function RevisionPage({ params, searchParams }: RevisionPageProps) {
  const actor = await requireActor();
  const { workspace, article: articleId, number: address } = await params;
  const { against: other } = await searchParams;
  const number = numberIn(address);
  const target = { workspace, articleId };
  const [member, article, revision, changes, revisions] = await orNotFound(
    Promise.all([
      getDeskMember(actor, workspace),
      getArticle(actor, target),
      getRevision(actor, { ...target, number }),
      getRevisionChanges(actor, { ...target, number }),
      listRevisions(actor, target, { limit: 500 }),
    ]),
  );
  const against = other === undefined ? null : numberIn(other);
  const comparison =
    against === null
      ? null
      : {
          against,
          changes: await orNotFound(getComparison(actor, { ...target, from: against, to: number })),
        };
  return (
    <RevisionReader
      member={member}
      article={article}
      revision={revision}
      revisions={revisions.items}
      changes={changes}
      comparison={comparison}
    />
  );
}
