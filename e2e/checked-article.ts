import { changeClaim } from "@/lib/server/claims/commands";
import { getClaimDetail } from "@/lib/server/claims/queries";
import { reviewAnnotation } from "@/lib/server/review/commands";
import { annotate, cite, createArticle, type Desk } from "@/seeds/factories";
import type { AnnotationInput } from "@/lib/core/annotations/annotation";

/** Two claims ruled, the third set aside as an opinion: nothing stands in the way of publishing. */
export async function createCheckedArticle(desk: Desk) {
  const { slug, reviewer1, editor } = desk;
  const article = await createArticle(desk);
  const [first, second, third] = article.claims.map(({ id }) => id) as [string, string, string];
  const plan = await cite(
    slug,
    reviewer1,
    {
      title: "Plan of 1930",
      publisher: "Town archive",
      url: "https://archive.example/plan",
      publishedOn: "1930",
    },
    { quote: "Length 112.0 m", locator: "sheet 2" },
  );
  const register = await cite(
    slug,
    reviewer1,
    { title: "Bridge register, “sheet 7”" },
    { stance: "refutes", quote: "Handed over, 3 May 1932", accessedOn: "2026-05-12" },
  );
  await ruleOn(desk, first, {
    verdict: "true",
    rationale: "The plan says so.",
    citations: [plan],
    searches: [{ query: "bridge length", place: "Survey office", outcome: "" }],
  });
  await ruleOn(desk, second, {
    verdict: "mostly_false",
    rationale: 'A year too early: the register has "1932", not 1931.',
    citations: [register],
    searches: [{ query: "bridge opening 1931", place: "Town archive", outcome: "Only the contract" }],
  });
  const opinion = { disposition: "opinion", dispositionReason: "A matter of taste" } as const;
  await changeClaim(editor.actor, { workspace: slug, claimId: third, baseVersion: 1 }, opinion);
  const decidedAt = async (claimId: string) => {
    const { ruling } = await getClaimDetail(editor.actor, { workspace: slug, claimId });
    return ruling?.decidedAt ?? "";
  };
  return {
    id: article.id,
    claims: [first, second, third] as const,
    decided: [await decidedAt(first), await decidedAt(second)] as const,
  };
}

/** Submitted by a reviewer, approved by the editor. */
export async function ruleOn(desk: Desk, claimId: string, input: Partial<AnnotationInput>): Promise<void> {
  const { slug, editor, reviewer1 } = desk;
  await annotate(slug, reviewer1, claimId, { ...input, submit: true });
  const { colleagues } = await getClaimDetail(editor.actor, { workspace: slug, claimId });
  const [annotation] = colleagues;
  if (annotation?.sight !== "full") throw new Error("There is nothing to approve");
  const target = { workspace: slug, annotationId: annotation.id };
  const { version } = annotation;
  await reviewAnnotation(editor.actor, target, { decision: "approve", reasons: [], comment: "", version });
}
