import type { ExportProgress } from "@/lib/core/jobs/export-job";
import type { DeskApi } from "./api";

/** Asks for an export that is written while one does something else. */
export function startExport(api: DeskApi, articleId: string, format: string, key: string) {
  const path = `/articles/${articleId}/exports`;
  return api.write<{ readonly id: string }>(path, { method: "POST", body: { format }, key });
}

/** One's own exports of the article, the newest first. */
export function listExports(api: DeskApi, articleId: string) {
  return api.read<{ readonly items: readonly ExportProgress[] }>(`/articles/${articleId}/exports`);
}
