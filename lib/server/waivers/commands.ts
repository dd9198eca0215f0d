import "server-only";
import type { WaiverInput } from "@/lib/core/report/waiver";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { buildReport } from "../reports/build";

export type AskOutcome =
  | { readonly outcome: "asked"; readonly id: string }
  /** Of the claims that were named, none fails this check now. */
  | { readonly outcome: "nothing_fails" };

/**
 * Asks that a line of the gate be let pass for claims that fail it. It counts once somebody else has confirmed it, and
 * only while the claims are ruled as they are now.
 * @throws Refusal not_found, forbidden
 */
export async function askWaiver(
  actor: Actor,
  target: { readonly workspace: string; readonly articleId: string },
  input: WaiverInput,
): Promise<AskOutcome> {
  const scope = await authorize(actor, target.workspace, "report.publish");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx): Promise<AskOutcome> => {
    const { gate } = await buildReport(tx, scope, target.articleId);
    const failing = gate.find(({ check }) => check === input.check)?.failing ?? [];
    const claims = failing
      .filter(({ id }) => input.claimIds.includes(id))
      .map(({ id, ruling }) => ({ claimId: id, ruling }));
    if (claims.length === 0) return { outcome: "nothing_fails" };
    const { articleId } = target;
    const { id } = await tx.gateWaiver.create({
      data: { workspaceId, articleId, check: input.check, claims, reason: input.reason, askedById: memberId },
      select: { id: true },
    });
    const payload = { check: input.check, claims: claims.length };
    await record(tx, scope, { type: "waiver.asked", payload, entityId: id, articleId });
    return { outcome: "asked", id };
  });
}

export type ConfirmOutcome = {
  /** `needs_another`: who asked cannot be the one who agrees. `withdrawn`: it was taken back meanwhile. */
  readonly outcome: "confirmed" | "needs_another" | "withdrawn";
};

type WaiverTarget = { readonly workspace: string; readonly waiverId: string };

/** Agrees to a waiver that somebody else asked for; twice is once. @throws Refusal not_found, forbidden */
export async function confirmWaiver(actor: Actor, target: WaiverTarget): Promise<ConfirmOutcome> {
  const scope = await authorize(actor, target.workspace, "report.publish");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx): Promise<ConfirmOutcome> => {
    const waiver = await findWaiver(tx, scope, target);
    if (waiver.askedById === memberId) return { outcome: "needs_another" };
    const changed = await tx.gateWaiver.updateMany({
      where: { workspaceId, id: waiver.id, confirmedAt: null, withdrawnAt: null },
      data: { confirmedAt: new Date(), confirmedById: memberId },
    });
    if (changed.count === 0) {
      const { withdrawnAt } = await findWaiver(tx, scope, target);
      return { outcome: withdrawnAt ? "withdrawn" : "confirmed" };
    }
    const { articleId, check } = waiver;
    await record(tx, scope, { type: "waiver.confirmed", payload: { check }, entityId: waiver.id, articleId });
    return { outcome: "confirmed" };
  });
}

/** Takes back what nobody has confirmed yet; a confirmed waiver stays on record. @throws Refusal not_found, forbidden */
export async function withdrawWaiver(
  actor: Actor,
  target: WaiverTarget,
): Promise<{ readonly outcome: "withdrawn" | "confirmed" }> {
  const scope = await authorize(actor, target.workspace, "report.publish");
  const { workspaceId } = scope;
  return transact(scope, async (tx) => {
    const { id, articleId, check } = await findWaiver(tx, scope, target);
    const changed = await tx.gateWaiver.updateMany({
      where: { workspaceId, id, confirmedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (changed.count === 0) {
      const { confirmedAt } = await findWaiver(tx, scope, target);
      return { outcome: confirmedAt ? ("confirmed" as const) : ("withdrawn" as const) };
    }
    await record(tx, scope, { type: "waiver.withdrawn", payload: { check }, entityId: id, articleId });
    return { outcome: "withdrawn" as const };
  });
}

async function findWaiver(tx: Tx, { workspaceId }: WorkspaceScope, { waiverId }: WaiverTarget) {
  const waiver = await tx.gateWaiver.findUnique({
    where: { workspaceId_id: { workspaceId, id: waiverId }, article: { deletedAt: null } },
    select: { id: true, articleId: true, check: true, askedById: true, confirmedAt: true, withdrawnAt: true },
  });
  if (!waiver) throw new Refusal("not_found", "There is no such waiver here.");
  return waiver;
}
