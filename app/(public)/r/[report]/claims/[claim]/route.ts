import { claimPage } from "@/lib/core/public/claim-page";
import { definePublicPage } from "@/lib/server/http/define-public-page";
import { readPublishedClaim } from "@/lib/server/reports/published";

export const GET = definePublicPage(async ({ report = "", claim = "" }) => {
  const found = await readPublishedClaim(report, claim);
  return claimPage(found, found.claim, found.ruling);
});
