import "server-only";
import type { ChainBreak, ChainVerdict } from "@/lib/core/events/chain";
import { db } from "../db/client";
import { hashBeginning, hashLine } from "./sealing";

const batch = 1_000;

/** A seal that was written down earlier: the chain has to hold it still. */
export type KnownSeal = { readonly number: bigint; readonly hash: string };

type Seal = Awaited<ReturnType<typeof readSeals>>[number];
type Link = { readonly number: bigint; readonly hash: Uint8Array };
type Walk = { readonly broken: ChainVerdict } | { readonly last: Link; readonly holdsKnown: boolean };

/** Recomputes a workspace's chain from its first line and names the first that does not fit. Changes nothing. */
export async function verifyHistory(workspaceId: string, known?: KnownSeal): Promise<ChainVerdict> {
  const end = await db().historyChain.findUnique({ where: { workspaceId } });
  const added = await findAddedLine(workspaceId, end?.sealedThrough ?? 0n);
  const walk = await walkChain(workspaceId, known);
  if ("broken" in walk) return walk.broken;
  const { last, holdsKnown } = walk;
  if (added !== null) return brokenAt("line_added", null, added);
  if (end && !reaches(last, end)) return brokenAt("end_missing", end.number, null);
  if (known && !holdsKnown) return brokenAt("other_chain", known.number, null);
  return { holds: true, lines: Number(last.number), hash: last.number > 0n ? toHex(last.hash) : null };
}

async function walkChain(workspaceId: string, known: KnownSeal | undefined): Promise<Walk> {
  let last: Link = { number: 0n, hash: hashBeginning(workspaceId) };
  let holdsKnown = false;
  for (;;) {
    const seals = await readSeals(workspaceId, last.number);
    for (const seal of seals) {
      const broken = breakAt(seal, last);
      if (broken) return { broken: brokenAt(broken, seal.number, seal.eventId) };
      last = { number: seal.number, hash: seal.hash };
      holdsKnown ||= seal.number === known?.number && toHex(seal.hash) === known.hash;
    }
    if (seals.length < batch) return { last, holdsKnown };
  }
}

/** Sealing goes on meanwhile: the chain may have grown past the record that was read, never fallen behind it. */
function reaches(last: Link, end: Link): boolean {
  return last.number > end.number || (last.number === end.number && toHex(last.hash) === toHex(end.hash));
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

async function readSeals(workspaceId: string, after: bigint) {
  const seals = await db().historySeal.findMany({
    where: { workspaceId, number: { gt: after } },
    orderBy: { number: "asc" },
    take: batch,
  });
  // Not by the relation, which takes the database's word that the line is there: one that is gone is looked for.
  const events = await db().event.findMany({
    where: { workspaceId, id: { in: seals.map(({ eventId }) => eventId) } },
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  return seals.map((seal) => ({ ...seal, event: byId.get(seal.eventId) ?? null }));
}

function breakAt(
  seal: Seal,
  last: { readonly number: bigint; readonly hash: Uint8Array },
): ChainBreak | null {
  if (seal.number !== last.number + 1n) return "seal_missing";
  if (!seal.event) return "line_missing";
  const right = hashLine(last.hash, seal.event);
  return toHex(seal.previous) === toHex(last.hash) && toHex(seal.hash) === toHex(right) ? null : "changed";
}

function brokenAt(broken: ChainBreak, number: bigint | null, eventId: bigint | null): ChainVerdict {
  return { holds: false, broken, number: number?.toString() ?? null, eventId: eventId?.toString() ?? null };
}

async function findAddedLine(workspaceId: string, sealedThrough: bigint): Promise<bigint | null> {
  const line = await db().event.findFirst({
    where: { workspaceId, id: { lte: sealedThrough }, seal: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return line?.id ?? null;
}
