/**
 * Something that the person at the terminal can put right. It is printed as it stands, without a stack trace;
 * every other error is ours and keeps its stack.
 */
export class Complaint extends Error {
  override readonly name = "Complaint";
}

export function describeFailure(error: unknown): string {
  if (error instanceof Complaint) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
