import "server-only";
import { wordsKey } from "@/lib/core/anchors/words";
import type { ClaimPlace } from "@/lib/core/claims/fit";
import type { EventPayload } from "@/lib/core/events/event";
import { present } from "@/lib/core/shared/assert";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { record } from "../events/record";
import { setAside, takeUpAgain } from "../review/set-aside";
import { settleAll } from "../review/settle";
import { readJudgedWords } from "../revisions/judged-words";
import type { Home } from "./home";

/** What stood before and what stands after, of the claims that a fitting touches. */
export type Fit = {
  readonly operation: EventPayload<"claim.refitted">["operation"];
  /** The claim that the line of history is about. */
  readonly keptId: string;
  readonly before: readonly ClaimPlace[];
  readonly after: readonly ClaimPlace[];
};

/**
 * Puts claims where they stand from now on. One that is only in `before` is put away with everything written on it, one
 * that is only in `after` and was put away comes back with it. Judged words that differ now are stale; if they are the same
 * again, they are not. @returns the number of the line of history, by which it can be taken back
 */
export async function writeFit(tx: Tx, scope: WorkspaceScope, home: Home, fit: Fit): Promise<string> {
  const { workspaceId } = scope;
  const [before, after] = [fit.before, fit.after].map((places) => new Map(places.map((p) => [p.claimId, p])));
  const gone = fit.before.filter(({ claimId }) => !after?.has(claimId));
  const stays = fit.after.filter(({ claimId }) => before?.has(claimId));
  const comes = fit.after.filter(({ claimId }) => !before?.has(claimId));
  await putAway(tx, scope, gone, fit.keptId);
  for (const place of comes) {
    await tx.claim.updateMany({
      where: { workspaceId, id: place.claimId },
      data: { ...standing(home, place), absorbedById: null, deletedAt: null },
    });
  }
  const moved = stays.filter(({ claimId, start, end }) => {
    const old = before?.get(claimId);
    return old?.start !== start || old.end !== end;
  });
  await moveAll(tx, scope, home, moved);
  await renumber(tx, scope, home.articleId);
  await settleAll(
    tx,
    scope,
    fit.after.map(({ claimId }) => claimId),
  );
  const { operation } = fit;
  const id = await record(tx, scope, {
    type: "claim.refitted",
    payload: { operation, revisionId: home.revisionId, before: [...fit.before], after: [...fit.after] },
    entityId: fit.keptId,
    articleId: home.articleId,
    claimId: fit.keptId,
  });
  return id.toString();
}

function standing({ text, revisionId }: Home, { start, end }: ClaimPlace) {
  return { start, end, text: text.slice(start, end), revisionId, version: { increment: 1 } };
}

/** A new claim for words of the text; where it stands among the others is told by `renumber`. */
export async function createClaim(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  home: Home,
  place: {
    readonly start: number;
    readonly end: number;
    readonly ordinal: number;
    readonly kind: "sentence" | "part";
  },
): Promise<string> {
  const { articleId, revisionId, scaleId, text } = home;
  const data = {
    ...place,
    workspaceId,
    articleId,
    revisionId,
    scaleId,
    text: text.slice(place.start, place.end),
  };
  return (await tx.claim.create({ data, select: { id: true } })).id;
}

async function putAway(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  places: readonly ClaimPlace[],
  keptId: string,
): Promise<void> {
  if (places.length === 0) return;
  const ids = places.map(({ claimId }) => claimId);
  const now = new Date();
  await tx.claim.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: { deletedAt: now, absorbedById: keptId, version: { increment: 1 } },
  });
  await tx.assignment.updateMany({
    where: { workspaceId, claimId: { in: ids }, endedAt: null },
    data: { endedAt: now, outcome: "overtaken" },
  });
}

