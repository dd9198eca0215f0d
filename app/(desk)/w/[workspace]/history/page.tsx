import type { Metadata } from "next";
import { z } from "zod";
import { HistoryDesk } from "@/components/history/history-desk";
import { historyQuerySchema } from "@/lib/core/events/history-query";
import { listArticles } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { checkChain, listHistory } from "@/lib/server/events/queries";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listMembers } from "@/lib/server/members/queries";
import { getScale } from "@/lib/server/scales/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "History" };

/** A form sends what is left open as an empty value. */
const searchSchema = z.preprocess(
  (sent) =>
    Object.fromEntries(
      Object.entries(z.record(z.string(), z.unknown()).parse(sent)).filter(([, value]) => value !== ""),
    ),
  historyQuerySchema.extend({ check: z.literal("yes").optional() }),
);

type HistoryPageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<Record<string, string | string[]>>;
};

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const { check, cursor, limit, ...filter } = await parsePageParams(searchSchema, searchParams);
  const [member, history, members, articles, scale, chain] = await orNotFound(
    Promise.all([
      getDeskMember(actor, target.workspace),
      listHistory(actor, target, { ...filter, cursor, limit }),
      listMembers(actor, target),
      listArticles(actor, target, { limit: 500 }),
      getScale(actor, target),
      check ? checkChain(actor, target) : null,
    ]),
  );
  return (
    <HistoryDesk
      member={member}
      filter={filter}
      lines={history.items}
      nextCursor={history.nextCursor}
      isFurtherBack={cursor !== undefined}
      members={members.map(({ id, name }) => ({ id, name }))}
      articles={articles.items.map(({ id, title }) => ({ id, name: title }))}
      scale={scale}
      chain={chain}
    />
  );
}
