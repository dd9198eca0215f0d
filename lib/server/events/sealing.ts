import "server-only";
import { createHash } from "node:crypto";
import { canonicalLine, chainBeginning, type SealedEvent } from "@/lib/core/events/chain";
import { db, type Tx } from "../db/client";

/** As many as people who save meanwhile do not notice. */
const batch = 100;

export function hashBeginning(workspaceId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(chainBeginning(workspaceId)).digest());
}

/** A seal: the hash of the one before, and of the line. */
export function hashLine(previous: Uint8Array, event: SealedEvent): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash("sha256").update(previous).update("\n").update(canonicalLine(event)).digest(),
  );
}

/**
 * Seals the lines of history that have no seal yet, of every workspace. Runs beside the saves and takes no lock that
 * they wait for; two that run at once follow each other.
 */
export async function sealHistory(): Promise<void> {
  const workspaces = await db().workspace.findMany({ select: { id: true } });
  for (const { id } of workspaces) await sealWorkspace(id);
}

export async function sealWorkspace(workspaceId: string): Promise<void> {
  for (;;) {
    const sealed = await db().$transaction((tx) => sealBatch(tx, workspaceId), { timeout: 30_000 });
    if (sealed < batch) return;
  }
}

type Chain = {
  readonly number: bigint;
  readonly hash: Uint8Array;
  readonly sealed_through: bigint;
  readonly seen_through: bigint;
  readonly seen_before: bigint;
};
type Moment = { readonly oldest: bigint; readonly next: bigint; readonly newest: bigint };

async function sealBatch(tx: Tx, workspaceId: string): Promise<number> {
  const chain = await lockChain(tx, workspaceId);
  // Which transactions may still commit lines, and how far numbers had been drawn: one statement, one moment.
  const [moment] = await tx.$queryRaw<[Moment]>`
    select pg_snapshot_xmin(s)::text::bigint as oldest, pg_snapshot_xmax(s)::text::bigint as next,
      (select coalesce(max(id), 0) from event where workspace_id = ${workspaceId}::uuid) as newest
    from pg_current_snapshot() s`;
  const events = await tx.event.findMany({
    where: { workspaceId, id: { gt: chain.sealed_through }, seal: null },
    orderBy: { id: "asc" },
    take: batch,
  });
  let { number } = chain;
  let previous = chain.hash;
  const seals = events.map((event) => {
    number += 1n;
    const seal = {
      workspaceId,
      number,
      eventId: event.id,
      previous: new Uint8Array(previous),
      hash: hashLine(previous, event),
    };
    previous = seal.hash;
    return seal;
  });
  await tx.historySeal.createMany({ data: seals });
  await tx.historyChain.update({
    where: { workspaceId },
    data: {
      number,
      hash: new Uint8Array(previous),
      ...(seals.length > 0 ? { sealedAt: new Date() } : {}),
      ...(seals.length < batch ? horizonAfter(chain, moment) : {}),
    },
  });
  return seals.length;
}

async function lockChain(tx: Tx, workspaceId: string): Promise<Chain> {
  await tx.historyChain.createMany({
    data: [{ workspaceId, hash: hashBeginning(workspaceId) }],
    skipDuplicates: true,
  });
  const [chain] = await tx.$queryRaw<[Chain]>`
    select number, hash, sealed_through, seen_through, seen_before from history_chain
    where workspace_id = ${workspaceId}::uuid for update`;
  return chain;
}

/**
 * Numbers of lines are drawn before their transactions commit: a lower one may turn up after a higher one is sealed.
 * Once every transaction that ran when `seen_through` was the newest line has ended, nothing below it can turn up.
 */
function horizonAfter(chain: Chain, { oldest, next, newest }: Moment) {
  // A database that was restored elsewhere counts its transactions anew.
  const isOfOtherCluster = chain.seen_before > next;
  if (oldest < chain.seen_before && !isOfOtherCluster) return {};
  const sealedThrough = isOfOtherCluster ? chain.sealed_through : chain.seen_through;
  return { sealedThrough, seenThrough: newest, seenBefore: next };
}
