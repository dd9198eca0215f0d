import "server-only";
import { types, type QueryConfig } from "pg";
import { Prisma } from "@/prisma/client/client";

/** Something that takes a statement of the driver's: a connection, or a pool of them. */
export type Line = {
  readonly query: (
    statement: QueryConfig,
  ) => Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>;
};

type Template = TemplateStringsArray | Prisma.Sql;

/**
 * The client, but statements that are written out in SQL go to the driver at once: the client's own way with them costs
 * four times as much, and a save is made of little else. Everything else is the client's.
 */
export function withWrittenStatements<T extends object>(client: T, line: Line, more: object = {}): T {
  const written = {
    $queryRaw: async (asked: Template, ...values: unknown[]) => (await run(line, asked, values)).rows,
    $executeRaw: async (asked: Template, ...values: unknown[]) =>
      (await run(line, asked, values)).rowCount ?? 0,
    ...more,
  };
  return new Proxy(client, {
    get: (own, name): unknown => Reflect.get(Object.hasOwn(written, name) ? written : own, name),
  });
}

function run(line: Line, asked: Template, values: readonly unknown[]) {
  return line.query(statementOf(asked, values));
}

/** A statement as the driver takes it. */
export function statementOf(asked: Template, given: readonly unknown[] = []): QueryConfig {
  const { text, values } = sqlOf(asked, given);
  const name = planName(text);
  return { text, values: values.map(toParameter), types: parsers, ...(name ? { name } : {}) };
}

/** The text of a template whose values are all parameters is always the same. */
const texts = new WeakMap<TemplateStringsArray, string>();

function sqlOf(asked: Template, values: readonly unknown[]): { text: string; values: readonly unknown[] } {
  if (asked instanceof Prisma.Sql) return asked;
  if (values.some((value) => value instanceof Prisma.Sql)) return Prisma.sql(asked, ...values);
  const text = texts.get(asked) ?? asked.reduce((before, piece, at) => `${before}$${at}${piece}`);
  texts.set(asked, text);
  return { text, values };
}

/**
 * A statement that says so at its beginning is planned once a connection, under that name, and not each time: where
 * planning costs more than running. Its text has to be the same each time. It gains only where PostgreSQL guesses the same
 * number of rows whatever the parameters are, or it plans again.
 */
function planName(sql: string): string | null {
  return /^\s*\/\* plan: ([a-z ]+) \*\//.exec(sql)?.[1] ?? null;
}

/** Times with their zone, whatever zone the connection believes to be in. */
function toParameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

type Parse = (text: string) => unknown;

/** What the client gives for these types, where the driver gives something else. */
const parse: Readonly<Record<number, Parse>> = {
  [types.builtins.INT8]: BigInt,
  [types.builtins.DATE]: (day) => new Date(`${day}T00:00:00Z`),
  [types.builtins.NUMERIC]: (number) => new Prisma.Decimal(number),
};

const drivers: { getTypeParser(oid: number, format?: "text" | "binary"): Parse } = types;

const parsers = {
  getTypeParser: (oid: number, format?: "text" | "binary"): Parse =>
    (format !== "binary" && parse[oid]) || drivers.getTypeParser(oid, format),
};
