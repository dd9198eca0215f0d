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
    ]) ||
    /statement timeout|Connection terminated|timeout exceeded when trying to connect|Can't reach database|the database system is|not queryable|No space left on device|too many clients already/.test(
      messageOf(error),
    )
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

/** A code may stand on the error, or on what it came from: of a statement of our own Prisma keeps the database's in `meta`. */
function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Readonly<
    Record<string, unknown>
  >;
  const isNamed = [code, originalCode, kind].some((name) => typeof name === "string" && codes.includes(name));
  return isNamed || [cause, meta, driverAdapterError].some((inner) => hasCode(inner, codes));
}
