import "server-only";
import { createHash } from "node:crypto";
import type { PolicyKind } from "@/lib/core/review/policy";
import { SEGMENTER_VERSION } from "@/lib/core/text/segment";
import type { WorkspaceScope } from "../auth/actor";
import { insertSentences } from "../claims/insert";
import type { Tx } from "../db/client";
import { newId } from "../db/new-id";
import { by, recordAll } from "../events/record";
import { newestPolicy, newestScale } from "../workspaces/settings";
import type { PreparedArticle } from "./prepare";

export type Imported = { readonly id: string; readonly revision: number; readonly claims: number };

/**
 * Writes articles, each with its text as revision 1 and one claim a sentence, in a handful of statements whatever their
 * number; history tells of each. All of them get the newest scale, and their policy's newest version.
 */
export async function insertArticles(
  tx: Tx,
  scope: WorkspaceScope,
  prepared: readonly PreparedArticle[],
): Promise<readonly Imported[]> {
  const { workspaceId, memberId } = scope;
  const { id: scaleId } = await newestScale(tx, scope);
  const policyIds = await findPolicies(tx, scope, prepared);
  const rows = prepared.map((article) => ({ article, id: newId(), revisionId: newId() }));
  await tx.article.createMany({
    data: rows.map(({ article: { input, language, direction }, id }) => ({
      workspaceId,
      id,
      title: input.title,
      byline: input.byline ?? null,
      publisher: input.publisher ?? null,
      url: input.url ?? null,
      publishedAt: input.publishedAt ? new Date(input.publishedAt) : null,
      language,
      direction,
      policyId: policyIds.get(input.policy) ?? "",
      scaleId,
      importedById: memberId,
    })),
  });
  await tx.revision.createMany({
    data: rows.map(({ article: { input }, id, revisionId }) => ({
      workspaceId,
      id: revisionId,
      articleId: id,
      number: 1,
      text: input.text,
      sha256: createHash("sha256").update(input.text, "utf8").digest("hex"),
      segmenterVersion: SEGMENTER_VERSION,
      createdById: memberId,
    })),
  });
  const homes = rows.map(({ article: { input, cuts }, id: articleId, revisionId }) => ({
    articleId,
    revisionId,
    text: input.text,
    cuts,
  }));
  await insertSentences(tx, scope, scaleId, homes);
  await recordAll(
    tx,
    by(scope),
    rows.map(({ article: { input, cuts }, id }) => ({
      type: "article.imported",
      payload: { title: input.title, claims: cuts.length },
      entityId: id,
      articleId: id,
    })),
  );
  return rows.map(({ article, id }) => ({ id, revision: 1, claims: article.cuts.length }));
}

async function findPolicies(
  tx: Tx,
  scope: WorkspaceScope,
  prepared: readonly PreparedArticle[],
): Promise<ReadonlyMap<PolicyKind, string>> {
  const found = new Map<PolicyKind, string>();
  for (const kind of new Set(prepared.map(({ input }) => input.policy))) {
    found.set(kind, (await newestPolicy(tx, scope, kind)).id);
  }
  return found;
}
