import "server-only";
import { exportKeptDays } from "@/lib/core/jobs/export-job";
import { db } from "../db/client";

const keptDays = 30;

/**
 * Idempotency keys are kept longer than anybody works offline; then they go, and with them the copies of old answers.
 * So do jobs that only their askers watched, the files of exports, and tries to sign in that slow nobody down any more.
 */
export async function forgetOperations(): Promise<void> {
  await db().$executeRaw`
    delete from idempotency_key where created_at < now() - make_interval(days => ${keptDays}::int)`;
  // What a look-up found stands in the library, or was not wanted.
  await db()
    .$executeRaw`delete from job where kind like 'source.%' and created_at < now() - interval '1 day'`;
  await db().$executeRaw`
    delete from job where kind = 'report.export'
      and created_at < now() - make_interval(days => ${exportKeptDays}::int)`;
  await db().$executeRaw`
    delete from webhook_delivery
    where state <> 'waiting' and created_at < now() - make_interval(days => ${keptDays}::int)`;
  await db().$executeRaw`
    delete from sign_in_throttle
    where started_at < now() - interval '1 day' and (blocked_until is null or blocked_until < now())`;
}
