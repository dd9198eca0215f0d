import "server-only";
import { nobody } from "@/lib/core/claims/claim-filter";
import { can } from "@/lib/core/permissions/table";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { viewerOf } from "../review/checks";
import { findClaims } from "../review/load-facts";
import { knownWork } from "./give";

/**
 * The claims of an article that a member has open work on, or (`nobody`) that no member has, as far as the caller may
 * know: what they see when they open each claim, no more.
 */
export async function assignedIn(
  tx: Tx,
  scope: WorkspaceScope,
  articleId: string,
  assignee: string,
): Promise<ReadonlySet<string>> {
  const { workspaceId, memberId } = scope;
  const mayKnow = can(scope.role, "claim.assign");
  const rows = await tx.assignment.findMany({
    where: {
      workspaceId,
      claim: { articleId, deletedAt: null },
      member: { removedAt: null },
      ...(mayKnow ? {} : { memberId }),
    },
    distinct: ["claimId"],
    select: { claimId: true },
  });
  const claims = await findClaims(
    tx,
    scope,
    rows.map(({ claimId }) => claimId),
  );
  const isHis = (id: string) => (mayKnow || id === memberId) && (assignee === nobody || id === assignee);
  const given = [...claims.values()]
    .filter((claim) => knownWork(claim, viewerOf(scope)).some((work) => isHis(work.memberId)))
    .map(({ row }) => row.id);
  if (assignee !== nobody) return new Set(given);
  const all = await tx.claim.findMany({
    where: { workspaceId, articleId, deletedAt: null, id: { notIn: given } },
    select: { id: true },
  });
  return new Set(all.map(({ id }) => id));
}
