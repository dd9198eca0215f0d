import { redirect } from "next/navigation";
import { orNotFound } from "@/lib/server/http/page-refusals";
import { getPublicReport } from "@/lib/server/reports/queries";

type NewestReportProps = { readonly params: Promise<{ report: string }> };

/** The article's address leads to its newest report; each number keeps an address of its own. */
export default async function NewestReportPage({ params }: NewestReportProps) {
  const { slug, number } = await orNotFound(getPublicReport((await params).report, null));
  redirect(`/r/${slug}/${number}`);
}
