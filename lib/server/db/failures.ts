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
      "57P01",
      "57014",
      "57P03",
      "ECONNREFUSED",
      "ECONNRESET",
    ]) ||
    /statement timeout|Connection terminated|timeout exceeded when trying to connect|Can't reach database|the database system is/.test(
      messageOf(error),
    )
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (typeof error !== "object" || error === null) return false;
  const own = "code" in error && typeof error.code === "string" && codes.includes(error.code);
  return own || ("cause" in error && hasCode(error.cause, codes));
}
