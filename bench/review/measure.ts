import { getWorkbench } from "../../lib/server/articles/queries";
import { getClaimDetail } from "../../lib/server/claims/queries";
import { db } from "../../lib/server/db/client";
import { reviewAnnotation, reviewMany } from "../../lib/server/review/commands";
import { listApprovable } from "../../lib/server/review/queries";
import { annotate, createArticle, type Desk } from "../../seeds/factories";
import { timeCalls, type Timing } from "../filled-desk";

const rounds = 60;

/** What opening the review screen reads, of a different article each time. */
export async function measureScreen(desk: Desk): Promise<readonly (Timing & { readonly part: string })[]> {
  const { slug: workspace, workspaceId, editor } = desk;
  const articles = await db().article.findMany({
    where: { workspaceId },
    take: rounds + 1,
    select: { id: true },
  });
  const articleOf = (round: number) => articles[round]?.id ?? "";
  const claims = await db().claim.findMany({
    where: { workspaceId, state: "in_review", articleId: { in: articles.map(({ id }) => id) } },
    take: rounds + 1,
    select: { id: true },
  });
  const claimOf = (round: number) => claims[round % claims.length]?.id ?? "";
  const measure = async (part: string, call: (round: number) => Promise<unknown>) => ({
    part,
    ...(await timeCalls(rounds, call)),
  });
  return [
    await measure("the article and its claims", (round) =>
      getWorkbench(editor.actor, { workspace, articleId: articleOf(round) }),
    ),
    await measure("one claim with all annotations", (round) =>
      getClaimDetail(editor.actor, { workspace, claimId: claimOf(round) }),
    ),
    await measure("what may be approved in it", (round) =>
      listApprovable(editor.actor, { workspace, articleId: articleOf(round) }),
    ),
  ];
}

const count = 500;

/** Milliseconds for approving as many claims in one request, for taking that back, and for approving one by one. */
export async function measureBatch(desk: Desk) {
  const { slug: workspace, editor } = desk;
  const text = Array.from({ length: count }, (_, n) => `The bridge has ${n + 2} piers.`).join(" ");
  const article = await createArticle(desk, { text });
  for (const { id } of article.claims) {
    await annotate(workspace, desk.reviewer1, id, { verdict: "true", submit: true });
  }
  const found = await listApprovable(editor.actor, { workspace, articleId: article.id });
  if (found.length !== count) throw new Error(`${found.length} claims wait for approval, not ${count}`);
  const annotations = found.map(({ annotationId: id, version }) => ({ id, version }));
  const together = await took(() =>
    reviewMany(editor.actor, { workspace }, { decision: "approve", annotations }),
  );
  const back = await took(() =>
    reviewMany(editor.actor, { workspace }, { decision: "withdraw", annotations }),
  );
  const oneByOne = await took(async () => {
    for (const { id: annotationId, version } of annotations) {
      const input = { decision: "approve" as const, reasons: [], comment: "", version };
      await reviewAnnotation(editor.actor, { workspace, annotationId }, input);
    }
  });
  return { count, together, back, oneByOne };
}

async function took(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
