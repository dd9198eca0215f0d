import "server-only";
import { createHash } from "node:crypto";
import { wordsKey } from "@/lib/core/anchors/words";
import type { ClaimState } from "@/lib/core/claims/claim";
import type { ClaimFacts } from "@/lib/core/review/facts";
import { claimState } from "@/lib/core/review/state";
import { present } from "@/lib/core/shared/assert";
import { SEGMENTER_VERSION } from "@/lib/core/text/segment";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { setAside, takeUpAgain } from "../review/set-aside";
import { settle } from "../review/settle";
import { readJudgedWords } from "./judged-words";
import type { PreparedRevision } from "./plan";
import type { LoadedArticle, StoredClaim } from "./rows";

export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * Writes the new revision and moves every claim onto it, in a handful of statements whatever the number of sentences.
 * What somebody wrote on a claim is not touched.
 * @returns the new revision's id
 */
export async function writeRevision(
  tx: Tx,
  scope: WorkspaceScope,
  article: LoadedArticle,
  prepared: PreparedRevision,
  now: Date,
): Promise<string> {
  const { workspaceId, memberId: createdById } = scope;
  await keepPlaces(tx, scope, article);
  const { id } = await tx.revision.create({
    data: {
      workspaceId,
      articleId: article.id,
      number: article.number + 1,
      text: prepared.text,
      sha256: hashText(prepared.text),
      segmenterVersion: SEGMENTER_VERSION,
      createdById,
      createdAt: now,
    },
    select: { id: true },
  });
  await moveClaims(tx, scope, article, prepared, id, now);
  await deleteClaims(tx, scope, prepared, id, now);
  await addClaims(tx, scope, article, prepared, id);
  return id;
}

/** Where the claims stand in the revision that is left, which until now only their own rows told. */
async function keepPlaces(tx: Tx, scope: WorkspaceScope, article: LoadedArticle): Promise<void> {
  await tx.$executeRaw`
    insert into claim_placement (workspace_id, claim_id, revision_id, ordinal, start, "end", change)
    select workspace_id, id, revision_id, ordinal, start, "end", 'added'
    from claim
    where workspace_id = ${scope.workspaceId}::uuid and article_id = ${article.id}::uuid and deleted_at is null
    on conflict (workspace_id, claim_id, revision_id)
      do update set ordinal = excluded.ordinal, start = excluded.start, "end" = excluded."end"`;
}

type Move = {
  readonly id: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly change: "carried" | "moved" | "changed" | "added";
  /** Whether the words now differ from those that were judged; null where the same words stand as before. */
  readonly stale: "yes" | "no" | null;
  /** Null where the state stays what it is: the ground of a verdict is the words, and they are the same. */
  readonly state: ClaimState | null;
};

/** `judged`: of claims that are stale already, the words that they were judged by. Those may be back. */
function movesOf(
  article: LoadedArticle,
  { plan, returned, text }: PreparedRevision,
  judged: ReadonlyMap<string, string>,
): readonly Move[] {
  const before = new Map(article.claims.map((claim) => [claim.id, claim]));
  const kept = plan.claims.flatMap(({ claimId: id, fate, place }): readonly Move[] => {
    if (fate === "deleted") return [];
    if (fate !== "changed") return [{ id, ...place, change: fate, stale: null, state: null }];
    const claim = present(before.get(id), "a planned claim is one of the article's");
    const words = judged.get(id);
    const isBack = words !== undefined && wordsKey(words) === wordsKey(text.slice(place.start, place.end));
    const stale = isBack ? "no" : "yes";
    return [{ id, ...place, change: fate, stale, state: stateOf(claim, stale) }];
  });
  const back = plan.added.flatMap((place): readonly Move[] => {
    const id = returned.get(place.ordinal);
    return id === undefined ? [] : [{ id, ...place, change: "added", stale: null, state: null }];
  });
  return [...kept, ...back];
}

/** What the state machine says of a stale claim, whatever is written on it; of one that nobody has annotated, else. */
function stateOf({ disposition }: StoredClaim, stale: "yes" | "no"): ClaimState {
  const policy: ClaimFacts["policy"] = { kind: "single", annotations: 1, quorum: 0, panelSize: 0 };
  const nothing = { annotations: [], holders: [], votes: [], ruling: null };
  return claimState({ policy, disposition, stale: stale === "yes", ...nothing });
}

