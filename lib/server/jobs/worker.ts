import "server-only";
import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, runOnce, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { jobPayloads, type JobName } from "@/lib/core/jobs/job";
import { env } from "../env";
import { freeOrphans, openLiveness } from "./liveness";
import { schedule, tasks } from "./tasks";

const concurrency = 2;
const sweepMs = 15_000;

const worthTelling: ReadonlySet<string> = new Set(["error", "warning"]);

// A failed task is told by name and number: what its error says may quote the words of an article.
const logger = new Logger(() => (level, message) => {
  if (worthTelling.has(level)) {
    process.stderr.write(
      `${JSON.stringify({ level, from: "jobs", message: message.split(" with error")[0] })}\n`,
    );
  }
});

const taskList: TaskList = Object.fromEntries(
  (Object.keys(tasks) as JobName[]).map((name) => [
    name,
    async (payload, helpers) => {
      const told = jobPayloads[name].parse(withoutCronMark(payload)) as never;
      await tasks[name](told, { signal: helpers.abortSignal ?? new AbortController().signal });
    },
  ]),
);

/** A job that the clock made carries a mark of which tick it is for. */
function withoutCronMark(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([key]) => key !== "_cron"));
}

export type Worker = { readonly stop: () => Promise<void> };

/** Starts to do jobs in this process: a few at a time, those of dead processes too. */
export async function startWorker(): Promise<Worker> {
  const { DATABASE_URL: connectionString } = env();
  const pool = new Pool({ connectionString, max: concurrency + 2, application_name: "assay jobs" });
  pool.on("error", () => undefined);
  const liveness = openLiveness(connectionString);
  const events = new EventEmitter();
  events.on("worker:create", ({ worker }: { worker: { workerId: string } }) => {
    liveness.vouchFor(worker.workerId);
  });
  const parsedCronItems = parseCronItems([...schedule]);
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems,
    concurrency,
    events,
    logger,
    noHandleSignals: true,
  });
  const sweep = () => void freeOrphans(pool).catch(() => undefined);
  sweep();
  const timer = setInterval(sweep, sweepMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
      await liveness.end();
      await pool.end();
    },
  };
}

/** Does all jobs that wait now, then returns: for tests, and for commands that end. */
export async function workOff(): Promise<void> {
  await runOnce({ connectionString: env().DATABASE_URL, taskList, logger, noHandleSignals: true });
}
