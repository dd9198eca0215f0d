import "server-only";
import { z } from "zod";
import { importJobResult, type JobProblem, type JobProgress } from "@/lib/core/jobs/import-job";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Job } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";

const errorsShown = 500;
const jobsShown = 20;

/** @throws Refusal not_found, forbidden */
export async function getJob(
  actor: Actor,
  target: { readonly workspace: string; readonly jobId: string },
): Promise<JobProgress> {
  const scope = await authorize(actor, target.workspace, "article.import");
  const row = await db().job.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: target.jobId }, kind: "articles.import" },
  });
  if (!row) throw new Refusal("not_found", "There is no such job here.");
  return present(scope, row);
}

/** The newest jobs of the desk, without the lines that went wrong. */
export async function listJobs(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly JobProgress[]> {
  const scope = await authorize(actor, target.workspace, "article.import");
  const rows = await db().job.findMany({
    // A job without a total is a file that is still coming in.
    where: { workspaceId: scope.workspaceId, kind: "articles.import", total: { not: null } },
    orderBy: { id: "desc" },
    take: jobsShown,
  });
  return Promise.all(rows.map((row) => present(scope, row, 0)));
}

/** Every line that went wrong, in their order, a page at a time. @throws Refusal not_found, forbidden */
export async function listJobErrors(
  actor: Actor,
  target: { readonly workspace: string; readonly jobId: string },
  page: { readonly after: number; readonly limit: number },
): Promise<{ readonly items: readonly JobProblem[]; readonly nextCursor: string | null }> {
  const { id } = await getJob(actor, target);
  const scope = await authorize(actor, target.workspace, "article.import");
  const items = await problemsOf(scope, id, page.limit + 1, page.after);
  const shown = items.slice(0, page.limit);
  return { items: shown, nextCursor: items.length > page.limit ? String(shown.at(-1)?.line ?? 0) : null };
}

const told = z.object({ fileName: z.string().default("") });

async function present(scope: WorkspaceScope, row: Job, shown = errorsShown): Promise<JobProgress> {
  const { workspaceId } = scope;
  const result = importJobResult.parse(row.result);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: told.parse(row.input).fileName,
    done: row.done,
    total: row.total,
    ...result,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    errors: shown === 0 ? [] : await problemsOf(scope, row.id, shown),
    errorCount: await db().jobProblem.count({ where: { workspaceId, jobId: row.id } }),
  };
}

function problemsOf({ workspaceId }: WorkspaceScope, jobId: string, take: number, after = -1) {
  return db().jobProblem.findMany({
    where: { workspaceId, jobId, line: { gt: after } },
    orderBy: { line: "asc" },
    take,
    select: { line: true, message: true },
  });
}
