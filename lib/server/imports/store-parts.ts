import "server-only";
import { readArticleRecord } from "@/lib/core/formats/article-record";
import type { CheckedArticle, ImportedAnnotation } from "@/lib/core/formats/checked-article";
import { readLabels } from "@/lib/core/formats/read-labels";
import type { ReadingDesk } from "@/lib/core/formats/reading";
import type { ArticleInput } from "@/lib/core/articles/article";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import type { TakenRecord } from "./checked-records";

/** One part is written in one transaction: about a second's work, whether it holds many short articles or a long one. */
const partRecords = 200;
const partUnits = 500_000;

export type StoredRecord = {
  readonly line: number;
  readonly article: ArticleInput;
  /** What the file says of the article's claims. */
  readonly annotations?: readonly ImportedAnnotation[];
};

/** What has come in of a file. Lines that hold no article are problems already. */
export type Stored = { readonly records: number; readonly problems: number; readonly lastLine: number };

/**
 * Keeps the records of a file for the job that will bring them in. Each is looked at while it comes, so that what is
 * wrong is known before anything is written.
 */
export async function storeParts(
  scope: WorkspaceScope,
  jobId: string,
  records: AsyncIterable<TakenRecord> | Iterable<TakenRecord>,
  { scale: { options } }: ReadingDesk,
): Promise<Stored> {
  const store = new PartStore(scope.workspaceId, jobId);
  for await (const record of records) {
    const { line } = record;
    const found = "value" in record ? checkRecord(record.value, options) : record;
    if ("problem" in found) {
      await store.addProblem(line, `This ${"value" in record ? "record" : "line"} ${found.problem}.`);
      continue;
    }
    const { article, annotations, remarks } = found.checked;
    await store.addRecord({ line, article, annotations });
    if (remarks.length > 0) store.addRemark(line, remarks);
  }
  await store.flush();
  return store.stored;
}

/** One article as tools write it, with the marks that they put on its words. */
function checkRecord(
  value: unknown,
  options: ReadingDesk["scale"]["options"],
): { readonly checked: CheckedArticle } | { readonly problem: string } {
  const verdict = readArticleRecord(value);
  if (!verdict.ok) return { problem: verdict.message };
  const { article } = verdict;
  return { checked: { article, ...readLabels(value, article.text, options) } };
}

const mostRemarks = 3;

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

  /** What was left out of a record that is brought in. */
  addRemark(line: number, remarks: readonly string[]): void {
    const more = remarks.length - mostRemarks;
    const message = [...remarks.slice(0, mostRemarks), ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
    this.#problems.push({ line, message: `Brought in, but not all of it. ${message}` });
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
    // Written out: the client takes a tenth of a second to look through as many words, and everybody else waits for it.
    await db().$executeRaw`
      insert into import_part (workspace_id, job_id, number, last_line, records)
      values (${home.workspaceId}::uuid, ${home.jobId}::uuid, ${this.#number}, ${last.line},
        ${JSON.stringify(this.#records)}::jsonb)`;
    this.#number += 1;
    this.#records = [];
    this.#units = 0;
  }
}
