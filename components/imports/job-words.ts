import type { JobProgress, JobState } from "@/lib/core/jobs/import-job";

export const stateWords: Readonly<Record<JobState, string>> = {
  waiting: "Waiting for its turn",
  running: "Being brought in",
  done: "Done",
  failed: "Stopped",
  cancelled: "Cancelled",
};

const number = (value: number) => value.toLocaleString("en");
const many = (value: number, one: string, more: string) => `${number(value)} ${value === 1 ? one : more}`;

/** "1,200 of 5,000 records; 1,180 articles with 23,400 claims and 300 annotations". */
export function progressWords({ done, total, articles, claims, annotations }: JobProgress): string {
  const records =
    total === null ? many(done, "record", "records") : `${number(done)} of ${number(total)} records`;
  const found = annotations > 0 ? ` and ${many(annotations, "annotation", "annotations")}` : "";
  return `${records}; ${many(articles, "article", "articles")} with ${many(claims, "claim", "claims")}${found}`;
}
