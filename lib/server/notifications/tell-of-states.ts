import "server-only";
import type { ClaimState } from "@/lib/core/claims/claim";
import { toldOfDispute, toldOfRuling } from "@/lib/core/notifications/recipients";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import type { LoadedClaim } from "../review/load-facts";
import { notify, type News } from "./notify";

type Moved = Pick<LoadedClaim, "row" | "facts"> & { readonly state: ClaimState };

/** Tells whom it concerns that claims have become disputed or ruled. */
export async function tellOfStates(tx: Tx, scope: WorkspaceScope, moved: readonly Moved[]): Promise<void> {
  const disputed = moved.filter(({ state }) => state === "disputed");
  const ruled = moved.filter(({ state }) => state === "ruled");
  const members = disputed.length > 0 ? await readMembers(tx, scope) : [];
  await notify(tx, scope, [
    ...disputed.flatMap((claim) => newsOf(claim, "disputed", toldOfDispute(claim.facts, members))),
    ...ruled.flatMap((claim) => newsOf(claim, "ruled", toldOfRuling(claim.facts))),
  ]);
}

function newsOf({ row }: Moved, kind: News["kind"], memberIds: readonly string[]): readonly News[] {
  return memberIds.map((memberId) => ({ kind, memberId, articleId: row.articleId, claimId: row.id }));
}

async function readMembers(tx: Tx, { workspaceId }: WorkspaceScope) {
  const rows = await tx.member.findMany({
    where: { workspaceId, removedAt: null },
    select: { id: true, role: true },
  });
  return rows.map(({ id, role }) => ({ memberId: id, role }));
}
