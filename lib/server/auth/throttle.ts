import "server-only";
import { db } from "../db/client";

/** What one account gets; an address, behind which a whole desk may sit, gets more. */
const freeTries = 8;
export const freeTriesOfAddress = 50;
const windowMs = 15 * 60_000;

/**
 * Takes a turn before the password is looked at: every try counts, and of a hundred at once no more than the free ones
 * are let through, because each takes the lock on the same row. From the first in 15 minutes that is not
 * free, the wait doubles.
 * @returns 0 when the try may go on, else the seconds to wait
 */
export async function takeTurn(bucket: string, now: Date, free = freeTries): Promise<number> {
  const windowStart = new Date(now.getTime() - windowMs);
  const taken = await db().$queryRaw<unknown[]>`
    insert into sign_in_throttle as t (bucket, failures, started_at) values (${bucket}, 1, ${now})
    on conflict (bucket) do update set
      failures = case when t.started_at < ${windowStart} then 1 else t.failures + 1 end,
      started_at = case when t.started_at < ${windowStart} then ${now} else t.started_at end,
      blocked_until = case when t.started_at >= ${windowStart} and t.failures >= ${free}
        then ${now}::timestamptz + least(900, power(2, least(t.failures - ${free}, 10))) * interval '1 second' end
    where t.blocked_until is null or t.blocked_until <= ${now}
    returning 1`;
  if (taken.length > 0) return 0;
  const row = await db().signInThrottle.findUnique({ where: { bucket } });
  const left = (row?.blockedUntil?.getTime() ?? 0) - now.getTime();
  return Math.max(1, Math.ceil(left / 1000));
}

export async function forgetTries(bucket: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { bucket } });
}
