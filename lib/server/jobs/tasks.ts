import "server-only";
import type { CronItem } from "graphile-worker";
import type { JobName, JobPayload } from "@/lib/core/jobs/job";
import { forgetOperations } from "./forget-operations";

export type TaskContext = {
  /** Aborted when the program is stopping: leave off at the next checkpoint; the job is taken up again. */
  readonly signal: AbortSignal;
};

type Tasks = { readonly [N in JobName]: (payload: JobPayload<N>, context: TaskContext) => Promise<void> };

/** Who does which job. */
export const tasks: Tasks = {
  "operations.forget": forgetOperations,
};

type Tick = CronItem & { readonly task: JobName };

/** What is done by the clock (UTC), in the notation of crontab. A tick that nobody was awake for is made up for. */
export const schedule: readonly Tick[] = [
  { task: "operations.forget", match: "17 3 * * *", options: { backfillPeriod: 86_400_000, maxAttempts: 3 } },
];
