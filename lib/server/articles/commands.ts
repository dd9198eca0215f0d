import "server-only";
import type { ArticleInput, ArticlePatch } from "@/lib/core/articles/article";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { insertArticles, type Imported } from "./insert";
import { prepareArticle } from "./prepare";

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
  const prepared = prepareArticle(input);
  return transact(scope, async (tx) => {
    const [imported] = await insertArticles(tx, scope, [prepared]);
    return present(imported, "one article in, one out");
  });
}

/** `stale`: somebody changed it meanwhile, and nothing was written. */
export type ArticleOutcome = { readonly outcome: "done" | "stale"; readonly version: number };

type ArticleTarget = {
  readonly workspace: string;
  readonly articleId: string;
  readonly baseVersion: number;
};

/**
 * Changes what stands around the text: title, byline, publisher, address, date, language. The text has revisions.
 * @throws Refusal not_found, for one in the bin too; forbidden
 */
export async function changeArticle(
  actor: Actor,
  target: ArticleTarget,
  { publishedAt, ...patch }: ArticlePatch,
): Promise<ArticleOutcome> {
  const scope = await authorize(actor, target.workspace, "article.change");
  return transact(scope, async (tx): Promise<ArticleOutcome> => {
    const { id, version } = await lockArticle(tx, scope, target.articleId, "on the desk");
    if (version !== target.baseVersion) return { outcome: "stale", version };
    const moment =
      publishedAt === undefined ? {} : { publishedAt: publishedAt ? new Date(publishedAt) : null };
    const data = { ...given(patch), ...moment };
    const fields = Object.keys(data);
    if (fields.length === 0) return { outcome: "done", version };
    await tx.article.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
      data: { ...data, version: { increment: 1 } },
    });
    await record(tx, scope, { type: "article.changed", payload: { fields }, entityId: id, articleId: id });
    return { outcome: "done", version: version + 1 };
  });
}

/**
 * Moves an article to the bin, with all that was written about it; twice is once. Its published reports stay public:
 * readers have been given their addresses.
 * @throws Refusal not_found, forbidden
 */
export async function binArticle(actor: Actor, target: ArticleTarget): Promise<ArticleOutcome> {
  const scope = await authorize(actor, target.workspace, "article.change");
  return transact(scope, (tx) => move(tx, scope, target, "article.binned"));
}

/** Takes an article out of the bin as it was; twice is once. @throws Refusal not_found, forbidden */
export async function restoreArticle(actor: Actor, target: ArticleTarget): Promise<ArticleOutcome> {
  const scope = await authorize(actor, target.workspace, "article.change");
  return transact(scope, (tx) => move(tx, scope, target, "article.restored"));
}

async function move(
  tx: Tx,
  scope: WorkspaceScope,
  target: ArticleTarget,
  type: "article.binned" | "article.restored",
): Promise<ArticleOutcome> {
  const { id, version, binned } = await lockArticle(tx, scope, target.articleId, "anywhere");
  if (binned === (type === "article.binned")) return { outcome: "done", version };
  if (version !== target.baseVersion) return { outcome: "stale", version };
  await tx.article.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { deletedAt: binned ? null : new Date(), version: { increment: 1 } },
  });
  await record(tx, scope, { type, payload: {}, entityId: id, articleId: id });
  return { outcome: "done", version: version + 1 };
}

type LockedArticle = { readonly id: string; readonly version: number; readonly binned: boolean };

/** Two changes of one article follow each other. */
async function lockArticle(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  articleId: string,
  where: "on the desk" | "anywhere",
): Promise<LockedArticle> {
  const [found] = await tx.$queryRaw<LockedArticle[]>`
    select id, version, deleted_at is not null as binned from article
    where workspace_id = ${workspaceId}::uuid and id = ${articleId}::uuid
    for no key update`;
  if (!found || (found.binned && where === "on the desk")) {
    throw new Refusal("not_found", "There is no such article here.");
  }
  return found;
}

/** Without what was not mentioned. */
function given<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
