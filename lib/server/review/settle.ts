import "server-only";
import type { ClaimState } from "@/lib/core/claims/claim";
import { submittedAnnotations, type RulingMethod } from "@/lib/core/review/facts";
import { claimState, dueRuling } from "@/lib/core/review/state";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { endOvertaken } from "../assignments/places";
import { record } from "../events/record";
import { loadClaim, type LoadedClaim } from "./load-facts";

/** After any step: makes the ruling that is due, if one is, and stores the state that the facts now give. */
export async function settle(tx: Tx, scope: WorkspaceScope, claimId: string): Promise<ClaimState> {
  const claim = await loadClaim(tx, scope, claimId);
  const due = dueRuling(claim.facts);
  if (due) await rule(tx, scope, claim, { ...due, rationale: "" });
  const { facts, row } = due ? await loadClaim(tx, scope, claimId) : claim;
  const state = claimState(facts);
  if (state !== row.state) {
    await tx.claim.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: claimId } },
      data: { state },
    });
  }
  await endOvertaken(tx, scope, { row, facts }, state);
  return state;
}

type NewRuling = {
  readonly verdict: string;
  readonly method: RulingMethod;
  readonly rationale: string;
  readonly dissent: readonly { readonly memberId: string; readonly verdict: string }[];
};

/** Writes a ruling that rests on exactly the versions submitted now; the one before stays on record, superseded. */
export async function rule(
  tx: Tx,
  scope: WorkspaceScope,
  claim: LoadedClaim,
  ruling: NewRuling,
): Promise<void> {
  const { workspaceId } = scope;
  const { id: claimId, scaleId, articleId } = claim.row;
  await tx.ruling.updateMany({
    where: { workspaceId, claimId, supersededAt: null },
    data: { supersededAt: new Date() },
  });
  const number = (await tx.ruling.count({ where: { workspaceId, claimId } })) + 1;
  const { id: rulingId } = await tx.ruling.create({
    data: {
      workspaceId,
      claimId,
      scaleId,
      number,
      verdict: ruling.verdict,
      method: ruling.method,
      rationale: ruling.rationale,
      dissent: ruling.dissent.map(({ memberId, verdict }) => ({ memberId, verdict })),
      decidedById: scope.memberId,
    },
    select: { id: true },
  });
  await tx.rulingBasis.createMany({
    data: submittedAnnotations(claim.facts).map((annotation) => ({
      workspaceId,
      rulingId,
      annotationId: annotation.id,
      version: annotation.submittedVersion ?? annotation.version,
    })),
  });
  const payload = { verdict: ruling.verdict, method: ruling.method, number };
  await record(tx, scope, { type: "claim.ruled", payload, entityId: rulingId, articleId, claimId });
}
