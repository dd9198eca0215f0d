import { GET as getClaimPage } from "../../app/(public)/r/[report]/claims/[claim]/route";
import { GET as getReportPage } from "../../app/(public)/r/[report]/[number]/route";
import { getClaimDetail } from "../../lib/server/claims/queries";
import { publishReport } from "../../lib/server/reports/commands";
import { reviewAnnotation } from "../../lib/server/review/commands";
import { annotate, cite, createArticle, type Desk } from "../../seeds/factories";
import { seedArticle } from "../../seeds/seed";

/** The seed article with a ruling on every sentence, each with a source for it and a search against, published. */
export async function publishSeedArticle(desk: Desk) {
  const { id: articleId, claims } = await createArticle(desk, await seedArticle());
  for (const { id: claimId, ordinal } of claims) {
    const source = { title: `Report no. ${ordinal}`, url: `https://example.org/reports/${ordinal}` };
    const citation = await cite(desk.slug, desk.reviewer1, source, { quote: "As it was said at the time." });
    const rationale = "Two reports of that week say the same, and none says otherwise.";
    const searches = [
      { query: "the same words", place: "news archive", sought: "refutes" as const, outcome: "Nothing" },
    ];
    const found = { verdict: "true", rationale, citations: [citation], searches, submit: true };
    await annotate(desk.slug, desk.reviewer1, claimId, found);
    const { colleagues } = await getClaimDetail(desk.editor.actor, { workspace: desk.slug, claimId });
    const [given] = colleagues;
    if (given?.sight !== "full") throw new Error("There is nothing to approve");
    await reviewAnnotation(
      desk.editor.actor,
      { workspace: desk.slug, annotationId: given.id },
      { decision: "approve", reasons: [], comment: "", version: given.version },
    );
  }
  const published = await publishReport(desk.editor.actor, { workspace: desk.slug, articleId });
  if (published.outcome !== "published") throw new Error(published.outcome);
  const params = { report: published.slug, number: "1", claim: claims[0]?.id ?? "" };
  const context = { params: Promise.resolve(params) };
  const request = new Request("http://127.0.0.1:3000/r");
  return [
    { name: "report", get: () => getReportPage(request, context) },
    { name: "claim", get: () => getClaimPage(request, context) },
  ];
}
