import "server-only";
import { jobPayloads, type JobName, type JobPayload } from "@/lib/core/jobs/job";
import type { Tx } from "../db/client";

export type JobOptions = {
  /** Not before this time; at once when left out. */
  readonly runAt?: Date;
  /** Of jobs with one key only the newest waits; a running one is not stopped. */
  readonly key?: string;
  /** Jobs of one line run one after the other, in the order of their arrival. */
  readonly line?: string;
  /** How often a job that throws is tried, with growing pauses. */
  readonly attempts?: number;
};

/**
 * Asks for work in the transaction of the change that needs it: a change that is rolled back leaves no job, and one that
 * is acknowledged has its job, whatever happens to this process. A job may run more than once; tasks are written for that.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  options: JobOptions = {},
): Promise<void> {
  const told = JSON.stringify(jobPayloads[name].parse(payload));
  const { runAt = null, key = null, line = null, attempts = 10 } = options;
  await tx.$executeRaw`
    select 1 from graphile_worker.add_job(
      identifier => ${name}, payload => ${told}::json, queue_name => ${line}, run_at => ${runAt}::timestamptz,
      max_attempts => ${attempts}::int, job_key => ${key})`;
}
