import "server-only";
import { Readable } from "node:stream";
import type { FileKind } from "@/lib/core/formats/file-kind";
import { fileKindOf, isUtf16 } from "@/lib/core/formats/file-kind";
import type { ReadingDesk } from "@/lib/core/formats/reading";
import type { ImportJobInput } from "@/lib/core/jobs/import-job";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Operation, WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import { newId } from "../db/new-id";
import { transact } from "../db/transaction";
import { tooLarge, type IncomingFile } from "../http/multipart";
import { enqueue } from "../jobs/enqueue";
import { readFile } from "../reading/read-file";
import { joinClaimLines, joinClaimRows, readCheckedJson, type TakenRecord } from "./checked-records";
import { jsonRecords, parseJsonFile, readCsv, readJsonLines, readTable } from "./records";
import { readingRefusal, unreadable } from "./source";
import { newestScale } from "../workspaces/settings";
import { toScale } from "../workspaces/rows";
import { storeParts, type Stored } from "./store-parts";

export const maxTableBytes = 256_000_000;
/** Of those that are read in one piece. */
const maxWholeBytes = 20_000_000;
const mostAtOnce = 3;

/** A file that has come in and waits for its job. */
export type ReceivedTable = { readonly jobId: string; readonly fileName: string; readonly stored: Stored };

/** What is wished for; what is not said is done as most want it. */
export type ImportWishes = { readonly [W in "policy" | "duplicates"]?: ImportJobInput[W] | undefined };

/**
 * Takes a file of many articles in: its records are kept with a job that does not run yet.
 * @throws Refusal bad_input for what is no such file or holds no article, too_large, too_many
 */
export async function receiveTable(scope: WorkspaceScope, file: IncomingFile): Promise<ReceivedTable> {
  const { workspaceId, memberId } = scope;
  await refuseTooMany(workspaceId);
  const jobId = newId();
  await db().job.create({
    data: { workspaceId, id: jobId, kind: "articles.import", input: {}, createdById: memberId },
  });
  try {
    const desk = await readingDesk(scope);
    const stored = await storeParts(scope, jobId, await openRecords(file, desk), desk);
    if (stored.records === 0) throw nothingIn(stored, await firstProblem(scope, jobId));
    return { jobId, fileName: file.name, stored };
  } catch (error) {
    await forgetTable(scope, jobId);
    throw error;
  }
}

/** Takes back what was received: a file that broke off, or one that its sender had sent before. */
export async function forgetTable({ workspaceId }: WorkspaceScope, jobId: string): Promise<void> {
  await db().job.deleteMany({ where: { workspaceId, id: jobId } });
}

/** Lets the job run. Under a key that was used before, the first file's job is the answer, and this file is forgotten. */
export async function startImport(
  scope: WorkspaceScope,
  { jobId, fileName, stored }: ReceivedTable,
  { policy = "single", duplicates = "leave_out" }: ImportWishes,
  operation: Operation | null,
): Promise<{ readonly jobId: string }> {
  const { workspaceId } = scope;
  const input: ImportJobInput = { fileName, policy, duplicates };
  const answer = await transact({ ...scope, actor: { ...scope.actor, operation } }, async (tx) => {
    await tx.job.update({
      where: { workspaceId_id: { workspaceId, id: jobId } },
      data: { input, total: stored.records + stored.problems, done: stored.problems },
    });
    await enqueue(tx, "articles.import", { workspaceId, jobId }, { line: `import ${workspaceId}` });
    return { jobId };
  }).catch(async (error: unknown) => {
    await forgetTable(scope, jobId);
    throw error;
  });
  if (answer.jobId !== jobId) await forgetTable(scope, jobId);
  return answer;
}

/** Files that broke off while they came in leave nothing behind for longer than a day. */
async function refuseTooMany(workspaceId: string): Promise<void> {
  const kind = "articles.import";
  const yesterday = new Date(Date.now() - 86_400_000);
  await db().job.deleteMany({ where: { workspaceId, kind, total: null, createdAt: { lt: yesterday } } });
  const open = await db().job.count({ where: { workspaceId, kind, state: { in: ["waiting", "running"] } } });
  if (open < mostAtOnce) return;
  throw new Refusal("too_many", `${open} files are being brought in for this desk. Wait until one is done.`);
}

async function firstProblem({ workspaceId }: WorkspaceScope, jobId: string) {
  return db().jobProblem.findFirst({ where: { workspaceId, jobId }, orderBy: { line: "asc" } });
}

function nothingIn(
  stored: Stored,
  first: { readonly line: number; readonly message: string } | null,
): Refusal {
  if (!first) return unreadable("There is no article in this file.");
  const count = stored.problems === 1 ? "One line was" : `${stored.problems.toLocaleString("en")} lines were`;
  return unreadable(
    `There is no article in this file. ${count} looked at. Line ${first.line}: ${first.message}`,
  );
}

type TakenRecords = AsyncIterable<TakenRecord> | Iterable<TakenRecord>;

/** What a file is read for: the verdicts that its marks have to be. */
async function readingDesk(scope: WorkspaceScope): Promise<ReadingDesk> {
  const { key, version, name, options } = toScale(await newestScale(db(), scope));
  return { desk: "", policy: "single", scale: { key, version, name, options: [...options] } };
}

async function openRecords(file: IncomingFile, desk: ReadingDesk): Promise<TakenRecords> {
  const chunks = file.content[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const verdict = fileKindOf(file.name, null, head.subarray(0, 4_096));
  if (!verdict.ok) throw unreadable(`This file ${verdict.why}.`);
  if (verdict.kind === "jsonl" && isUtf16(head))
    throw unreadable("JSON Lines are UTF-8; this file is UTF-16.");
  return recordsOf(verdict.kind, withFirst(head, chunks), desk);
}

async function* withFirst(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for (let chunk: IteratorResult<Buffer> = { value: head }; !chunk.done; chunk = await chunks.next()) {
    size += chunk.value.length;
    if (size > maxTableBytes) throw tooLarge(maxTableBytes);
    yield chunk.value;
  }
}

async function recordsOf(
  kind: FileKind,
  content: AsyncIterable<Buffer>,
  desk: ReadingDesk,
): Promise<TakenRecords> {
  if (kind === "jsonl") return joinClaimLines(readJsonLines(content), desk);
  if (kind === "csv") return joinClaimRows(readCsv(content), desk);
  if (kind === "json") {
    const { text, value } = parseJsonFile(await whole(content));
    return readCheckedJson(text, value, desk) ?? jsonRecords(value);
  }
  if (kind !== "xlsx") throw unreadable("This file holds one article, not many.");
  const task = { kind, bytes: await whole(content), address: null, charset: null, encoding: null } as const;
  const answer = await readFile(task);
  if (answer.outcome === "table") return joinClaimRows(readTable(answer.table), desk);
  throw readingRefusal(answer.outcome === "failed" ? answer.reason : "damaged");
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of Readable.from(content)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxWholeBytes) throw tooLarge(maxWholeBytes);
  }
  return Buffer.concat(chunks);
}