/** Gives claims their new words, and tells which of them are stale by it. */
async function moveAll(
  tx: Tx,
  scope: WorkspaceScope,
  home: Home,
  places: readonly ClaimPlace[],
): Promise<void> {
  const claims = await readMoving(tx, scope, places);
  for (const place of places) {
    const claim = present(claims.get(place.claimId), "a claim that moves was just read");
    const isBack = wordsKey(claim.judged) === wordsKey(home.text.slice(place.start, place.end));
    await moveOne(tx, scope, { home, place, claim, isBack });
    if (isBack) await takeUpAgain(tx, scope, [claim.id]);
    else if (claim.staleAt) await setAside(tx, scope, { newlyStale: [], staleAgain: [claim.id] });
    else await setAside(tx, scope, { newlyStale: [claim.id], staleAgain: [] });
  }
}

/** A claim that moves, with the words that its annotations were made for. */
type Moving = {
  readonly id: string;
  readonly staleAt: Date | null;
  readonly judged: string;
  readonly annotations: readonly { readonly submittedVersion: number | null }[];
};

async function readMoving(
  tx: Tx,
  scope: WorkspaceScope,
  places: readonly ClaimPlace[],
): Promise<ReadonlyMap<string, Moving>> {
  const claims = await tx.claim.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: places.map(({ claimId }) => claimId) } },
    select: {
      id: true,
      text: true,
      staleAt: true,
      judgedText: true,
      annotations: { select: { submittedVersion: true } },
    },
  });
  const stale = claims.filter(({ staleAt }) => staleAt).map(({ id }) => id);
  const judged = await readJudgedWords(tx, scope, stale);
  return new Map(
    claims.map(({ text, judgedText, ...claim }) => [
      claim.id,
      { ...claim, judged: judgedText ?? judged.get(claim.id) ?? text },
    ]),
  );
}

async function moveOne(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  move: { readonly home: Home; readonly place: ClaimPlace; readonly claim: Moving; readonly isBack: boolean },
): Promise<void> {
  const { home, place, claim, isBack } = move;
  const isStale = !isBack && isJudged(home, claim);
  await tx.claim.update({
    where: { workspaceId_id: { workspaceId, id: claim.id } },
    data: {
      ...standing(home, place),
      staleAt: isStale ? (claim.staleAt ?? new Date()) : null,
      // Also where nobody may see that something was set aside: with these words it comes back.
      judgedText: isStale || (!isBack && home.policy === "double_blind") ? claim.judged : null,
    },
  });
}

/**
 * Whether there is something that the new words make stale. Under double-blind only what lies open: that a colleague has
 * written what does not must not show, and is set aside without a word to anybody else.
 */
function isJudged({ policy }: Home, claim: Moving): boolean {
  if (claim.staleAt) return true;
  if (policy !== "double_blind") return claim.annotations.length > 0;
  return claim.annotations.filter(({ submittedVersion }) => submittedVersion !== null).length > 1;
}

/** Sentences are numbered in the order of the text; a part has the number of the sentence that it begins in. */
async function renumber(tx: Tx, { workspaceId }: WorkspaceScope, articleId: string): Promise<void> {
  await tx.$executeRaw`
    with numbered as (
      select id, row_number() over (order by start)::int as n
      from claim
      where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid and deleted_at is null
        and kind = 'sentence'
    )
    update claim c set ordinal = numbered.n from numbered
    where c.workspace_id = ${workspaceId}::uuid and c.id = numbered.id and c.ordinal <> numbered.n`;
  await tx.$executeRaw`
    with hosted as (
      select p.id, max(s.ordinal) as n
      from claim p
      join claim s on s.workspace_id = p.workspace_id and s.article_id = p.article_id and s.kind = 'sentence'
        and s.deleted_at is null and s.start <= p.start and s."end" > p.start
      where p.workspace_id = ${workspaceId}::uuid and p.article_id = ${articleId}::uuid and p.kind = 'part'
        and p.deleted_at is null
      group by p.id
    )
    update claim c set ordinal = hosted.n from hosted
    where c.workspace_id = ${workspaceId}::uuid and c.id = hosted.id and c.ordinal <> hosted.n`;
}
