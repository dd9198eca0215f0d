import "server-only";
import { createHash } from "node:crypto";
import type { ArticleInput } from "@/lib/core/articles/article";
import { detectDirection } from "@/lib/core/text/direction";
import { segment, SEGMENTER_VERSION } from "@/lib/core/text/segment";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { insertSentences } from "../claims/insert";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { refuseUnusable, textRefusal, tooManySentences } from "./usable-text";
import { newestPolicy, newestScale } from "../workspaces/settings";

/** More than any book has; one import stays one transaction of some seconds. */
const maxSentences = 100_000;

export type Imported = { readonly id: string; readonly revision: number; readonly claims: number };

/**
 * Brings an article in: its text as revision 1, untouched, and one claim per sentence.
 * @throws Refusal forbidden, not_found, bad_input or too_large for a text that cannot be kept or has no words
 */
export async function importArticle(
  actor: Actor,
  target: { readonly workspace: string },
  input: ArticleInput,
): Promise<Imported> {
  const scope = await authorize(actor, target.workspace, "article.import");
  refuseUnusable(input.text);
  const spans = segment(input.text, input.language ? { language: input.language } : {});
  if (spans.length === 0) throw textRefusal({ code: "empty", at: 0 });
  if (spans.length > maxSentences) throw tooManySentences(spans.length, maxSentences);
  return transact(scope, async (tx) => {
    const { workspaceId, memberId } = scope;
    const scale = await newestScale(tx, scope);
    const article = await tx.article.create({
      data: {
        workspaceId,
        title: input.title,
        byline: input.byline ?? null,
        publisher: input.publisher ?? null,
        url: input.url ?? null,
        publishedAt: input.publishedAt ? new Date(input.publishedAt) : null,
        language: input.language ?? "und",
        direction: detectDirection(input.text),
        policyId: (await newestPolicy(tx, scope, input.policy)).id,
        scaleId: scale.id,
        importedById: memberId,
      },
      select: { id: true },
    });
    const revisionId = await addFirstRevision(tx, scope, article.id, input.text);
    const home = { articleId: article.id, revisionId, scaleId: scale.id };
    await insertSentences(tx, scope, home, input.text, spans);
    const payload = { title: input.title, claims: spans.length };
    await record(tx, scope, {
      type: "article.imported",
      payload,
      entityId: article.id,
      articleId: article.id,
    });
    return { id: article.id, revision: 1, claims: spans.length };
  });
}

async function addFirstRevision(
  tx: Tx,
  scope: WorkspaceScope,
  articleId: string,
  text: string,
): Promise<string> {
  const { id } = await tx.revision.create({
    data: {
      workspaceId: scope.workspaceId,
      articleId,
      number: 1,
      text,
      sha256: createHash("sha256").update(text, "utf8").digest("hex"),
      segmenterVersion: SEGMENTER_VERSION,
      createdById: scope.memberId,
    },
    select: { id: true },
  });
  return id;
}
