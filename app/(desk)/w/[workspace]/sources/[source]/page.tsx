import type { Metadata } from "next";
import { SourceDesk } from "@/components/sources/source-desk";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { sourceParams } from "@/lib/server/http/params";
import { getSource } from "@/lib/server/sources/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Source" };

type SourcePageProps = { readonly params: Promise<{ workspace: string; source: string }> };

export default async function SourcePage({ params }: SourcePageProps) {
  const actor = await requireActor();
  const { workspace, source } = await parsePageParams(sourceParams, params);
  const [member, detail] = await orNotFound(
    Promise.all([getDeskMember(actor, workspace), getSource(actor, { workspace, sourceId: source })]),
  );
  return <SourceDesk member={member} detail={detail} />;
}
