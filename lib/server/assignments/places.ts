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
 * A sign of work: what is kept for the caller on these claims is kept longer; whoever begins to annotate where places are
 * few gets one kept. The caller has locked the claims and found the step legal.
 */
export async function keepPlaces(tx: Tx, scope: WorkspaceScope, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const { workspaceId, memberId } = scope;
  const held = claims.filter((claim) => hasOpenWork(claim, memberId)).map(({ row }) => row.id);
  const renewed = held.length > 0 ? await renewLeases(tx, scope, held) : [];
  const kept = new Set(renewed.flatMap(({ claimId, kind }) => (kind === "annotate" ? [claimId] : [])));
  const begun = claims.filter(
    ({ row, facts }) =>
      facts.policy.kind !== "single" &&
      !kept.has(row.id) &&
      !submittedAnnotations(facts).some((annotation) => annotation.memberId === memberId),
  );
  if (begun.length === 0) return;
  const work = { memberId, assignedById: memberId, dueAt: null };
  const leaseExpiresAt = leaseEnd(work, new Date());
  await tx.assignment.createMany({
    data: begun.map(({ row }) => ({
      ...work,
      workspaceId,
      claimId: row.id,
      kind: "annotate" as const,
      leaseExpiresAt,
    })),
  });
}

function hasOpenWork({ row }: Claim, memberId: string): boolean {
  return row.assignments.some((work) => work.memberId === memberId && work.outcome === null);
}

type Renewed = { readonly claimId: string; readonly kind: AssignmentKind };

/** Begins or prolongs the lease on all open work of the caller on these claims. @returns that work */
export async function renewLeases(
  tx: Tx,
  scope: WorkspaceScope,
  claimIds: readonly string[],
): Promise<readonly Renewed[]> {
  const { workspaceId, memberId } = scope;
  const open = await tx.assignment.findMany({
    where: { workspaceId, claimId: { in: [...claimIds] }, memberId, endedAt: null },
  });
  const now = new Date();
  // What was given together is mostly due together: few different ends.
  const ends = new Map(open.map((work) => [work.id, leaseEnd(work, now).getTime()]));
  for (const end of new Set(ends.values())) {
    const ids = open.map(({ id }) => id).filter((id) => ends.get(id) === end);
    await tx.assignment.updateMany({
      where: { workspaceId, id: { in: ids }, endedAt: null },
      data: { leaseExpiresAt: new Date(end) },
    });
  }
  return open.map(({ claimId, kind }) => ({ claimId, kind }));
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
