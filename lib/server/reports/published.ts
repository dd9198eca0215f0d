import "server-only";
import type { Published } from "@/lib/core/public/published";
import type { ReportClaim, ReportRuling } from "@/lib/core/report/content";
import { Refusal } from "@/lib/core/shared/refusal";
import { publicPlace } from "./place";
import { getPublicReport } from "./queries";

/** The number in an address; what is none names no report. */
export function numberIn(text: string | undefined): number {
  return /^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : 0;
}

/** A published report with where it is. @throws Refusal not_found */
export async function readPublished(slug: string, number: number | null): Promise<Published> {
  const report = await getPublicReport(slug, number);
  return { report, place: publicPlace(report) };
}

type PublishedClaim = Published & { readonly claim: ReportClaim; readonly ruling: ReportRuling };

/** A ruled claim of the newest report. @throws Refusal not_found */
export async function readPublishedClaim(slug: string, claimId: string): Promise<PublishedClaim> {
  const published = await readPublished(slug, null);
  const claim = published.report.content.claims.find(({ id }) => id === claimId);
  if (!claim?.ruling) throw new Refusal("not_found", "There is no such claim.");
  return { ...published, claim, ruling: claim.ruling };
}
