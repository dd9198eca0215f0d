import "server-only";
import {
  isPart,
  mergedSpan,
  splitSpan,
  type ClaimPlace,
  type MergeInput,
  type SplitInput,
} from "@/lib/core/claims/fit";
import { eventPayloads } from "@/lib/core/events/event";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { lockClaims } from "../review/load-facts";
import { lockHome, type Home } from "./home";
import { createClaim, writeFit } from "./write";

type ClaimTarget = { readonly workspace: string; readonly claimId: string; readonly baseVersion: number };

export type FitOutcome =
  | {
      readonly outcome: "fitted";
      /** By this it can be taken back. */
      readonly fit: string;
      readonly articleId: string;
      /** The claim that keeps what was written, or the new one for a part. */
      readonly claimId: string;
    }
  | { readonly outcome: "stale"; readonly claimId: string };

/**
 * Cuts a sentence's claim in two at a word. The piece that is kept has everything that was written on the whole, which is
 * stale if somebody has judged it.
 * @throws Refusal not_found, forbidden, bad_input (cannot be cut there), conflict (a part of a sentence)
 */
export async function splitClaim(
  actor: Actor,
  target: ClaimTarget,
  { at, keep }: SplitInput,
): Promise<FitOutcome> {
  const scope = await authorize(actor, target.workspace, "claim.change");
  return transact(scope, async (tx): Promise<FitOutcome> => {
    const home = await lockHome(tx, scope, target.claimId);
    const claim = await lockOne(tx, scope, target.claimId);
    if (claim.version !== target.baseVersion) return { outcome: "stale", claimId: claim.id };
    if (claim.kind !== "sentence")
      throw new Refusal("conflict", "This claim is for part of a sentence. Claim another part instead.");
    const pieces = splitSpan(home.text, claim, at);
    if (!pieces) throw badPlace("/at", "A claim is cut before a word, and not before its first one.");
    const [first, second] = pieces;
    const [kept, fresh] = keep === "first" ? [first, second] : [second, first];
    // The old place is left before another claim takes it.
    await tx.claim.updateMany({
      where: { workspaceId: scope.workspaceId, id: claim.id },
      data: { start: kept.start, end: kept.end },
    });
    const freshId = await createClaim(tx, scope, home, {
      ...fresh,
      ordinal: claim.ordinal,
      kind: "sentence",
    });
    return fitted(tx, scope, home, {
      operation: "split",
      keptId: claim.id,
      before: [placeOf(claim)],
      after: [
        { claimId: claim.id, ...kept },
        { claimId: freshId, ...fresh },
      ],
    });
  });
}

/**
 * Makes one claim of neighbours. What was written on the one that is kept stays; the others are put away with what was
 * written on them, and come back with it when this is taken back.
 * @throws Refusal not_found, forbidden, bad_input (not neighbours)
 */
export async function mergeClaims(
  actor: Actor,
  target: { readonly workspace: string },
  { claims: wanted, keep }: MergeInput,
): Promise<FitOutcome> {
  const scope = await authorize(actor, target.workspace, "claim.change");
  return transact(scope, async (tx): Promise<FitOutcome> => {
    const ids = [...new Set(wanted.map(({ id }) => id))];
    const home = await lockHome(tx, scope, present(ids[0], "a merge names two claims"));
    const rows = (await lockClaims(tx, scope, ids))
      .map(({ row }) => row)
      .toSorted((a, b) => a.start - b.start);
    const late = rows.find(({ id, version }) =>
      wanted.some((one) => one.id === id && one.version !== version),
    );
    if (late) return { outcome: "stale", claimId: late.id };
    const isHere = rows.every(({ articleId, kind }) => articleId === home.articleId && kind === "sentence");
    const span = isHere ? mergedSpan(home.text, rows) : null;
    if (!span)
      throw badPlace("/claims", "Only sentences of one article that follow each other can be merged.");
    const kept = rows.find(({ id }) => id === (keep ?? rows[0]?.id));
    if (!kept) throw badPlace("/keep", "The claim to keep is not among those to be merged.");
    return fitted(tx, scope, home, {
      operation: "merge",
      keptId: kept.id,
      before: rows.map(placeOf),
      after: [{ claimId: kept.id, ...span }],
    });
  });
}

/**
 * Claims words inside a sentence, beside the sentence's own claim and other parts, which they may overlap.
 * @throws Refusal not_found, forbidden, bad_input (not whole words of it), conflict (claimed already)
 */
