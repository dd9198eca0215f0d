import "server-only";
import { z } from "zod";
import { importJobResult, type JobProblem, type JobProgress } from "@/lib/core/jobs/import-job";
import { policyKinds } from "@/lib/core/review/policy";
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
  return present(scope, await findJob(scope, target.jobId));
}

async function findJob({ workspaceId }: WorkspaceScope, id: string): Promise<Job> {
  const where = { workspaceId_id: { workspaceId, id }, kind: "articles.import" };
  const row = await db().job.findUnique({ where });
  if (!row) throw new Refusal("not_found", "There is no such job here.");
  return row;
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
  const scope = await authorize(actor, target.workspace, "article.import");
  const row = await findJob(scope, target.jobId);
  if (hidesFindings(scope, row)) return { items: [], nextCursor: null };
  const items = await problemsOf(scope, row.id, page.limit + 1, page.after);
  const shown = items.slice(0, page.limit);
  return { items: shown, nextCursor: items.length > page.limit ? String(shown.at(-1)?.line ?? 0) : null };
}

const told = z.object({ fileName: z.string().default(""), policy: z.enum(policyKinds).default("single") });

/**
 * What a file says of claims becomes its sender's annotations. Where these are blind, nobody else may learn that there
 * are any, or why one was left out.
 */
function hidesFindings({ memberId }: WorkspaceScope, row: Job): boolean {
  const { policy } = told.parse(row.input);
  return row.createdById !== memberId && (policy === "blind_check" || policy === "double_blind");
}

async function present(scope: WorkspaceScope, row: Job, shown = errorsShown): Promise<JobProgress> {
  const { workspaceId } = scope;
  const { annotations, ...result } = importJobResult.parse(row.result);
  const isHidden = hidesFindings(scope, row);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: told.parse(row.input).fileName,
    done: row.done,
    total: row.total,
    ...result,
    annotations: isHidden ? 0 : annotations,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    errors: shown === 0 || isHidden ? [] : await problemsOf(scope, row.id, shown),
    errorCount: isHidden ? 0 : await db().jobProblem.count({ where: { workspaceId, jobId: row.id } }),
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
