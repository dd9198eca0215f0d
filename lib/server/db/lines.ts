import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { Pool, type PoolClient, type QueryConfig, type QueryResult } from "pg";
import { present } from "@/lib/core/shared/assert";
import type { Line } from "./written-statements";

type Done = (error?: Error, client?: PoolClient, release?: (error?: Error | boolean) => void) => void;

/** A transaction's connection, as whoever began it sees it. */
export type TransactionLine = Line & {
  /**
   * Sends a statement along with the commit. When it fails nothing is committed, and whoever waits for the commit is told.
   */
  readonly sendWithCommit: (statement: QueryConfig) => void;
};

type Begun = { line: TransactionLine | null };

/** Where a transaction that is being begun leaves its line: the client that begins it shows it to nobody. */
const beginning = new AsyncLocalStorage<Begun>();

/** Runs `begin`, in which a transaction is begun on a pool of ours, and hands it the way to that transaction's line. */
export function withLine<T>(begin: (line: () => TransactionLine) => T): T {
  const begun: Begun = { line: null };
  return beginning.run(begun, () => begin(() => present(begun.line, "a transaction that runs has a line")));
}

/** A pool that gives each transaction its connection as a line. Single statements go by without it. */
export class LinePool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(done: Done): void;
  override connect(done?: Done): Promise<PoolClient> | undefined {
    if (!done) return super.connect().then(dress);
    super.connect(done);
    return undefined;
  }
}

function dress(connection: PoolClient): PoolClient {
  const line = lineOf(connection);
  const begun = beginning.getStore();
  if (begun) begun.line = line;
  // Of a connection the client's adapter uses these.
  return Object.assign(Object.create(connection) as PoolClient, {
    query: line.query,
    on: connection.on.bind(connection),
    removeListener: connection.removeListener.bind(connection),
    release: (error?: Error | boolean) => {
      connection.release(error);
    },
  });
}

function lineOf(connection: PoolClient): TransactionLine {
  const send = inOneBreath(connection);
  let isOpen = true;
  let last: QueryConfig | null = null;
  const end = async (commit: QueryConfig): Promise<QueryResult> => {
    const [, result] = await Promise.all([last && send(last), send(commit)]);
    if (result.command === "COMMIT") return result;
    // PostgreSQL says so, and not that it failed, of a transaction in which something had failed before.
    throw new Error(`The transaction was to be committed and ended with ${result.command}.`);
  };
  return {
    sendWithCommit: (statement) => {
      last = statement;
    },
    // Once it has ended, the connection is another's: the client ends what takes too long, whoever still writes in it.
    query: (statement) => {
      if (!isOpen) return Promise.reject(ended());
      isOpen = statement.text !== "COMMIT" && statement.text !== "ROLLBACK";
      return statement.text === "COMMIT" ? end(statement) : send(statement);
    },
  };
}

/** As of a transaction that the client itself finds ended. */
function ended(): Error {
  return Object.assign(new Error("This transaction had ended before this statement."), { code: "P2028" });
}

/** Statements that are asked for before anybody waits for one are written at once: the way costs more than the words. */
function inOneBreath(connection: PoolClient): (statement: QueryConfig) => Promise<QueryResult> {
  const { stream } = connection.connection;
  let isCorked = false;
  return (statement) => {
    if (!isCorked) {
      isCorked = true;
      stream.cork();
      process.nextTick(() => {
        isCorked = false;
        stream.uncork();
      });
    }
    return connection.query(statement);
  };
}
