import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { writeJson } from "@/lib/core/formats/json";
import { isPublishable, type GateLine } from "@/lib/core/report/gate";
import { reportContentSchema, streamOf, type ReportContent } from "@/lib/core/report/content";
import { needsReason, reportDifference, type ReportChange } from "@/lib/core/report/difference";
import { line } from "@/lib/core/shared/fields";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { newSecret } from "../auth/tokens";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { buildReport, type ReportDraft } from "./build";
import { listStandingWaivers } from "./waiver-rows";

export type PublishOutcome =
  | { readonly outcome: "published"; readonly number: number; readonly sha256: string; readonly slug: string }
  | { readonly outcome: "gate_closed"; readonly gate: readonly GateLine[] }
  | { readonly outcome: "unchanged"; readonly number: number }
  /** Readers were told something else before: they are owed a reason. */
  | { readonly outcome: "reason_needed"; readonly difference: readonly ReportChange[] };

export const publishInputSchema = z.strictObject({
  correction: z.strictObject({ reason: line(2_000) }).nullish(),
});
export type PublishInput = z.infer<typeof publishInputSchema>;

/**
 * Publishes the article's report as the next number, with the SHA-256 of its JSON form. Nothing is published while the
 * gate is closed, nor when nothing differs from the number before. Where it takes back what readers were told, it is a
 * correction and needs a reason.
 * @throws Refusal not_found, forbidden
 */
export async function publishReport(
  actor: Actor,
  target: { readonly workspace: string; readonly articleId: string },
  input: PublishInput = {},
): Promise<PublishOutcome> {
  const scope = await authorize(actor, target.workspace, "report.publish");
  return transact(scope, async (tx): Promise<PublishOutcome> => {
    const { workspaceId } = scope;
    const { articleId } = target;
    await lockArticle(tx, scope, articleId);
    const draft = await buildReport(tx, scope, articleId);
    if (!isPublishable(draft.gate)) return { outcome: "gate_closed", gate: draft.gate };
    const sha256 = await hashOf(draft.content);
    const last = await tx.report.findFirst({
      where: { workspaceId, articleId },
      orderBy: { number: "desc" },
    });
    if (last?.sha256 === sha256) return { outcome: "unchanged", number: last.number };

    return publishNext(tx, scope, { draft, sha256, last }, input.correction?.reason ?? null);
  });
}

async function lockArticle(tx: Tx, { workspaceId }: WorkspaceScope, articleId: string): Promise<void> {
  // Two editors who publish at once get two numbers, one after the other.
  await tx.$queryRaw`
    select 1 from article
    where workspace_id = ${workspaceId}::uuid and id = ${articleId}::uuid for no key update`;
  // What is published is what stands: no claim moves between being read and being marked.
  await tx.$queryRaw`
    select count(*) from (
      select 1 from claim where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid
      order by id for no key update) locked`;
}

type Next = {
  readonly draft: ReportDraft;
  readonly sha256: string;
  readonly last: { readonly id: string; readonly number: number; readonly content: unknown } | null;
};

async function publishNext(
  tx: Tx,
  scope: WorkspaceScope,
  { draft, sha256, last }: Next,
  reason: string | null,
): Promise<PublishOutcome> {
  const { id: articleId } = draft.content.article;
  const difference = last ? reportDifference(reportContentSchema.parse(last.content), draft.content) : [];
  if (reason === null && needsReason(difference)) return { outcome: "reason_needed", difference };

  const number = (last?.number ?? 0) + 1;
  const slug = await ensureSlug(tx, scope, draft.content);
  const id = await writeReport(tx, scope, draft, number, sha256);
  if (last && reason !== null && difference.length > 0) {
    await writeCorrection(tx, scope, { id, previousId: last.id, reason, difference });
    const payload = { number, changes: difference.length };
    await record(tx, scope, { type: "report.corrected", payload, entityId: id, articleId });
  }
  return { outcome: "published", number, sha256, slug };
}

async function writeReport(
  tx: Tx,
  scope: WorkspaceScope,
  draft: ReportDraft,
  number: number,
  sha256: string,
): Promise<string> {
  const { workspaceId } = scope;
  const articleId = draft.content.article.id;
  const { id } = await tx.report.create({
    data: {
      workspaceId,
      articleId,
      revisionId: draft.revisionId,
      number,
      content: draft.content,
      sha256,
      waivers: [...(await listStandingWaivers(tx, scope, articleId))].map(({ id }) => id),
      publishedById: scope.memberId,
    },
    select: { id: true },
  });
  await tx.ruling.updateMany({
    where: { workspaceId, id: { in: [...draft.rulingIds] }, publishedAt: null },
    data: { publishedAt: new Date() },
  });
  await tx.claim.updateMany({
    where: { workspaceId, articleId, state: "ruled" },
    data: { state: "published" },
  });
  await record(tx, scope, { type: "report.published", payload: { number, sha256 }, entityId: id, articleId });
  return id;
}

type NewCorrection = {
  readonly id: string;
  readonly previousId: string;
  readonly reason: string;
  readonly difference: readonly ReportChange[];
};

async function writeCorrection(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  correction: NewCorrection,
): Promise<void> {
  const { id, previousId, reason, difference } = correction;
  const data = {
    workspaceId,
    reportId: id,
    previousReportId: previousId,
    reason,
    difference: [...difference],
  };
  await tx.correction.create({ data });
}

/** The hash that a reader can repeat from the JSON export. */
async function hashOf(content: ReportContent): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of writeJson(streamOf(content))) hash.update(piece, "utf8");
  return hash.digest("hex");
}

/** The article's public address: readable, with a random tail so that it cannot be guessed before it is published. */
async function ensureSlug(tx: Tx, scope: WorkspaceScope, { article }: ReportContent): Promise<string> {
  const key = { workspaceId_id: { workspaceId: scope.workspaceId, id: article.id } };
  const { publicSlug } = await tx.article.findUniqueOrThrow({ where: key, select: { publicSlug: true } });
  if (publicSlug) return publicSlug;
  const words = article.title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  const tail = newSecret()
    .secret.toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, 10);
  const slug = [words, tail].filter(Boolean).join("-");
  await tx.article.update({ where: key, data: { publicSlug: slug } });
  return slug;
}
