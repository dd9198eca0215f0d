import type { Metadata } from "next";
import { z } from "zod";
import { Library } from "@/components/sources/library";
import { idSchema, storableText } from "@/lib/core/shared/fields";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { listSources } from "@/lib/server/sources/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Sources" };

const searchSchema = z.object({ q: storableText(200).default(""), cursor: idSchema.optional() });

type SourcesPageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<Record<string, string | string[]>>;
};

export default async function SourcesPage({ params, searchParams }: SourcesPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const { q, cursor } = await parsePageParams(searchSchema, searchParams);
  const [member, found] = await orNotFound(
    Promise.all([
      getDeskMember(actor, target.workspace),
      listSources(actor, target, { q: q.trim() || undefined, cursor, limit: 50 }),
    ]),
  );
  return <Library member={member} q={q} sources={found.items} nextCursor={found.nextCursor} />;
}
