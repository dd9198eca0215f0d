import type { Metadata } from "next";
import { z } from "zod";
import { InsightsDesk } from "@/components/insights/insights-desk";
import { agreementQuerySchema } from "@/lib/core/agreement/report";
import { can } from "@/lib/core/permissions/table";
import { idSchema } from "@/lib/core/shared/fields";
import { getAgreement, listDiffering } from "@/lib/server/agreement/queries";
import { getArticle } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { workspaceParams } from "@/lib/server/http/params";
import { getInsights } from "@/lib/server/insights/queries";
import { getScale } from "@/lib/server/scales/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Insights" };

const searchSchema = agreementQuerySchema.extend({
  article: idSchema.optional(),
  a: z.string().max(40).optional(),
  b: z.string().max(40).optional(),
});

type InsightsPageProps = {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<Record<string, string | string[]>>;
};

export default async function InsightsPage({ params, searchParams }: InsightsPageProps) {
  const actor = await requireActor();
  const target = await parsePageParams(workspaceParams, params);
  const { a, b, article: articleId, ...query } = await parsePageParams(searchSchema, searchParams);
  const member = await orNotFound(getDeskMember(actor, target.workspace));
  const seesAnnotations = can(member.role, "annotation.read");
  const ofWhat = { ...target, ...(articleId === undefined ? {} : { articleId }) };
  const [scale, insights, article, agreement, claims] = await orNotFound(
    Promise.all([
      getScale(actor, target),
      getInsights(actor, target),
      articleId === undefined ? null : getArticle(actor, { ...target, articleId }),
      seesAnnotations ? getAgreement(actor, ofWhat, query) : null,
      seesAnnotations && a && b
        ? listDiffering(actor, target, { a, b, article: articleId, judged: query.judged, scale: query.scale })
        : null,
    ]),
  );
  return (
    <InsightsDesk
      member={member}
      scale={scale}
      insights={insights}
      query={{ ...query, article: articleId }}
      agreement={agreement}
      article={article}
      opened={a && b && claims ? { a, b, claims } : null}
    />
  );
}
