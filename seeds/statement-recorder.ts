import pg from "pg";

export type Statement = { readonly sql: string; readonly values: readonly unknown[] };

type Query = (this: unknown, ...args: unknown[]) => unknown;

function statementOf([first, second]: readonly unknown[]): Statement | null {
  if (typeof first === "string") return { sql: first, values: Array.isArray(second) ? second : [] };
  if (typeof first !== "object" || first === null || !("text" in first)) return null;
  const { text, values } = first as { readonly text: unknown; readonly values?: unknown };
  return { sql: String(text), values: Array.isArray(values) ? values : [] };
}

/** Hears every statement that this process sends to PostgreSQL, by whatever library, until it is told to stop. */
export function recordStatements(): { readonly heard: Statement[]; readonly stop: () => void } {
  const heard: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (...args) {
    const statement = statementOf(args);
    if (statement) heard.push(statement);
    return query.apply(this, args);
  };
  return {
    heard,
    stop: () => {
      prototype.query = query;
    },
  };
}