export async function claimPart(
  actor: Actor,
  target: ClaimTarget,
  span: { readonly start: number; readonly end: number },
): Promise<FitOutcome> {
  const scope = await authorize(actor, target.workspace, "claim.change");
  return transact(scope, async (tx): Promise<FitOutcome> => {
    const home = await lockHome(tx, scope, target.claimId);
    const claim = await lockOne(tx, scope, target.claimId);
    if (claim.version !== target.baseVersion) return { outcome: "stale", claimId: claim.id };
    if (claim.kind !== "sentence" || !isPart(home.text, claim, span))
      throw badPlace("/start", "A part is one or more whole words of a sentence, and not all of them.");
    const { workspaceId } = scope;
    const { revisionId } = home;
    const same = await tx.claim.count({
      where: { workspaceId, revisionId, kind: "part", ...span, deletedAt: null },
    });
    if (same > 0) throw new Refusal("conflict", "These words have a claim of their own already.");
    const id = await createClaim(tx, scope, home, { ...span, ordinal: claim.ordinal, kind: "part" });
    const after = [{ claimId: id, ...span }];
    return fitted(tx, scope, home, { operation: "part", keptId: id, before: [], after });
  });
}

/**
 * Takes a fitting back: the claims stand again as before it. Once they have been fitted in another way since, or the text
 * has a new version, it stays. What was written on a claim that goes by it is kept with that claim.
 * @throws Refusal not_found, forbidden, conflict (something else has happened to these claims since)
 */
export async function undoFit(
  actor: Actor,
  target: { readonly workspace: string; readonly fit: string },
): Promise<FitOutcome> {
  const scope = await authorize(actor, target.workspace, "claim.change");
  const { workspaceId } = scope;
  return transact(scope, async (tx): Promise<FitOutcome> => {
    const event = await tx.event.findUnique({
      where: { workspaceId_id: { workspaceId, id: BigInt(target.fit) }, type: "claim.refitted" },
    });
    if (!event?.claimId) throw new Refusal("not_found", "There is no such change of claims here.");
    const done = eventPayloads["claim.refitted"].parse(event.payload);
    const home = await lockHome(tx, scope, event.claimId);
    if (home.revisionId !== done.revisionId || !(await standsSo(tx, scope, done.before, done.after)))
      throw new Refusal("conflict", "These claims have changed since. Nothing was taken back.");
    // Of a part nothing stands any more; the line is about the claim that goes.
    const keptId = done.before[0]?.claimId ?? event.claimId;
    const undone = await fitted(tx, scope, home, {
      operation: "undo",
      keptId,
      before: done.after,
      after: done.before,
    });
    return done.before.length > 0
      ? undone
      : { ...undone, claimId: await hostOf(tx, scope, home, done.after) };
  });
}

async function fitted(
  tx: Tx,
  scope: WorkspaceScope,
  home: Home,
  fit: Parameters<typeof writeFit>[3],
): Promise<FitOutcome> {
  const id = await writeFit(tx, scope, home, fit);
  return { outcome: "fitted", fit: id, articleId: home.articleId, claimId: fit.keptId };
}

/** The sentence that a part which is no more was claimed in. */
async function hostOf(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  { articleId }: Home,
  [part]: readonly ClaimPlace[],
): Promise<string> {
  const at = present(part, "a part has a place").start;
  const host = await tx.claim.findFirst({
    where: { workspaceId, articleId, kind: "sentence", deletedAt: null, start: { lte: at }, end: { gt: at } },
    select: { id: true },
  });
  return present(host, "a part begins in a sentence").id;
}

/** Whether the claims stand as after a fitting: those in `after` where it put them, the others put away. */
async function standsSo(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  before: readonly ClaimPlace[],
  after: readonly ClaimPlace[],
): Promise<boolean> {
  const ids = [...before, ...after].map(({ claimId }) => claimId);
  const rows = await tx.claim.findMany({
    where: { workspaceId, id: { in: ids }, deletedAt: null },
    select: { id: true, start: true, end: true },
  });
  const isThere = ({ claimId, start, end }: ClaimPlace) =>
    rows.some((row) => row.id === claimId && row.start === start && row.end === end);
  return rows.length === after.length && after.every(isThere);
}

async function lockOne(tx: Tx, scope: WorkspaceScope, claimId: string) {
  const [claim] = await lockClaims(tx, scope, [claimId]);
  return present(claim, "a claim that was found is there").row;
}

function placeOf({
  id,
  start,
  end,
}: {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}): ClaimPlace {
  return { claimId: id, start, end };
}

function badPlace(field: string, message: string): Refusal {
  return new Refusal("bad_input", message, [{ field, message }]);
}
