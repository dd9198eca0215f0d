import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportForm } from "@/components/articles/import-form";
import { ImportList } from "@/components/imports/import-list";
import { DeskHeader } from "@/components/workspace/desk-header";
import { can } from "@/lib/core/permissions/table";
import { requireActor } from "@/lib/server/auth/page-actor";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { listJobs } from "@/lib/server/jobs/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Bring in an article" };

type ImportPageProps = { readonly params: Promise<{ workspace: string }> };

export default async function ImportPage({ params }: ImportPageProps) {
  const { workspace } = await params;
  const actor = await requireActor();
  const member = await orNotFound(getDeskMember(actor, workspace));
  if (!can(member.role, "article.import")) notFound();
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Bring in an article" }]} />
      <ImportForm member={member} />
      <ImportList slug={member.workspace.slug} jobs={await listJobs(actor, { workspace })} />
    </>
  );
}
