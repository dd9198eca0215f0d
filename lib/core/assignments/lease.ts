const hourMs = 3_600_000;

/** What somebody has begun without being asked is kept for two hours after the last sign of it. */
const takenMs = 2 * hourMs;
/** What an editor has given is kept for a day after the last sign of it, and never for less than until it is due. */
const givenMs = 24 * hourMs;

/** Until when work is kept for its member who has just shown a sign of it at `now`. Times are milliseconds since 1970. */
export function leaseEnd(
  work: { readonly memberId: string; readonly assignedById: string; readonly dueAt: Date | null },
  now: Date,
): Date {
  const isTaken = work.assignedById === work.memberId;
  const end = now.getTime() + (isTaken ? takenMs : givenMs);
  return new Date(Math.max(end, work.dueAt?.getTime() ?? 0));
}
