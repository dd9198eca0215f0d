import type { FoundArticle } from "@/lib/core/articles/found-article";
import type { JobProgress } from "@/lib/core/jobs/import-job";
import type { DeskApi } from "./api";

/** A page has to be fetched, a file to come up; then it waits for its turn and is read. */
const patienceMs = 600_000;

/** What a file holds; an encoding is given where the letters came out wrong. */
export function readFile(api: DeskApi, file: File, encoding: string | null) {
  const body = new FormData();
  if (encoding !== null) body.set("encoding", encoding);
  body.set("file", file);
  return readArticle(api, body);
}

/** What stands at an address. */
export function readAddress(api: DeskApi, url: string) {
  return readArticle(api, { url });
}

/** Reading writes nothing: each time is a time of its own. */
function readArticle(api: DeskApi, body: FormData | { readonly url: string }) {
  const key = crypto.randomUUID();
  return api.write<FoundArticle>(`/articles/read`, { method: "POST", body, key, patienceMs });
}

/** A file of many articles, for a job. */
export function importTable(api: DeskApi, file: File, wishes: Readonly<Record<string, string>>, key: string) {
  const body = new FormData();
  for (const [name, value] of Object.entries(wishes)) body.set(name, value);
  body.set("file", file);
  return api.write<{ readonly job: string }>(`/articles/import`, { method: "POST", body, key, patienceMs });
}

export function getJob(api: DeskApi, jobId: string) {
  return api.read<JobProgress>(`/jobs/${jobId}`);
}

export function cancelJob(api: DeskApi, jobId: string) {
  return api.write<unknown>(`/jobs/${jobId}/cancel`, { method: "POST", body: {} });
}
