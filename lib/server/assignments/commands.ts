import "server-only";
import type {
  AssignInput,
  AssignmentKind,
  AssignResult,
  TakeBackInput,
  TakenBack,
} from "@/lib/core/assignments/assignment";
import { canBeGiven } from "@/lib/core/assignments/eligible";
import { leaseEnd } from "@/lib/core/assignments/lease";
import { sightOfAssignment } from "@/lib/core/assignments/visibility";
import { can } from "@/lib/core/permissions/table";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import { isLegal } from "@/lib/core/review/steps";
import { isRevealed } from "@/lib/core/review/visibility";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db, type Tx } from "../db/client";
import { transact } from "../db/transaction";
import { by, recordAll } from "../events/record";
import { viewerOf } from "../review/checks";
import { loadClaims, lockClaim, lockClaims, type LoadedClaim } from "../review/load-facts";
import { give, knownWork, loadCandidates, planFor, tellAssigned } from "./give";
import { renewLeases } from "./places";

export type AssignOutcome = AssignResult & { readonly outcome: "planned" | "assigned" | "stale" };

/**
 * Gives work on claims to members, or says how it would be dealt out. A plan that was shown before and would be another
 * one now gives `stale`, and nothing is assigned.
 * @throws Refusal not_found, forbidden, bad_input (no such member, or one whose role does not allow the work)
 */
export async function assignClaims(
  actor: Actor,
  target: { readonly workspace: string },
  input: AssignInput,
): Promise<AssignOutcome> {
  const scope = await authorize(actor, target.workspace, "claim.assign");
  const candidates = await loadCandidates(db(), scope, input.members, input.kind);
  if (input.dryRun) {
    const claims = await loadClaims(db(), scope, input.claimIds);
    return { outcome: "planned", ...planFor(viewerOf(scope), input, claims, candidates) };
  }
  return transact(scope, async (tx): Promise<AssignOutcome> => {
    const claims = await lockClaims(tx, scope, input.claimIds);
    const result = planFor(viewerOf(scope), input, claims, candidates);
    if (input.plan !== undefined && input.plan !== result.plan) return { outcome: "stale", ...result };
    const dueAt = input.dueAt ? new Date(input.dueAt) : null;
    const events = await give(tx, scope, claims, result.pairs, { kind: input.kind, dueAt });
    await recordAll(tx, by(scope), events);
    await tellAssigned(tx, scope, claims, result.pairs);
    return { outcome: "assigned", ...result };
  });
}

type AssignmentTarget = { readonly workspace: string; readonly assignmentId: string };

/** The member gives the work back, and says why. @throws Refusal not_found, forbidden, conflict (it is over) */
export async function declineAssignment(
  actor: Actor,
  target: AssignmentTarget,
  input: { readonly reason: string },
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  return transact(scope, async (tx) => {
    const { work, claim } = await lockWork(tx, scope, target.assignmentId);
    if (work.memberId !== scope.memberId) throw new Refusal("not_found", noSuchWork);
    await end(tx, scope, work.id, { outcome: "declined", reason: input.reason });
    const payload = { kind: work.kind, reason: input.reason };
    await recordAll(tx, by(scope), [{ type: "assignment.declined", payload, ...place(claim) }]);
    return { id: work.id };
  });
}

/** An editor takes work back. @throws Refusal not_found, forbidden, conflict (it is over) */
export async function withdrawAssignment(
  actor: Actor,
  target: AssignmentTarget,
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "claim.assign");
  return transact(scope, async (tx) => {
    const { work, claim } = await lockWork(tx, scope, target.assignmentId);
    await end(tx, scope, work.id, { outcome: "withdrawn" });
    const payload = { memberId: work.memberId, kind: work.kind };
    await recordAll(tx, by(scope), [{ type: "assignment.withdrawn", payload, ...place(claim) }]);
    return { id: work.id };
  });
}

/**
 * Takes back what the caller has given, as far as it still is as they gave it: what somebody else has given anew, handed
 * over or taken back since, or its member has done or declined, is left alone. Who has begun keeps their place as if they
 * had begun by themselves; under a blind policy nobody is told that they have.
 * @throws Refusal not_found, forbidden
 */
export async function takeBackWork(
  actor: Actor,
  target: { readonly workspace: string },
  { work, kind }: TakeBackInput,
): Promise<TakenBack> {
  const scope = await authorize(actor, target.workspace, "claim.assign");
  return transact(scope, async (tx) => {
    const claimIds = [...new Set(work.map(({ claimId }) => claimId))];
    const claims = await lockClaims(tx, scope, claimIds);
    const given = claims.flatMap((claim) =>
      givenBy(scope, claim)
        .filter((one) => one.kind === kind && isNamed(work, claim.row.id, one.memberId))
        .map((one) => ({ claim, one })),
    );
    for (const { claim, one } of given) {
      if (hasBegun(claim, one)) await leaveToMember(tx, scope, one);
      else await end(tx, scope, one.id, { outcome: "withdrawn" });
    }
    await recordAll(
      tx,
      by(scope),
      given.map(({ claim, one: { memberId } }) => ({
        type: "assignment.withdrawn" as const,
        payload: { memberId, kind },
        ...place(claim),
      })),
    );
    return {
      taken: given.map(({ claim, one: { memberId, dueAt } }) => ({
        claimId: claim.row.id,
        memberId,
        dueAt: dueAt?.toISOString() ?? null,
      })),
    };
  });
}

