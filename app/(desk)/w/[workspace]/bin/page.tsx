import type { Metadata } from "next";
import { BinDesk } from "@/components/articles/bin-desk";
import { listBin } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { pageQuerySchema } from "@/lib/server/http/page";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type BinPageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: "Bin" };

export default async function BinPage({ params, searchParams }: BinPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const page = await parsePageParams(pageQuerySchema, searchParams);
  const [member, bin] = await orNotFound(
    Promise.all([getDeskMember(actor, target.workspace), listBin(actor, target, page)]),
  );
  return <BinDesk member={member} articles={bin.items} nextCursor={bin.nextCursor} />;
}
