import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import { Prisma } from "@/prisma/client/client";
import type { Operation, WorkspaceScope } from "../auth/actor";
import { db, executeWithCommit, type Tx } from "./client";
import { isSerializationFailure } from "./failures";

const attempts = 5;

/** What a write begins with, and what it does. */
type Work<P, T> = {
  /**
   * Locks and reads what `run` begins with, and writes nothing: its statements go out in one breath with the key, before it
   * is known whether this is a repeat.
   */
  readonly prepare: (tx: Tx) => Promise<P>;
  readonly run: (tx: Tx, prepared: P) => Promise<T>;
};

/**
 * One write, all or nothing. When its sender gave an idempotency key, the key is taken in the same transaction: a
 * repeat, even one that arrives while the first still runs, waits for it and gets its answer, and nothing is done twice.
 * The result has to survive JSON, because that is how it is kept for the repeat.
 */
export function transact<T>(scope: WorkspaceScope, run: (tx: Tx) => Promise<T>): Promise<T> {
  return transactOn(scope, { prepare: () => Promise.resolve(), run });
}

/** The same for a write that begins with what it locks and reads. */
export async function transactOn<P, T>(scope: WorkspaceScope, work: Work<P, T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction((tx) => once(tx, scope, work), { maxWait: 3_000, timeout: 30_000 });
    } catch (error) {
      if (attempt >= attempts || !isSerializationFailure(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

async function once<P, T>(tx: Tx, scope: WorkspaceScope, { prepare, run }: Work<P, T>): Promise<T> {
  const { operation } = scope.actor;
  if (!operation) return run(tx, await prepare(tx));
  const { workspaceId, memberId } = scope;
  const { key, fingerprint } = operation;
  const taking = tx.$executeRaw`/* plan: a key is taken */
    insert into idempotency_key (workspace_id, member_id, key, fingerprint, created_at)
    values (${workspaceId}::uuid, ${memberId}::uuid, ${key}, ${fingerprint}, ${new Date()}::timestamptz)
    on conflict do nothing`;
  const preparing = prepare(tx);
  // Of a repeat nobody asks what it found.
  preparing.catch(() => undefined);
  const taken = await taking;
  if (taken === 0) return firstAnswer<T>(tx, scope, operation);
  const result = await run(tx, await preparing);
  executeWithCommit(
    tx,
    Prisma.sql`/* plan: a key is answered */
      update idempotency_key set response = ${JSON.stringify(result ?? null)}::jsonb
      where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid and key = ${key}`,
  );
  return result;
}

async function firstAnswer<T>(tx: Tx, scope: WorkspaceScope, { key, fingerprint }: Operation): Promise<T> {
  const { workspaceId, memberId } = scope;
  const first = await tx.idempotencyKey.findUniqueOrThrow({
    where: { workspaceId_memberId_key: { workspaceId, memberId, key } },
  });
  if (first.fingerprint !== fingerprint) {
    throw new Refusal("key_reused", "This Idempotency-Key was used for a different request.");
  }
  return first.response as T;
}
