import "server-only";
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sameAddresses } from "@/lib/core/articles/address";
import type { ImportedAnnotation } from "@/lib/core/formats/checked-article";
import { importJobInput, importJobResult, isOver } from "@/lib/core/jobs/import-job";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import { insertArticles, type Imported } from "../articles/insert";
import { prepareArticle, type PreparedArticle } from "../articles/prepare";
import type { WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db, type Tx } from "../db/client";
import { transact } from "../db/transaction";
import { keepAnnotations } from "./keep-annotations";
import { stepAside } from "./step-aside";
import type { StoredRecord } from "./store-parts";

/** Sentences that are written at once: what a save waits for, at most, in the database. */
const fewSentences = 500;

type ImportTarget = { readonly workspaceId: string; readonly jobId: string };
type Problem = { readonly line: number; readonly message: string };
type Ready = {
  readonly line: number;
  readonly article: PreparedArticle;
  readonly annotations: readonly ImportedAnnotation[];
};

/**
 * Brings in the articles of a file, part by part. Each part is written, counted and taken off the list in one
 * transaction: a process that dies between two of them, or inside of one, has done exactly the parts that are gone.
 * @throws Error when `signal` is aborted, so that the queue gives the job to somebody else
 */
export async function runImport(target: ImportTarget, signal: AbortSignal): Promise<void> {
  const scope = await importerOf(target);
  if (!scope) return;
  await db().job.updateMany({ where: { ...at(target), state: "waiting" }, data: { state: "running" } });
  for (let part = 1; await runPart(scope, target); part += 1) {
    signal.throwIfAborted();
    if (isPowerOfTwo(part)) await db().$executeRaw`select renew_statistics()`;
    await nextTurn();
  }
}

/** Each time there is twice as much as at the last counting. */
function isPowerOfTwo(part: number): boolean {
  return Number.isInteger(Math.log2(part));
}

function at({ workspaceId, jobId }: ImportTarget) {
  return { workspaceId, id: jobId };
}

/** The member who sent the file, if they may still bring in articles; otherwise the job has failed. */
async function importerOf(target: ImportTarget): Promise<WorkspaceScope | null> {
  const job = await db().job.findUnique({
    where: { workspaceId_id: at(target) },
    select: {
      state: true,
      workspace: { select: { slug: true } },
      createdBy: { select: { user: { select: { id: true, name: true, email: true } } } },
    },
  });
  if (!job || isOver(job.state)) return null;
  const { id: userId, name, email } = job.createdBy.user;
  const actor = {
    userId,
    name,
    email,
    expectedMemberId: null,
    requestId: null,
    operation: null,
    signedInAt: null,
    sessionId: null,
    token: null,
  };
  try {
    return await authorize(actor, job.workspace.slug, "article.import");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message =
      "Whoever sent this file may not bring in articles any more. The rest of it was not brought in.";
    await db().jobProblem.createMany({
      data: { workspaceId: target.workspaceId, jobId: target.jobId, line: 0, message },
      skipDuplicates: true,
    });
    await db().job.updateMany({ where: at(target), data: { state: "failed", finishedAt: new Date() } });
    return null;
  }
}

/** One part; false when there is none left, or the job was cancelled. */
async function runPart(scope: WorkspaceScope, target: ImportTarget): Promise<boolean> {
  const { workspaceId, jobId } = target;
  const part = await db().importPart.findFirst({
    where: { workspaceId, jobId },
    orderBy: { number: "asc" },
    include: { job: { select: { input: true } } },
  });
  // Cutting sentences takes most of the time, and no lock is held for it.
  const prepared = part
    ? await prepare(part.records as unknown as readonly StoredRecord[], part.job.input)
    : null;
  return transact(scope, async (tx) => {
    const [job] = await tx.$queryRaw<{ state: string }[]>`
      select state::text from job where workspace_id = ${workspaceId}::uuid and id = ${jobId}::uuid for update`;
    if (job?.state !== "running") return false;
    if (!part || !prepared) {
      await tx.job.updateMany({ where: at(target), data: { state: "done", finishedAt: new Date() } });
      return false;
    }
    const taken = await tx.importPart.deleteMany({ where: { workspaceId, jobId, number: part.number } });
    // Somebody else has done this part meanwhile.
    if (taken.count > 0) await keep(tx, scope, target, prepared);
    return true;
  });
}

