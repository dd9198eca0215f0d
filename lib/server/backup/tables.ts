import "server-only";
import { escapeIdentifier, type Client } from "pg";
import { present } from "@/lib/core/shared/assert";

/** Rows that mean nothing elsewhere: who is signed in now, links of an hour, counters of failed sign-ins. */
const leftOut = new Set(["_prisma_migrations", "session", "access_link", "sign_in_throttle"]);

/** Of people, what goes with a workspace that they are members of. */
const identity: Readonly<Record<string, string>> = { user: "id", credential: "user_id", account: "user_id" };

/**
 * Columns that are not taken over: the numbers of transactions count in one database only, so that a line of history
 * gets those of the transaction that restores it.
 */
const drawnAnew: Readonly<Record<string, readonly string[]>> = { event: ["transaction_id", "horizon"] };

export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly ofWorkspace: boolean;
};

/** Every table of a backup, each after those that its rows refer to. */
export async function listTables(client: Client): Promise<readonly Table[]> {
  const found = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const references = await client.query<{ name: string; to: string }>(`
    select c.conrelid::regclass::text as name, c.confrelid::regclass::text as to from pg_constraint c
    where c.contype = 'f' and c.conrelid <> c.confrelid and c.connamespace = 'public'::regnamespace`);
  const tables = found.rows.flatMap(({ name, columns }) =>
    leftOut.has(name)
      ? []
      : [
          {
            name,
            columns: columns.filter((column) => !drawnAnew[name]?.includes(column)),
            ofWorkspace: columns.includes("workspace_id"),
          },
        ],
  );
  const bare = (name: string) => name.replaceAll('"', "");
  return inOrder(
    tables,
    references.rows.map(({ name, to }) => ({ name: bare(name), to: bare(to) })),
  );
}

function inOrder(
  tables: readonly Table[],
  references: readonly { readonly name: string; readonly to: string }[],
): readonly Table[] {
  const ordered: Table[] = [];
  const isReady = ({ name }: Table) =>
    references.every(
      (one) => one.name !== name || leftOut.has(one.to) || ordered.some((before) => before.name === one.to),
    );
  while (ordered.length < tables.length) {
    const rest = tables.filter((table) => !ordered.includes(table));
    ordered.push(present(rest.find(isReady), "tables that do not refer to each other in a circle"));
  }
  return ordered;
}

/** The rows of a table that belong to a workspace, or all; $1 is the workspace's id. Null where none do. */
export function rowsOf({ name, ofWorkspace }: Table, workspaceId: string | null): string | null {
  const from = `select row_to_json(t) from ${escapeIdentifier(name)} t`;
  if (workspaceId === null) return from;
  const id = `'${workspaceId}'::uuid`;
  if (ofWorkspace) return `${from} where t.workspace_id = ${id}`;
  if (name === "workspace") return `${from} where t.id = ${id}`;
  const person = identity[name];
  if (person === undefined) return null;
  return `${from} where t.${person} in (select user_id from member where workspace_id = ${id})`;
}

/** The migrations that have been applied, in their order. */
export async function listMigrations(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows.map(({ name }) => name);
}

/**
 * COPY in its CSV form, with marks that JSON never holds, reads and writes JSON Lines as they are.
 */
export const asLines = `(format csv, quote e'\\x01', delimiter e'\\x02')`;
