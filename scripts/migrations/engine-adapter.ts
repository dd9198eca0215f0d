import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { Pool, type DatabaseError, type QueryArrayResult } from "pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The last thing PostgreSQL itself said: the engine passes on less than half of it. */
export type LastRefusal = { error: DatabaseError | null };

// PostgreSQL's internal one-byte "char", which the catalogue tables are full of.
const charOid = 18;
const textOid = 25;

/**
 * The engine describes a database by queries that answer columns of type "char", which the adapter does not know.
 * They travel as text, and their columns are given the type that the engine asks for afterwards.
 */
function teachChar(adapter: Adapter, pool: Pool): void {
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryArrayResult>;
  const relabel = async (...args: unknown[]): Promise<QueryArrayResult> => {
    const result = await query(...args);
    const found = result.fields.flatMap((field, index) => (field.dataTypeID === charOid ? [index] : []));
    for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: textOid });
    charColumns.set(result.rows, found);
    return result;
  };
  Object.assign(pool, { query: relabel });
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const answer = await queryRaw(asked);
    for (const index of charColumns.get(answer.rows) ?? []) {
      answer.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return answer;
  };
}

/**
 * The adapter cuts a script at every semicolon, also inside function bodies and strings. Sent as one message it is
 * parsed by PostgreSQL, and is one transaction besides: a migration that fails leaves nothing behind.
 */
function keepScriptsWhole(adapter: Adapter, pool: Pool, refusal: LastRefusal): void {
  const fail = (adapter as unknown as { onError(error: unknown): never }).onError.bind(adapter);
  const query = pool.query.bind(pool) as (script: string) => Promise<unknown>;
  adapter.executeScript = async (script) => {
    try {
      await query(script);
    } catch (error) {
      refusal.error = error as DatabaseError;
      fail(error);
    }
  };
}

export function migrationAdapter(
  ownerUrl: string,
  refusal: LastRefusal,
): { factory: ErrorCapturingSqlMigrationAwareDriverAdapterFactory; close: () => Promise<void> } {
  const pools: Pool[] = [];
  const connect = async (): Promise<Adapter> => {
    const pool = new Pool({ connectionString: ownerUrl });
    pools.push(pool);
    const adapter = await new PrismaPg(pool, { onPoolError: () => undefined }).connect();
    keepScriptsWhole(adapter, pool, refusal);
    teachChar(adapter, pool);
    return adapter;
  };
  const noShadow = (): Promise<Adapter> =>
    Promise.reject(new Error("Migrations here need no shadow database."));
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect,
    connectToShadowDb: noShadow,
  });
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  };
  return { factory, close };
}
