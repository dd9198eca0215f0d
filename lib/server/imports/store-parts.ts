import "server-only";
import { readArticleRecord } from "@/lib/core/formats/article-record";
import type { ArticleInput } from "@/lib/core/articles/article";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import type { FileRecord } from "./records";

/** One part is written in one transaction: about a second's work, whether it holds many short articles or a long one. */
const partRecords = 200;
const partUnits = 500_000;

export type StoredRecord = { readonly line: number; readonly article: ArticleInput };

/** What has come in of a file. Lines that hold no article are problems already. */
export type Stored = { readonly records: number; readonly problems: number; readonly lastLine: number };

/**
 * Keeps the records of a file for the job that will bring them in. Each is looked at while it comes, so that what is
 * wrong is known before anything is written.
 */
export async function storeParts(
  scope: WorkspaceScope,
  jobId: string,
  records: AsyncIterable<FileRecord> | Iterable<FileRecord>,
): Promise<Stored> {
  const store = new PartStore(scope.workspaceId, jobId);
  for await (const record of records) {
    if ("problem" in record) {
      await store.addProblem(record.line, `This line ${record.problem}.`);
      continue;
    }
    const verdict = readArticleRecord(record.value);
    if (verdict.ok) await store.addRecord({ line: record.line, article: verdict.article });
    else await store.addProblem(record.line, `This record ${verdict.message}.`);
  }
  await store.flush();
  return store.stored;
}

class PartStore {
  stored: Stored = { records: 0, problems: 0, lastLine: 0 };
  readonly #workspaceId: string;
  readonly #jobId: string;
  #records: StoredRecord[] = [];
  #problems: { line: number; message: string }[] = [];
  #units = 0;
  #number = 0;

  constructor(workspaceId: string, jobId: string) {
    this.#workspaceId = workspaceId;
    this.#jobId = jobId;
  }

  async addRecord(record: StoredRecord): Promise<void> {
    this.#records.push(record);
    this.#units += record.article.text.length;
    this.stored = { ...this.stored, records: this.stored.records + 1, lastLine: record.line };
    if (this.#records.length >= partRecords || this.#units >= partUnits) await this.flush();
  }

  async addProblem(line: number, message: string): Promise<void> {
    this.#problems.push({ line, message });
    this.stored = { ...this.stored, problems: this.stored.problems + 1, lastLine: line };
    if (this.#problems.length >= partRecords) await this.flush();
  }

  async flush(): Promise<void> {
    const home = { workspaceId: this.#workspaceId, jobId: this.#jobId };
    if (this.#problems.length > 0) {
      await db().jobProblem.createMany({
        data: this.#problems.map((problem) => ({ ...home, ...problem })),
        skipDuplicates: true,
      });
      this.#problems = [];
    }
    const last = this.#records.at(-1);
    if (!last) return;
    await db().importPart.create({
      data: { ...home, number: this.#number, lastLine: last.line, records: this.#records },
    });
    this.#number += 1;
    this.#records = [];
    this.#units = 0;
  }
}
