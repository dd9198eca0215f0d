import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { fileFieldsSchema, type ImportFields } from "../../lib/core/articles/import-input";
import { isOver, type JobProgress } from "../../lib/core/jobs/import-job";
import { Refusal } from "../../lib/core/shared/refusal";
import type { Actor } from "../../lib/server/auth/actor";
import { db } from "../../lib/server/db/client";
import { importDelivery, type ImportOutcome } from "../../lib/server/imports/commands";
import type { Delivery } from "../../lib/server/imports/delivery";
import { runImport } from "../../lib/server/imports/run-import";
import { getJob } from "../../lib/server/jobs/queries";
import { Complaint } from "../process/complaint";
import { findActor } from "./find-actor";
import { progressBar } from "./progress-bar";

type ImportOptions = {
  readonly email: string;
  readonly workspace: string;
  readonly policy: string | undefined;
  readonly json: boolean;
};

const askAgainMs = 500;

/** Brings in one source after the other. @returns 0 when all of every source came in, else 1 */
export async function importAll(sources: readonly string[], options: ImportOptions): Promise<number> {
  try {
    const actor = await findActor(options.email);
    const fields = fileFieldsSchema.safeParse(options.policy === undefined ? {} : { policy: options.policy });
    if (!fields.success) throw new Complaint(`There is no policy "${options.policy ?? ""}".`);
    let isWhole = true;
    for (const source of sources) {
      isWhole = (await importOne(actor, source, fields.data, options)) && isWhole;
    }
    return isWhole ? 0 : 1;
  } finally {
    await db().$disconnect();
  }
}

async function importOne(
  actor: Actor,
  source: string,
  fields: ImportFields,
  { workspace, json }: ImportOptions,
): Promise<boolean> {
  try {
    const done = await importDelivery(actor, { workspace }, deliver(source, fields));
    return await tell(actor, source, workspace, done, json);
  } catch (error) {
    const message = reasonOf(error);
    if (message === null) throw error;
    if (json) process.stdout.write(`${JSON.stringify({ source, error: message })}\n`);
    else process.stderr.write(`${source}: ${message}\n`);
    return false;
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? "There is no such file." : null;
}

function deliver(source: string, fields: ImportFields): Delivery<ImportFields> {
  if (/^https?:\/\//i.test(source)) {
    return { from: "address", open: () => Promise.resolve({ url: source, fields, operation: null }) };
  }
  return {
    from: "file",
    receive: async (take) => {
      if (!statSync(source).isFile()) throw new Refusal("bad_input", "This is no file.");
      const content = createReadStream(source);
      return {
        taken: await take({ name: basename(source), mediaType: "", content }),
        fields,
        operation: null,
      };
    },
  };
}

async function tell(
  actor: Actor,
  source: string,
  workspace: string,
  done: ImportOutcome,
  json: boolean,
): Promise<boolean> {
  if (done.outcome === "imported") {
    const { id, claims } = done.article;
    const line = json ? JSON.stringify({ source, article: id, claims }) : `${source}: ${claims} claims`;
    process.stdout.write(`${line}\n`);
    return true;
  }
  const job = await follow(actor, workspace, done.jobId, json);
  if (json) process.stdout.write(`${JSON.stringify({ source, ...job })}\n`);
  else {
    process.stdout.write(`${source}: ${job.articles} articles with ${job.claims} claims\n`);
    for (const { line, message } of job.errors) process.stderr.write(`${source}:${line}: ${message}\n`);
    const hidden = job.errorCount - job.errors.length;
    if (hidden > 0) process.stderr.write(`${source}: and ${hidden} lines more\n`);
  }
  return job.state === "done" && job.errorCount === 0;
}

/** Works on the job beside whoever does already, and shows how far it is. */
async function follow(actor: Actor, workspace: string, jobId: string, json: boolean): Promise<JobProgress> {
  const target = { workspace, jobId };
  const { workspaceId } = await db().job.findFirstOrThrow({
    where: { id: jobId },
    select: { workspaceId: true },
  });
  const work = runImport({ workspaceId, jobId }, new AbortController().signal);
  const bar = progressBar(json);
  const timer = setInterval(() => {
    void getJob(actor, target).then(({ done, total, fileName }) => {
      bar.draw(done, total, fileName);
    });
  }, askAgainMs);
  try {
    await work;
  } finally {
    clearInterval(timer);
    bar.clear();
  }
  const job = await getJob(actor, target);
  if (!isOver(job.state)) throw new Error("The job has not ended");
  return job;
}
