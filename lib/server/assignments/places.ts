import "server-only";
import type { AssignmentKind } from "@/lib/core/assignments/assignment";
import { leaseEnd } from "@/lib/core/assignments/lease";
import type { ClaimState } from "@/lib/core/claims/claim";
import { submittedAnnotations } from "@/lib/core/review/facts";
import { judgingPresentWords } from "@/lib/core/review/staleness";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import type { LoadedClaim } from "../review/load-facts";

type Claim = Pick<LoadedClaim, "row" | "facts">;

/**
 * A sign of work: what is kept for the caller on this claim is kept longer; whoever begins to annotate where places are
 * few gets one kept. The caller has locked the claim and found the step legal.
 */
export async function keepPlace(tx: Tx, scope: WorkspaceScope, claim: Claim): Promise<void> {
  const kept = await renewLeases(tx, scope, claim.row.id);
  if (kept.includes("annotate") || claim.facts.policy.kind === "single") return;
  const own = submittedAnnotations(claim.facts).some(({ memberId }) => memberId === scope.memberId);
  if (own) return;
  const { workspaceId, memberId } = scope;
  const work = { memberId, assignedById: memberId, dueAt: null };
  await tx.assignment.create({
    data: {
      ...work,
      workspaceId,
      claimId: claim.row.id,
      kind: "annotate",
      leaseExpiresAt: leaseEnd(work, new Date()),
    },
  });
}

/** Begins or prolongs the lease on all open work of the caller on this claim. @returns its kinds */
export async function renewLeases(
  tx: Tx,
  scope: WorkspaceScope,
  claimId: string,
): Promise<readonly AssignmentKind[]> {
  const { workspaceId, memberId } = scope;
  const open = await tx.assignment.findMany({ where: { workspaceId, claimId, memberId, endedAt: null } });
  const now = new Date();
  for (const work of open) {
    await tx.assignment.updateMany({
      where: { workspaceId, id: work.id, endedAt: null },
      data: { leaseExpiresAt: leaseEnd(work, now) },
    });
  }
  return open.map(({ kind }) => kind);
}

/** The caller has done what this work asks for, on these claims. */
export async function completeWork(
  tx: Tx,
  scope: WorkspaceScope,
  claimIds: readonly string[],
  kind: AssignmentKind,
): Promise<void> {
  const { workspaceId, memberId } = scope;
  await tx.assignment.updateMany({
    where: { workspaceId, claimId: { in: [...claimIds] }, memberId, kind, endedAt: null },
    data: { endedAt: new Date(), outcome: "completed" },
  });
}

type Settled = Claim & { readonly state: ClaimState };

/** Ends what no longer needs doing: all work on claims that are settled, places beyond those that are filled. */
export async function endOvertaken(tx: Tx, scope: WorkspaceScope, claims: readonly Settled[]): Promise<void> {
  const open = claims.filter(({ row }) => row.assignments.some(({ outcome }) => outcome === null));
  const settled = open.filter(({ state }) => settledStates.has(state));
  const full = open.filter((claim) => !settled.includes(claim) && isFull(claim));
  await overtake(tx, scope, settled, {});
  await overtake(tx, scope, full, { kind: "annotate" });
}

const settledStates: ReadonlySet<ClaimState> = new Set(["ruled", "published", "disposed"]);

function isFull({ facts }: Claim): boolean {
  return facts.policy.kind !== "single" && judgingPresentWords(facts).length >= facts.policy.annotations;
}

async function overtake(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  claims: readonly Claim[],
  which: { readonly kind?: AssignmentKind },
): Promise<void> {
  if (claims.length === 0) return;
  await tx.assignment.updateMany({
    where: { workspaceId, claimId: { in: claims.map(({ row }) => row.id) }, endedAt: null, ...which },
    data: { endedAt: new Date(), outcome: "overtaken" },
  });
}
