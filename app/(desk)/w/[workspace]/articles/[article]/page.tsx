import type { Metadata } from "next";
import { Workbench } from "@/components/workbench/workbench";
import { readFilter } from "@/lib/core/claims/claim-filter";
import { packWorkbench } from "@/lib/core/claims/packed";
import { requireActor } from "@/lib/server/auth/page-actor";
import { getArticle, getWorkbench } from "@/lib/server/articles/queries";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { articleParams } from "@/lib/server/http/params";

type WorkbenchPageProps = {
  readonly params: Promise<{ workspace: string; article: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: WorkbenchPageProps): Promise<Metadata> {
  const { workspace, article: articleId } = await parsePageParams(articleParams, params);
  const { title } = await orNotFound(getArticle(await requireActor(), { workspace, articleId }));
  return { title };
}

export default async function WorkbenchPage({ params, searchParams }: WorkbenchPageProps) {
  const actor = await requireActor();
  const { workspace, article: articleId } = await parsePageParams(articleParams, params);
  const asked = await searchParams;
  const get = (name: string) => (typeof asked[name] === "string" ? asked[name] : null);
  const workbench = await orNotFound(getWorkbench(actor, { workspace, articleId }));
  const chosen = workbench.claims.find(({ id }) => id === get("claim"));
  const detail = chosen ? await orNotFound(getClaimDetail(actor, { workspace, claimId: chosen.id })) : null;
  const layout = get("view") === "table" ? "table" : "galley";
  const start = { detail, filter: readFilter(get), layout } as const;
  return <Workbench key={articleId} packed={packWorkbench(workbench)} start={start} />;
}
