import type { Metadata } from "next";
import { EvidenceDesk } from "@/components/sources/evidence-desk";
import { getArticle } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { claimParams } from "@/lib/server/http/params";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Evidence" };

type EvidencePageProps = { readonly params: Promise<{ workspace: string; claim: string }> };

export default async function EvidencePage({ params }: EvidencePageProps) {
  const actor = await requireActor();
  const { workspace, claim: claimId } = await parsePageParams(claimParams, params);
  const [member, detail] = await orNotFound(
    Promise.all([getDeskMember(actor, workspace), getClaimDetail(actor, { workspace, claimId })]),
  );
  const article = await orNotFound(getArticle(actor, { workspace, articleId: detail.articleId }));
  return <EvidenceDesk member={member} detail={detail} article={article} />;
}
