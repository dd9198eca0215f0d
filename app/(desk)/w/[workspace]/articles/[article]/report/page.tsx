import type { Metadata } from "next";
import { ReportDesk } from "@/components/report/report-desk";
import { requireActor } from "@/lib/server/auth/page-actor";
import { listExports } from "@/lib/server/exports/queries";
import { parsePageParams } from "@/lib/server/http/page-params";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { articleParams } from "@/lib/server/http/params";
import { getReportPreview } from "@/lib/server/reports/queries";
import { getDeskMember } from "@/lib/server/workspaces/queries";

type ReportPageProps = { readonly params: Promise<{ workspace: string; article: string }> };

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: ReportPageProps) {
  const actor = await requireActor();
  const { workspace, article: articleId } = await parsePageParams(articleParams, params);
  const target = { workspace, articleId };
  const [member, preview, exports] = await orNotFound(
    Promise.all([
      getDeskMember(actor, workspace),
      getReportPreview(actor, target),
      listExports(actor, target),
    ]),
  );
  return <ReportDesk member={member} {...preview} exports={exports} />;
}
