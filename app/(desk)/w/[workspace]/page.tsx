import type { Metadata } from "next";
import { Home } from "@/components/home/home";
import { requireActor } from "@/lib/server/auth/page-actor";
import { listArticles } from "@/lib/server/articles/queries";
import { countQueue, listUrgent } from "@/lib/server/queue/queries";
import { pageQuerySchema } from "@/lib/server/http/page";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type HomePageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: "My desk" };

const shownInQueue = 12;

export default async function HomePage({ params, searchParams }: HomePageProps) {
  const actor = await requireActor();
  const { workspace } = await parsePageParams(workspaceParams, params);
  const page = await parsePageParams(pageQuerySchema, searchParams);
  const [member, queue, counts, articles] = await orNotFound(
    Promise.all([
      getDeskMember(actor, workspace),
      listUrgent(actor, { workspace }, shownInQueue),
      countQueue(actor, { workspace }),
      listArticles(actor, { workspace }, page),
    ]),
  );
  return (
    <Home
      member={member}
      queue={queue}
      counts={counts}
      now={new Date().toISOString()}
      articles={articles.items}
      nextCursor={articles.nextCursor}
    />
  );
}
