import "server-only";
import { db } from "../db/client";

const freeTries = 8;
const windowMs = 15 * 60_000;

/** Seconds until this account may try again; 0 when it may now. */
export async function secondsBlocked(bucket: string, now: Date): Promise<number> {
  const row = await db().signInThrottle.findUnique({ where: { bucket } });
  const left = (row?.blockedUntil?.getTime() ?? 0) - now.getTime();
  return Math.max(0, Math.ceil(left / 1000));
}

/** Counts a failure in one statement (two at once are both counted); from the ninth in 15 minutes on, waits double. */
export async function countFailure(bucket: string, now: Date): Promise<void> {
  const windowStart = new Date(now.getTime() - windowMs);
  await db().$executeRaw`
    insert into sign_in_throttle as t (bucket, failures, started_at) values (${bucket}, 1, ${now})
    on conflict (bucket) do update set
      failures = case when t.started_at < ${windowStart} then 1 else t.failures + 1 end,
      started_at = case when t.started_at < ${windowStart} then ${now} else t.started_at end,
      blocked_until = case when t.started_at >= ${windowStart} and t.failures >= ${freeTries}
        then ${now}::timestamptz + least(900, power(2, least(t.failures - ${freeTries}, 10))) * interval '1 second' end`;
}

export async function forgetFailures(bucket: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { bucket } });
}
