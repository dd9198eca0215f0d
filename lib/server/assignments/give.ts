import "server-only";
import { createHash } from "node:crypto";
import type { AssignInput, AssignmentKind, AssignResult } from "@/lib/core/assignments/assignment";
import { permissionFor } from "@/lib/core/assignments/assignment";
import { canBeGiven } from "@/lib/core/assignments/eligible";
import { leaseEnd } from "@/lib/core/assignments/lease";
import { sightOfAssignment } from "@/lib/core/assignments/visibility";
import { planEvenly, type Plan } from "@/lib/core/assignments/plan";
import type { NewEvent } from "@/lib/core/events/event";
import { can } from "@/lib/core/permissions/table";
import type { Viewer } from "@/lib/core/review/facts";
import { judgingPresentWords } from "@/lib/core/review/staleness";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { notify } from "../notifications/notify";
import type { LoadedClaim } from "../review/load-facts";

/** @throws Refusal bad_input when one of them is no member, or their role is not allowed this work */
export async function loadCandidates(
  tx: Tx,
  scope: WorkspaceScope,
  memberIds: readonly string[],
  kind: AssignmentKind,
): Promise<readonly Viewer[]> {
  const rows = await tx.member.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: [...memberIds] }, removedAt: null },
    select: { id: true, role: true },
  });
  return memberIds.map((memberId, place) => {
    const row = rows.find(({ id }) => id === memberId);
    if (row && can(row.role, permissionFor[kind])) return { memberId, role: row.role };
    const message = row ? "may not be given this work" : "is no member of this desk";
    throw new Refusal("bad_input", `A member named here ${message}.`, [
      { field: `/members/${place}`, message },
    ]);
  });
}

/** The work on a claim that this viewer knows to be given. */
export function knownWork({ row, facts }: LoadedClaim, viewer: Viewer) {
  return row.assignments.filter((work) => sightOfAssignment(work, facts, viewer) === "open");
}

/** Who would get what, of these claims in this order, as far as the one who gives may know. */
export function planFor(
  viewer: Viewer,
  input: AssignInput,
  claims: readonly LoadedClaim[],
  candidates: readonly Viewer[],
): AssignResult {
  const members = candidates.map(({ memberId }) => memberId);
  const eligible = claims.map((claim) => {
    const known = knownWork(claim, viewer);
    const may = candidates.filter((candidate) => canBeGiven(claim.facts, known, candidate, input.kind));
    return { id: claim.row.id, eligible: may.map(({ memberId }) => memberId) };
  });
  const plan: Plan =
    input.spread === "evenly"
      ? planEvenly({ ...input, claims: eligible, members })
      : new Map(eligible.map((claim) => [claim.id, claim.eligible]));
  const pairs = [...plan].flatMap(([claimId, takers]) => takers.map((memberId) => ({ claimId, memberId })));
  const wanted = Math.min(members.length, input.spread === "evenly" ? input.perClaim : members.length);
  return {
    plan: createHash("sha256")
      .update(JSON.stringify([input.kind, pairs]))
      .digest("hex")
      .slice(0, 20),
    pairs,
    shares: members.map((memberId) => ({
      memberId,
      count: pairs.filter((pair) => pair.memberId === memberId).length,
    })),
    short: [...plan].filter(([, takers]) => takers.length < wanted).map(([claimId]) => claimId),
  };
}

type Gift = { readonly kind: AssignmentKind; readonly dueAt: Date | null };

/** Writes assignments of the caller's giving and returns the events that tell of them. The claims are locked. */
export async function give(
  tx: Tx,
  scope: WorkspaceScope,
  claims: readonly LoadedClaim[],
  pairs: AssignResult["pairs"],
  { kind, dueAt }: Gift,
): Promise<readonly NewEvent[]> {
  const byId = new Map(claims.map((claim) => [claim.row.id, claim]));
  const now = new Date();
  const fresh: { claimId: string; memberId: string }[] = [];
  for (const pair of pairs) {
    const begun = byId.get(pair.claimId)?.row.assignments.some(isFor(pair.memberId, kind)) ?? false;
    if (begun) await adopt(tx, scope, pair, { kind, dueAt }, now);
    else fresh.push(pair);
  }
  const { workspaceId, memberId: assignedById } = scope;
  await tx.assignment.createMany({
    data: fresh.map((pair) => ({
      ...pair,
      workspaceId,
      assignedById,
      kind,
      dueAt,
      ...(isDone(byId.get(pair.claimId), pair.memberId, kind) ? { endedAt: now, outcome: "completed" } : {}),
    })),
  });
  return pairs.map(({ claimId, memberId }) => ({
    type: "assignment.made",
    payload: { memberId, kind },
    entityId: claimId,
    claimId,
    articleId: byId.get(claimId)?.row.articleId ?? "",
  }));
}

/** Somebody has begun by themselves, or let the time run out: what they have is now given by the caller. */
async function adopt(
  tx: Tx,
  scope: WorkspaceScope,
  pair: { readonly claimId: string; readonly memberId: string },
  { kind, dueAt }: Gift,
  now: Date,
): Promise<void> {
  const { workspaceId, memberId: assignedById } = scope;
  await tx.assignment.updateMany({
    where: { ...pair, workspaceId, kind, endedAt: null },
    data: {
      assignedById,
      dueAt,
      createdAt: now,
      leaseExpiresAt: leaseEnd({ memberId: pair.memberId, assignedById, dueAt }, now),
    },
  });
}

function isFor(memberId: string, kind: AssignmentKind) {
  return (work: LoadedClaim["row"]["assignments"][number]) =>
    work.outcome === null && work.memberId === memberId && work.kind === kind;
}

/** Under a blind policy somebody may be given what they have done already; nobody else can see that it is. */
function isDone(claim: LoadedClaim | undefined, memberId: string, kind: AssignmentKind): boolean {
  if (!claim || kind !== "annotate") return false;
  return judgingPresentWords(claim.facts).some((own) => own.memberId === memberId);
}

/** Tells the members that they have been given these claims. */
export async function tellAssigned(
  tx: Tx,
  scope: WorkspaceScope,
  claims: readonly LoadedClaim[],
  pairs: AssignResult["pairs"],
): Promise<void> {
  const articleOf = new Map(claims.map(({ row }) => [row.id, row.articleId]));
  const news = pairs.map((pair) => ({
    ...pair,
    kind: "assigned" as const,
    articleId: articleOf.get(pair.claimId) ?? "",
  }));
  await notify(tx, scope, news);
}