async function prepare(records: readonly StoredRecord[], input: unknown) {
  const { policy, duplicates } = importJobInput.parse(input);
  const ready: Ready[] = [];
  const problems: Problem[] = [];
  for (const { line, article, annotations = [] } of records) {
    const began = performance.now();
    try {
      ready.push({ line, article: prepareArticle({ ...article, policy }), annotations });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({ line, message: error.message });
    }
    await stepAside(began);
  }
  return { ready, problems, duplicates, count: records.length };
}

async function keep(
  tx: Tx,
  scope: WorkspaceScope,
  target: ImportTarget,
  { ready, problems, duplicates, count }: Awaited<ReturnType<typeof prepare>>,
): Promise<void> {
  const { workspaceId, jobId } = target;
  const row = await tx.job.findUniqueOrThrow({ where: { workspaceId_id: at(target) } });
  const known = duplicates === "leave_out" ? await findKnown(tx, scope, ready) : new Map<number, string>();
  const fresh = ready.filter(({ line }) => !known.has(line));
  const imported: Imported[] = [];
  for (const few of inFew(fresh)) {
    const began = performance.now();
    imported.push(...(await insert(tx, scope, few)));
    await stepAside(began);
  }
  const failed = [...problems, ...[...known].map(([line, message]) => ({ line, message }))];
  await tx.jobProblem.createMany({
    data: failed.map((problem) => ({ workspaceId, jobId, ...problem })),
    skipDuplicates: true,
  });
  const { articles, claims, annotations } = importJobResult.parse(row.result);
  const result = {
    articles: articles + imported.length,
    claims: claims + imported.reduce((sum, one) => sum + one.claims, 0),
    annotations: annotations + fresh.reduce((sum, one) => sum + one.annotations.length, 0),
  };
  await tx.job.update({
    where: { workspaceId_id: at(target) },
    data: { done: { increment: count }, result },
  });
}

function inFew(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  const groups: Ready[][] = [];
  let sentences = Infinity;
  for (const one of ready) {
    if (sentences >= fewSentences) {
      groups.push([]);
      sentences = 0;
    }
    groups.at(-1)?.push(one);
    sentences += one.article.cuts.length;
  }
  return groups;
}

async function insert(tx: Tx, scope: WorkspaceScope, ready: readonly Ready[]): Promise<readonly Imported[]> {
  const imported = await insertArticles(
    tx,
    scope,
    ready.map(({ article }) => article),
  );
  for (const [at, { annotations }] of ready.entries()) {
    await keepAnnotations(tx, scope, present(imported[at], "one article in, one out").id, annotations);
  }
  return imported;
}

/** By line: why an article is not brought in once more. Looks at the desk, and at the lines in front of it. */
async function findKnown(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  ready: readonly Ready[],
): Promise<ReadonlyMap<number, string>> {
  const of = ready.map(({ line, article: { input } }) => ({
    line,
    hash: createHash("sha256").update(input.text, "utf8").digest("hex"),
    addresses: input.url ? sameAddresses(input.url) : [],
  }));
  const hashes = of.map(({ hash }) => hash);
  const addresses = of.flatMap((one) => one.addresses);
  const rows = await tx.$queryRaw<{ mark: string; title: string }[]>`
    select r.sha256 as mark, a.title from revision r
    join article a on a.workspace_id = r.workspace_id and a.id = r.article_id and a.deleted_at is null
    where r.workspace_id = ${workspaceId}::uuid and r.sha256 = any(${hashes}::text[])
    union all
    select url, title from article
    where workspace_id = ${workspaceId}::uuid and url = any(${addresses}::text[]) and deleted_at is null`;
  const titles = new Map(rows.map(({ mark, title }) => [mark, `“${title}”, which is here already`]));
  const known = new Map<number, string>();
  for (const { line, hash, addresses: own } of of) {
    const text = titles.get(hash);
    const place = own.map((address) => titles.get(address)).find((title) => title !== undefined);
    if (text) known.set(line, `Left out: it has exactly the text of ${text}.`);
    else if (place)
      known.set(line, `Left out: it has the address of ${place}. Bring it in as a new version of that one.`);
    else for (const mark of [hash, ...own]) titles.set(mark, `the article on line ${line}`);
  }
  return known;
}
