import type { Metadata } from "next";
import { PublicReport } from "@/components/report/public-report";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { getPublicReport, type PublicReport as Published } from "@/lib/server/reports/queries";

type ReportPageProps = { readonly params: Promise<{ report: string; number: string }> };

async function readReport({ params }: ReportPageProps): Promise<Published> {
  const { report, number } = await params;
  return orNotFound(getPublicReport(report, /^[1-9]\d{0,6}$/.test(number) ? Number(number) : 0));
}

export async function generateMetadata(props: ReportPageProps): Promise<Metadata> {
  const { content, number } = await readReport(props);
  return { title: `${content.article.title}: verdict report no. ${number}` };
}

export default async function PublicReportPage(props: ReportPageProps) {
  return <PublicReport {...await readReport(props)} />;
}
