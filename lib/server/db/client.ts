import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/client/client";
import { env } from "../env";

/** A transaction, or the client outside of one: queries take either. */
export type Tx = Prisma.TransactionClient;

// Next evaluates modules anew for each bundle (and on every change in development); the pool must be one per process.
const held = globalThis as unknown as { assayDatabase?: PrismaClient };

/** The pool. Waiting for a connection or a statement is bounded, so that a database in trouble is told, not waited for. */
export function db(): PrismaClient {
  held.assayDatabase ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: env().ASSAY_POOL_SIZE,
        connectionTimeoutMillis: 3_000,
        statement_timeout: 15_000,
        idle_in_transaction_session_timeout: 15_000,
      },
      { statementNameGenerator: ({ sql }) => planName(sql) },
    ),
  });
  return held.assayDatabase;
}

/**
 * A statement of ours that says so at its beginning is planned once a connection, under that name, and not each time:
 * where planning costs more than running. Its text has to be the same each time. It gains only where PostgreSQL guesses
 * the same number of rows whatever the parameters are, or it plans again.
 */
function planName(sql: string): string {
  return /^\s*\/\* plan: ([a-z ]+) \*\//.exec(sql)?.[1] ?? "";
}
