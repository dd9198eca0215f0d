import "server-only";
import { Pool, type PoolClient } from "pg";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Prisma } from "@/prisma/client/client";
import { env } from "../env";

/** How many long readings a process has under way at a time; their connections are not those that requests need. */
const mostAtOnce = 4;
const waitMs = 10_000;
/** Whoever takes nothing of a download for so long has lost it: an open snapshot keeps old rows from being cleared away. */
const idleMs = 60_000;
/** A page of a long reading takes milliseconds, and counting a million claims seconds. */
const statementMs = 120_000;

const held = globalThis as unknown as { assaySnapshots?: Pool };

function pool(): Pool {
  if (held.assaySnapshots) return held.assaySnapshots;
  const fresh = new Pool({
    connectionString: env().DATABASE_URL,
    application_name: "assay exports",
    max: mostAtOnce,
    connectionTimeoutMillis: waitMs,
    idleTimeoutMillis: 10_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleMs,
  });
  // A connection that is lost while nobody uses it is simply not used again.
  fresh.on("error", () => undefined);
  held.assaySnapshots = fresh;
  return fresh;
}

/** The database as it was at one moment: whatever is saved afterwards is not seen. */
export type Snapshot = {
  /** Rows of a query; a name keeps its plan for the next page. */
  readonly read: <T>(sql: Prisma.Sql, name?: string) => Promise<readonly T[]>;
  /** Has to be called once; calling it again does nothing. */
  readonly end: () => Promise<void>;
};

/** @throws Refusal too_many while others read for long already */
export async function openSnapshot(): Promise<Snapshot> {
  const client = await connect();
  // A lost connection is told by the next read; without a listener it would end the process.
  const onError = () => undefined;
  client.on("error", onError);
  try {
    await client.query("begin transaction isolation level repeatable read, read only");
  } catch (error) {
    client.release(true);
    throw error;
  }
  let isOpen = true;
  return {
    read: async <T>({ text, values }: Prisma.Sql, name?: string) => {
      const { rows } = await client.query({ text, values: [...values], ...(name ? { name } : {}) });
      return rows as T[];
    },
    end: async () => {
      if (!isOpen) return;
      isOpen = false;
      const isSound = await client.query("commit").then(
        () => true,
        () => false,
      );
      client.off("error", onError);
      client.release(!isSound);
    },
  };
}

async function connect(): Promise<PoolClient> {
  try {
    return await pool().connect();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("timeout exceeded")) throw error;
    throw new Refusal(
      "too_many",
      "Several long downloads are being read already. Try again in a few seconds.",
    );
  }
}
