import type { Metadata } from "next";
import { QueueDesk } from "@/components/queue/queue-desk";
import { getArticle } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { countQueue, listQueue, queueQuerySchema } from "@/lib/server/queue/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type QueuePageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<Record<string, string | string[]>>;
};

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ params, searchParams }: QueuePageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const query = await parsePageParams(queueQuerySchema, searchParams);
  const [member, counts, page, article] = await orNotFound(
    Promise.all([
      getDeskMember(actor, target.workspace),
      countQueue(actor, target),
      listQueue(actor, target, query),
      query.article ? getArticle(actor, { ...target, articleId: query.article }) : null,
    ]),
  );
  return (
    <QueueDesk
      member={member}
      kind={query.kind}
      counts={counts}
      items={page.items}
      nextCursor={page.nextCursor}
      article={article ? { id: article.id, title: article.title } : null}
      now={new Date().toISOString()}
    />
  );
}
