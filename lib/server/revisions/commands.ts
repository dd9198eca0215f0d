import "server-only";
import type { RevisionChanges } from "@/lib/core/anchors/changes";
import type { Decision } from "@/lib/core/anchors/plan";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { refuseUnusable, textRefusal, tooManySentences } from "../articles/usable-text";
import { db, type Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { cutText, describePlan, prepareRevision, type NewText, type PreparedRevision } from "./plan";
import { loadArticle, noArticle, type ArticleTarget, type LoadedArticle } from "./rows";
import { hashText, writeRevision } from "./write";

/** As many as an import takes. */
const maxSentences = 100_000;

type RevisionTarget = ArticleTarget & {
  /** The number of the revision that the new text was written from. */
  readonly baseRevision: number;
};

type NewVersion = { readonly text: string; readonly decisions?: readonly Decision[] };

export type ApplyOutcome =
  | { readonly outcome: "applied"; readonly revision: number }
  | { readonly outcome: "unchanged"; readonly revision: number }
  | { readonly outcome: "stale"; readonly revision: number };

export type PreviewOutcome =
  | { readonly outcome: "preview"; readonly revision: number; readonly changes: RevisionChanges }
  | Extract<ApplyOutcome, { readonly outcome: "unchanged" | "stale" }>;

/**
 * What a new version of the text would do to the article's claims; writes nothing. A null base is the newest revision.
 * @throws Refusal not_found, forbidden, bad_input or too_large as applying it would
 */
export async function previewRevision(
  actor: Actor,
  target: ArticleTarget & { readonly baseRevision: number | null },
  input: NewVersion,
): Promise<PreviewOutcome> {
  const scope = await authorize(actor, target.workspace, "article.change");
  refuseUnusable(input.text);
  const article = await loadArticle(db(), scope, target.articleId);
  const base = { ...target, baseRevision: target.baseRevision ?? article.number };
  const standing = compareWithNewest(article, base, input);
  if (standing) return standing;
  const prepared = prepareRevision(article, cut(input.text, article.language), input.decisions ?? []);
  return { outcome: "preview", revision: article.number + 1, changes: describePlan(article, prepared) };
}

/**
 * Makes the text the article's newest revision and moves its claims onto it: the same words keep their verdicts, changed
 * ones become stale, deleted ones keep everything that was written on them. Somebody who started from an older revision
 * gets `stale`, somebody who sends the newest text again `unchanged`; neither writes anything.
 * @throws Refusal not_found, forbidden, bad_input (text or decisions cannot be used), too_large
 */
export async function applyRevision(
  actor: Actor,
  target: RevisionTarget,
  input: NewVersion,
): Promise<ApplyOutcome> {
  const scope = await authorize(actor, target.workspace, "article.change");
  refuseUnusable(input.text);
  const { language } = await loadArticle(db(), scope, target.articleId);
  // Cutting a long text takes a while: not while others wait for the article.
  const next = cut(input.text, language);
  return transact(scope, async (tx): Promise<ApplyOutcome> => {
    await lockArticle(tx, scope, target.articleId);
    const article = await loadArticle(tx, scope, target.articleId);
    const standing = compareWithNewest(article, target, input);
    if (standing) return standing;
    const prepared = prepareRevision(article, next, input.decisions ?? []);
    const id = await writeRevision(tx, scope, article, prepared, new Date());
    const revision = article.number + 1;
    await record(tx, scope, {
      type: "article.revised",
      payload: { number: revision, ...countFates(prepared) },
      entityId: id,
      articleId: article.id,
    });
    return { outcome: "applied", revision };
  });
}

function cut(text: string, language: string): NewText {
  const spans = cutText(text, language);
  if (spans.length === 0) throw textRefusal({ code: "empty", at: 0 });
  if (spans.length > maxSentences) throw tooManySentences(spans.length, maxSentences);
  return { text, spans };
}

/**
 * One new version after the other, and no step on a claim meanwhile. The article's row is locked no harder than another
 * revision needs: whoever writes an event of it may go on.
 */
async function lockArticle(tx: Tx, scope: WorkspaceScope, articleId: string): Promise<void> {
  const { workspaceId } = scope;
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from article
    where workspace_id = ${workspaceId}::uuid and id = ${articleId}::uuid and deleted_at is null
    for no key update`;
  if (rows.length === 0) throw noArticle();
  await tx.$queryRaw`
    select 1 from claim where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid
    order by id for no key update`;
}

/** The two cases in which there is nothing to do. */
function compareWithNewest(
  article: LoadedArticle,
  { baseRevision }: RevisionTarget,
  { text }: NewVersion,
): Extract<ApplyOutcome, { readonly outcome: "unchanged" | "stale" }> | null {
  const { number: revision } = article;
  if (baseRevision !== revision) return { outcome: "stale", revision };
  return hashText(text) === article.sha256 ? { outcome: "unchanged", revision } : null;
}

function countFates({ plan }: PreparedRevision) {
  const counts = { carried: 0, moved: 0, changed: 0, deleted: 0, added: plan.added.length };
  for (const { fate } of plan.claims) counts[fate] += 1;
  return counts;
}