type Work = LoadedClaim["row"]["assignments"][number];

function givenBy(scope: WorkspaceScope, claim: LoadedClaim): readonly Work[] {
  return knownWork(claim, viewerOf(scope)).filter(({ assignedById }) => assignedById === scope.memberId);
}

function isNamed(work: TakeBackInput["work"], claimId: string, memberId: string): boolean {
  return work.some((one) => one.claimId === claimId && one.memberId === memberId);
}

/** Where places are few, who writes already has one of their own. */
function hasBegun({ facts }: LoadedClaim, { memberId, kind, outcome }: Work): boolean {
  if (kind !== "annotate" || outcome !== null || facts.policy.kind === "single") return false;
  return facts.annotations.some((annotation) => annotation.memberId === memberId);
}

async function leaveToMember(tx: Tx, { workspaceId }: WorkspaceScope, { id, memberId }: Work): Promise<void> {
  const own = { memberId, assignedById: memberId, dueAt: null };
  await tx.assignment.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...own, leaseExpiresAt: leaseEnd(own, new Date()) },
  });
}

/**
 * The member, or an editor, hands work over to a colleague, with the day it is due. What the member has written stays.
 * @throws Refusal not_found, forbidden, bad_input (no such colleague), conflict (it is over; the colleague may not have it)
 */
export async function handOver(
  actor: Actor,
  target: AssignmentTarget,
  input: { readonly memberId: string },
): Promise<{ readonly id: string }> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  return transact(scope, async (tx) => {
    const { work, claim } = await lockWork(tx, scope, target.assignmentId);
    if (work.memberId === input.memberId) throw new Refusal("conflict", "It is theirs already.");
    const [colleague] = await loadCandidates(tx, scope, [input.memberId], work.kind);
    const others = knownWork(claim, viewerOf(scope)).filter(({ id }) => id !== work.id);
    const candidate = present(colleague, "one was asked for and found");
    if (!canBeGiven(claim.facts, others, candidate, work.kind)) {
      throw new Refusal("conflict", "This colleague cannot take it: they have a part in this claim already.");
    }
    await end(tx, scope, work.id, { outcome: "handed_over" });
    const pair = { claimId: claim.row.id, memberId: input.memberId };
    await give(tx, scope, [claim], [pair], { kind: work.kind, dueAt: work.dueAt });
    await tellAssigned(tx, scope, [claim], [pair]);
    const payload = { memberId: work.memberId, to: input.memberId, kind: work.kind };
    await recordAll(tx, by(scope), [{ type: "assignment.handed_over", payload, ...place(claim) }]);
    return { id: work.id };
  });
}

/**
 * The caller has opened a claim to work on it: what is kept for them there is kept longer. Without anything kept, and
 * when the time has run out and the place is gone, nothing happens.
 * @throws Refusal not_found, forbidden
 */
export async function openWork(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string },
): Promise<{ readonly kept: readonly AssignmentKind[] }> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  return transact(scope, async (tx) => {
    const claim = await lockClaim(tx, scope, target.claimId);
    const mine = claim.row.assignments.filter(
      ({ memberId, outcome }) => memberId === scope.memberId && outcome === null,
    );
    const mayGoOn =
      mine.every(({ kind }) => kind !== "annotate") ||
      isLegal(claim.facts, viewerOf(scope), { kind: "annotate" });
    const renewed = mine.length > 0 && mayGoOn ? await renewLeases(tx, scope, [target.claimId]) : [];
    return { kept: renewed.map(({ kind }) => kind) };
  });
}

const noSuchWork = "There is no such assignment here.";

/** The assignment and its claim, locked. @throws Refusal not_found (also for what the caller may not see), conflict */
async function lockWork(tx: Tx, scope: WorkspaceScope, id: string) {
  const where = { workspaceId_id: { workspaceId: scope.workspaceId, id } };
  const known = await tx.assignment.findUnique({ where, select: { claimId: true } });
  if (!known) throw new Refusal("not_found", noSuchWork);
  const claim = await lockClaim(tx, scope, known.claimId);
  const work = await tx.assignment.findUniqueOrThrow({ where });
  const isOwn = work.memberId === scope.memberId;
  const isSecret = work.assignedById === work.memberId && !isRevealed(claim.facts);
  if (!isOwn && (isSecret || !can(scope.role, "claim.assign"))) throw new Refusal("not_found", noSuchWork);
  if (sightOfAssignment(work, claim.facts, viewerOf(scope)) !== "open") {
    throw new Refusal("conflict", "This assignment is over. Nothing was changed.");
  }
  return { work, claim };
}

type End = { readonly outcome: "withdrawn" | "handed_over" | "declined"; readonly reason?: string };

/** Under the claim's lock; what looks open to the caller may be done already, and is taken off the list all the same. */
async function end(tx: Tx, scope: WorkspaceScope, id: string, how: End): Promise<void> {
  await tx.assignment.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...how, endedAt: new Date() },
  });
}

function place(claim: LoadedClaim) {
  return { entityId: claim.row.id, claimId: claim.row.id, articleId: claim.row.articleId };
}
