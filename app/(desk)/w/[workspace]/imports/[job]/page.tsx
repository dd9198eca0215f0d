import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportProgress } from "@/components/imports/import-progress";
import { DeskHeader } from "@/components/workspace/desk-header";
import { can } from "@/lib/core/permissions/table";
import { requireActor } from "@/lib/server/auth/page-actor";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { jobParams } from "@/lib/server/http/params";
import { getJob } from "@/lib/server/jobs/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

export const metadata: Metadata = { title: "Bringing in a file" };

type ImportJobPageProps = { readonly params: Promise<{ workspace: string; job: string }> };

export default async function ImportJobPage({ params }: ImportJobPageProps) {
  const { workspace, job: jobId } = await parsePageParams(jobParams, params);
  const actor = await requireActor();
  const member = await orNotFound(getDeskMember(actor, workspace));
  if (!can(member.role, "article.import")) notFound();
  const job = await orNotFound(getJob(actor, { workspace, jobId }));
  const back = { label: "Bring in an article", href: `/w/${workspace}/articles/new` };
  return (
    <>
      <DeskHeader member={member} crumbs={[back, { label: job.fileName }]} />
      <ImportProgress member={member} first={job} />
    </>
  );
}
