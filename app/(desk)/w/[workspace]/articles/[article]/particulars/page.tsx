import type { Metadata } from "next";
import { ParticularsDesk } from "@/components/articles/particulars-desk";
import { getArticleToChange } from "@/lib/server/articles/queries";
import { requireActor } from "@/lib/server/auth/page-actor";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type ParticularsPageProps = { readonly params: Promise<{ workspace: string; article: string }> };

export const metadata: Metadata = { title: "Particulars" };

export default async function ParticularsPage({ params }: ParticularsPageProps) {
  const actor = await requireActor();
  const { workspace, article: articleId } = await params;
  const [member, article] = await orNotFound(
    Promise.all([getDeskMember(actor, workspace), getArticleToChange(actor, { workspace, articleId })]),
  );
  return <ParticularsDesk key={articleId} member={member} article={article} />;
}
