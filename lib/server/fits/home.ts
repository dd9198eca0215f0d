import "server-only";
import type { PolicyKind } from "@/lib/core/review/policy";
import { assert } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

/** The article whose claims are being fitted, in its newest revision. */
export type Home = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly text: string;
  readonly scaleId: string;
  readonly policy: PolicyKind;
};

/**
 * The home of a claim, locked against new versions of the text and other fittings.
 * @throws Refusal not_found when the claim is not here any more
 */
export async function lockHome(tx: Tx, { workspaceId }: WorkspaceScope, claimId: string): Promise<Home> {
  await tx.$queryRaw`
    select 1 from article a join claim c on c.workspace_id = a.workspace_id and c.article_id = a.id
    where c.workspace_id = ${workspaceId}::uuid and c.id = ${claimId}::uuid
    for no key update of a`;
  // Read only now: a new version of the text may have moved the claim while this one waited.
  const claim = await tx.claim.findUnique({
    where: { workspaceId_id: { workspaceId, id: claimId }, article: { deletedAt: null } },
    select: {
      articleId: true,
      article: { select: { scaleId: true, policy: { select: { kind: true } } } },
    },
  });
  if (!claim) throw new Refusal("not_found", "There is no such claim here.");
  const { articleId, article } = claim;
  const revision = await tx.revision.findFirst({
    where: { workspaceId, articleId },
    orderBy: { number: "desc" },
    select: { id: true, text: true },
  });
  assert(revision, "an article has a first revision");
  return {
    articleId,
    revisionId: revision.id,
    text: revision.text,
    scaleId: article.scaleId,
    policy: article.policy.kind,
  };
}
