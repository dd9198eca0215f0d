import "server-only";

/** The database turned one of two colliding transactions back; the same work can be tried again as it is. */
export function isSerializationFailure(error: unknown): boolean {
  return hasCode(error, ["P2034", "40001", "40P01"]) || messageOf(error).includes("TransactionWriteConflict");
}

/** The database could not be reached or went away; whether the last write happened is not known. */
export function isUnreachable(error: unknown): boolean {
  return (
    hasCode(error, [
      "P1001",
      "P1002",
      "P1008",
      "P1017",
      "P2024",
      "P2028",
      "P2037",
      "53100",
      "53300",
      "57P01",
      "57P02",
      "57014",
      "57P03",
      "ECONNREFUSED",
      "ECONNRESET",
      "EPIPE",
      "ETIMEDOUT",
      "ConnectionClosed",
      "SocketTimeout",
      "DatabaseNotReachable",
    ]) ||
    /statement timeout|Connection terminated|timeout exceeded when trying to connect|Can't reach database|the database system is|not queryable|No space left on device|too many clients already/.test(
      messageOf(error),
    )
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return codesOf(error).some((code) => codes.includes(code));
}

/**
 * Every code of an error, the outermost first: one may stand on the error, or on what it came from. Of a statement of our
 * own Prisma keeps the database's, or its own name for what became of the connection, in `meta`.
 */
export function codesOf(error: unknown): readonly string[] {
  if (typeof error !== "object" || error === null) return [];
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Readonly<
    Record<string, unknown>
  >;
  const own = [code, originalCode, kind].filter((name) => typeof name === "string");
  return [...new Set([...own, ...[cause, meta, driverAdapterError].flatMap(codesOf)])];
}
