import type { Metadata } from "next";
import { Home } from "@/components/home/home";
import { requireActor } from "@/lib/server/auth/page-actor";
import { listArticles } from "@/lib/server/articles/queries";
import { listQueue } from "@/lib/server/queue/queries";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type HomePageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: "My desk" };

export default async function HomePage({ params, searchParams }: HomePageProps) {
  const actor = await requireActor();
  const { workspace } = await params;
  const { cursor } = await searchParams;
  const [member, queue, articles] = await orNotFound(
    Promise.all([
      getDeskMember(actor, workspace),
      listQueue(actor, { workspace }),
      listArticles(actor, { workspace }, { limit: 50, ...(typeof cursor === "string" ? { cursor } : {}) }),
    ]),
  );
  return <Home member={member} queue={queue} articles={articles.items} nextCursor={articles.nextCursor} />;
}