async function moveClaims(
  tx: Tx,
  scope: WorkspaceScope,
  article: LoadedArticle,
  prepared: PreparedRevision,
  revisionId: string,
  now: Date,
): Promise<void> {
  const staleIds = article.claims.flatMap(({ id, staleAt }) => (staleAt ? [id] : []));
  const moves = movesOf(article, prepared, await readJudgedWords(tx, scope, staleIds));
  const of = <T>(value: (move: Move) => T): T[] => moves.map(value);
  await tx.$executeRaw`
    with move as (
      select * from unnest(
        ${of(({ id }) => id)}::uuid[], ${of(({ ordinal }) => ordinal)}::int[], ${of(({ start }) => start)}::int[],
        ${of(({ end }) => end)}::int[], ${of(({ start, end }) => prepared.text.slice(start, end))}::text[],
        ${of(({ change }) => change)}::text[], ${of(({ stale }) => stale ?? "")}::text[],
        ${of(({ state }) => state ?? "")}::text[]
      ) as m (id, ordinal, start, "end", text, change, stale, state)
    ), moved as (
      update claim c
      set revision_id = ${revisionId}::uuid, ordinal = m.ordinal, start = m.start, "end" = m."end", text = m.text,
        state = coalesce(nullif(m.state, '')::claim_state, c.state), deleted_at = null,
        stale_at = case m.stale
          when 'yes' then coalesce(c.stale_at, ${now}::timestamptz) when 'no' then null else c.stale_at end,
        judged_text = case when m.stale = 'no' then null else c.judged_text end,
        version = c.version + case when m.change = 'changed' then 1 else 0 end
      from move m
      where c.workspace_id = ${scope.workspaceId}::uuid and c.id = m.id
    )
    insert into claim_placement (workspace_id, claim_id, revision_id, ordinal, start, "end", change)
    select ${scope.workspaceId}::uuid, id, ${revisionId}::uuid, ordinal, start, "end", change::placement_change
    from move`;
  const idsOf = (stale: Move["stale"]) => moves.filter((move) => move.stale === stale).map(({ id }) => id);
  const [changed, back] = [idsOf("yes"), idsOf("no")];
  await setAside(tx, scope, {
    newlyStale: changed.filter((id) => !staleIds.includes(id)),
    staleAgain: changed.filter((id) => staleIds.includes(id)),
  });
  await takeUpAgain(tx, scope, back);
  await settleAnnotated(tx, scope, back);
}

/** Claims whose judged words are back stand again where what was written on them says. */
async function settleAnnotated(tx: Tx, scope: WorkspaceScope, claimIds: readonly string[]): Promise<void> {
  const annotated = await tx.annotation.findMany({
    where: { workspaceId: scope.workspaceId, claimId: { in: [...claimIds] } },
    distinct: ["claimId"],
    select: { claimId: true },
  });
  for (const { claimId } of annotated) await settle(tx, scope, claimId);
}

/** A deleted claim keeps everything; its placement in the revision that dropped it tells where it stood last. */
async function deleteClaims(
  tx: Tx,
  scope: WorkspaceScope,
  { plan }: PreparedRevision,
  revisionId: string,
  now: Date,
): Promise<void> {
  const ids = plan.claims.flatMap(({ claimId, fate }) => (fate === "deleted" ? [claimId] : []));
  if (ids.length === 0) return;
  await tx.$executeRaw`
    with gone as (
      update claim set deleted_at = ${now}::timestamptz
      where workspace_id = ${scope.workspaceId}::uuid and id = any(${ids}::uuid[])
      returning workspace_id, id, ordinal, start, "end"
    )
    insert into claim_placement (workspace_id, claim_id, revision_id, ordinal, start, "end", change)
    select workspace_id, id, ${revisionId}::uuid, ordinal, start, "end", 'deleted' from gone`;
}

/** Sentences that nobody has seen before, each with a claim on the article's scale. */
async function addClaims(
  tx: Tx,
  scope: WorkspaceScope,
  { id: articleId, scaleId }: LoadedArticle,
  { plan, returned, text }: PreparedRevision,
  revisionId: string,
): Promise<void> {
  const added = plan.added.filter(({ ordinal }) => !returned.has(ordinal));
  if (added.length === 0) return;
  const ordinals = added.map(({ ordinal }) => ordinal);
  const starts = added.map(({ start }) => start);
  const ends = added.map(({ end }) => end);
  const words = added.map(({ start, end }) => text.slice(start, end));
  await tx.$executeRaw`
    with fresh as (
      insert into claim (workspace_id, id, article_id, revision_id, ordinal, kind, start, "end", text, scale_id)
      select ${scope.workspaceId}::uuid, gen_random_uuid(), ${articleId}::uuid, ${revisionId}::uuid, ordinal,
        'sentence', start, "end", words, ${scaleId}::uuid
      from unnest(${ordinals}::int[], ${starts}::int[], ${ends}::int[], ${words}::text[])
        as sentence (ordinal, start, "end", words)
      returning workspace_id, id, revision_id, ordinal, start, "end"
    )
    insert into claim_placement (workspace_id, claim_id, revision_id, ordinal, start, "end", change)
    select workspace_id, id, revision_id, ordinal, start, "end", 'added' from fresh`;
}
