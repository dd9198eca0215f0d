import "server-only";
import type { ClaimState } from "@/lib/core/claims/claim";
import { isTakenBack, submittedAnnotations, type RulingMethod } from "@/lib/core/review/facts";
import { claimState, dueRuling } from "@/lib/core/review/state";
import { present } from "@/lib/core/shared/assert";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { endOvertaken } from "../assignments/places";
import { tellOfStates } from "../notifications/tell-of-states";
import { by, recordAll } from "../events/record";
import { loadClaims, type LoadedClaim } from "./load-facts";

/** After any step: makes the ruling that is due, if one is, and stores the state that the facts now give. */
export async function settle(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<ClaimState> {
  const states = await settleAll(tx, scope, [claimId]);
  return present(states.get(claimId), "a claim that was settled has a state");
}

/** The same for many claims, in as many queries as for one. @returns the state of each */
export async function settleAll(
  tx: Tx,
  scope: WorkspaceScope,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimState>> {
  return settleLoaded(tx, scope, await loadClaims(tx, scope, claimIds));
}

/** The same for claims whose facts are known to be these, after the step. */
export async function settleLoaded(
  tx: Tx,
  scope: WorkspaceScope,
  before: readonly LoadedClaim[],
): Promise<ReadonlyMap<string, ClaimState>> {
  const due = before.flatMap((claim) => {
    const ruling = dueRuling(claim.facts);
    return ruling ? [{ claim, ruling: { ...ruling, rationale: "" } }] : [];
  });
  await ruleAll(tx, scope, due);
  const ids = before.map(({ row }) => row.id);
  const after = due.length > 0 ? await loadClaims(tx, scope, ids) : before;
  const settled = after.map((claim) => ({ ...claim, state: claimState(claim.facts) }));
  const moved = settled.filter(({ row, state }) => row.state !== state);
  for (const state of new Set(moved.map((claim) => claim.state))) {
    const inState = moved.filter((claim) => claim.state === state).map(({ row }) => row.id);
    const where = { workspaceId: scope.workspaceId, id: { in: inState } };
    await tx.claim.updateMany({ where, data: { state } });
  }
  await supersede(
    tx,
    scope,
    settled.filter(({ facts }) => isTakenBack(facts)),
  );
  await endOvertaken(tx, scope, settled);
  await tellOfStates(tx, scope, moved);
  return new Map(settled.map(({ row, state }) => [row.id, state]));
}

async function supersede(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  claims: readonly LoadedClaim[],
): Promise<void> {
  if (claims.length === 0) return;
  await tx.ruling.updateMany({
    where: { workspaceId, claimId: { in: claims.map(({ row }) => row.id) }, supersededAt: null },
    data: { supersededAt: new Date() },
  });
}

type NewRuling = {
  readonly verdict: string;
  readonly method: RulingMethod;
  readonly rationale: string;
  readonly dissent: readonly { readonly memberId: string; readonly verdict: string }[];
};
type Ruled = { readonly claim: LoadedClaim; readonly ruling: NewRuling };

/** Writes rulings that rest on exactly the versions submitted now; those before stay on record, superseded. */
export async function ruleAll(tx: Tx, scope: WorkspaceScope, ruled: readonly Ruled[]): Promise<void> {
  if (ruled.length === 0) return;
  const { workspaceId, memberId: decidedById } = scope;
  const claimIds = ruled.map(({ claim }) => claim.row.id);
  const ofThem = { workspaceId, claimId: { in: claimIds } };
  await supersede(
    tx,
    scope,
    ruled.map(({ claim }) => claim),
  );
  const counts = await tx.ruling.groupBy({ by: ["claimId"], where: ofThem, _count: true });
  const countOf = new Map(counts.map(({ claimId, _count }) => [claimId, _count]));
  const rows = await tx.ruling.createManyAndReturn({
    data: ruled.map(({ claim, ruling }) => ({
      workspaceId,
      claimId: claim.row.id,
      scaleId: claim.row.scaleId,
      number: (countOf.get(claim.row.id) ?? 0) + 1,
      verdict: ruling.verdict,
      method: ruling.method,
      rationale: ruling.rationale,
      dissent: ruling.dissent.map(({ memberId, verdict }) => ({ memberId, verdict })),
      decidedById,
    })),
    select: { id: true, claimId: true, number: true, verdict: true, method: true },
  });
  const claimOf = new Map(ruled.map(({ claim }) => [claim.row.id, claim]));
  const made = rows.map((row) => ({ ...row, claim: present(claimOf.get(row.claimId), "it was asked for") }));
  await tx.rulingBasis.createMany({
    data: made.flatMap(({ id: rulingId, claim }) =>
      submittedAnnotations(claim.facts).map((annotation) => ({
        workspaceId,
        rulingId,
        annotationId: annotation.id,
        version: annotation.submittedVersion ?? annotation.version,
      })),
    ),
  });
  await recordAll(
    tx,
    by(scope),
    made.map(({ id: entityId, claimId, claim, verdict, method, number }) => ({
      type: "claim.ruled" as const,
      payload: { verdict, method, number },
      entityId,
      articleId: claim.row.articleId,
      claimId,
    })),
  );
}
