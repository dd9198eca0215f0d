import type { Metadata } from "next";
import { claimsInReview } from "@/lib/core/claims/claim";
import { ReviewDesk } from "@/components/review/review-desk";
import { getWorkbench } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { articleParams } from "@/lib/server/http/params";

type ReviewPageProps = {
  readonly params: Promise<{ workspace: string; article: string }>;
  readonly searchParams: Promise<{ claim?: string | string[] }>;
};

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const actor = await requireActor();
  const { workspace, article: articleId } = await parsePageParams(articleParams, params);
  const { claim } = await searchParams;
  const workbench = await orNotFound(getWorkbench(actor, { workspace, articleId }));
  const inReview = claimsInReview(workbench.claims);
  const chosen = inReview.find(({ id }) => id === claim) ?? inReview[0];
  const detail = chosen ? await orNotFound(getClaimDetail(actor, { workspace, claimId: chosen.id })) : null;
  return <ReviewDesk key={articleId} workbench={workbench} detail={detail} />;
}
