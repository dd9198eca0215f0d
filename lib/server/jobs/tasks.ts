import "server-only";
import type { CronItem } from "graphile-worker";
import type { JobName, JobPayload } from "@/lib/core/jobs/job";
import { returnAbandonedWork } from "../assignments/return-work";
import { sealHistory } from "../events/sealing";
import { sendMail, writeDigests } from "../notifications/mail";
import { runExport } from "../exports/run-export";
import { runImport } from "../imports/run-import";
import { keepEvidence } from "../sources/keep-evidence";
import { keepSource } from "../sources/keep-source";
import { lookUpSource } from "../sources/look-up";
import { deliverWebhook } from "../webhooks/deliver";
import { forgetOperations } from "./forget-operations";

export type TaskContext = {
  /** Aborted when the program is stopping: leave off at the next checkpoint; the job is taken up again. */
  readonly signal: AbortSignal;
};

type Tasks = { readonly [N in JobName]: (payload: JobPayload<N>, context: TaskContext) => Promise<void> };

/** Who does which job. */
export const tasks: Tasks = {
  "articles.import": (payload, { signal }) => runImport(payload, signal),
  "report.export": (payload, { signal }) => runExport(payload, signal),
  "assignments.return": async () => {
    await returnAbandonedWork(new Date());
  },
  "mail.send": sendMail,
  "mail.digest": writeDigests,
  "evidence.keep": (payload) => keepEvidence(payload),
  "source.keep": (payload) => keepSource(payload),
  "source.look_up": (payload) => lookUpSource(payload),
  "webhook.deliver": (payload) => deliverWebhook(payload),
  "operations.forget": forgetOperations,
  "history.seal": sealHistory,
};

type Tick = CronItem & { readonly task: JobName };

/** What is done by the clock (UTC), in the notation of crontab. A tick that nobody was awake for is made up for. */
export const schedule: readonly Tick[] = [
  { task: "assignments.return", match: "*/5 * * * *", options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: "mail.digest", match: "0 6 * * *", options: { backfillPeriod: 43_200_000, maxAttempts: 3 } },
  { task: "operations.forget", match: "17 3 * * *", options: { backfillPeriod: 86_400_000, maxAttempts: 3 } },
  { task: "history.seal", match: "* * * * *", options: { backfillPeriod: 0, maxAttempts: 1 } },
];
