import "server-only";
import type { Assignment } from "@/lib/core/assignments/assignment";
import { sightOfAssignment } from "@/lib/core/assignments/visibility";
import { can } from "@/lib/core/permissions/table";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { viewerOf } from "../review/checks";
import type { LoadedClaim } from "../review/load-facts";

const nameSelect = { select: { id: true, user: { select: { name: true } } } } as const;

/** The work on a claim that looks open to the caller, in the order in which it was given. */
export async function selectAssignments(
  tx: Tx,
  scope: WorkspaceScope,
  { row, facts }: LoadedClaim,
): Promise<readonly Assignment[]> {
  const { workspaceId, memberId } = scope;
  const rows = await tx.assignment.findMany({
    where: {
      workspaceId,
      claimId: row.id,
      member: { removedAt: null },
      ...(can(scope.role, "claim.assign") ? {} : { memberId }),
    },
    orderBy: [{ createdAt: "asc" }, { memberId: "asc" }],
    include: { member: nameSelect, assignedBy: nameSelect },
  });
  const open = rows.filter((work) => sightOfAssignment(work, facts, viewerOf(scope)) === "open");
  // Under a blind policy what looks open may be over, and be given to the same member once more.
  const newest = new Map(open.map((work) => [`${work.memberId} ${work.kind}`, work]));
  return [...newest.values()].map((work) => ({
    id: work.id,
    kind: work.kind,
    member: toPerson(work.member),
    assignedBy: toPerson(work.assignedBy),
    dueAt: work.dueAt?.toISOString() ?? null,
    leaseExpiresAt: work.memberId === memberId ? (work.leaseExpiresAt?.toISOString() ?? null) : null,
  }));
}

function toPerson(member: { readonly id: string; readonly user: { readonly name: string } }) {
  return { memberId: member.id, name: member.user.name };
}
