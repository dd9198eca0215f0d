import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/client/client";
import { env } from "../env";
import { LinePool, withLine, type TransactionLine } from "./lines";
import { statementOf, withWrittenStatements } from "./written-statements";

/** A transaction, or the client outside of one: queries take either. */
export type Tx = Prisma.TransactionClient;

// Next evaluates modules anew for each bundle (and on every change in development); the pool must be one per process.
const held = globalThis as unknown as { assayDatabase?: PrismaClient };

/** The pool. Waiting for a connection or a statement is bounded, so that a database in trouble is told, not waited for. */
export function db(): PrismaClient {
  held.assayDatabase ??= open();
  return held.assayDatabase;
}

function open(): PrismaClient {
  const pool = new LinePool({
    connectionString: env().DATABASE_URL,
    max: env().ASSAY_POOL_SIZE,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    // Whoever reads for a while and then saves does not wait for a new connection, which has to plan everything anew.
    idleTimeoutMillis: 5 * 60_000,
    keepAlive: true,
    pipeline: true,
  });
  // A connection that is lost while nobody uses it is simply not used again.
  pool.on("error", () => undefined);
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  const $disconnect = async () => {
    delete held.assayDatabase;
    await client.$disconnect();
    await pool.end();
  };
  return withWrittenStatements(client, pool, { $transaction: transactionsOf(client), $disconnect });
}

type InTransaction = (tx: Tx) => Promise<unknown>;
type Options = Parameters<PrismaClient["$transaction"]>[1];

const lines = new WeakMap<Tx, TransactionLine>();

function transactionsOf(client: PrismaClient) {
  return (work: InTransaction | Prisma.PrismaPromise<unknown>[], options?: Options): Promise<unknown> => {
    if (typeof work !== "function") return client.$transaction(work, options);
    return withLine((line) =>
      client.$transaction((began) => {
        const tx = withWrittenStatements(began, line());
        lines.set(tx, line());
        return work(tx);
      }, options),
    );
  };
}

/** Sends the statement along with the transaction's commit. When it fails, nothing is committed. */
export function executeWithCommit(tx: Tx, statement: Prisma.Sql): void {
  const line = lines.get(tx);
  if (!line) throw new Error("Only a transaction has a commit.");
  line.sendWithCommit(statementOf(statement));
}
