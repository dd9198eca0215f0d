import { csvRow } from "../formats/csv-cells";
import type { HistoryLine } from "./event";

/** A file that history is taken away in; lines are written one by one, so that no size is too large. */
export type HistoryFile = {
  readonly mediaType: string;
  readonly head: string;
  readonly line: (line: HistoryLine) => string;
};

const columns = [
  "id",
  "at",
  "actor",
  "actor_id",
  "type",
  "article_id",
  "article",
  "claim_id",
  "claim",
  "entity_id",
  "before",
  "after",
  "payload",
] as const;

export const historyFiles = {
  csv: {
    mediaType: "text/csv",
    head: csvRow(columns),
    line: (line) => {
      const { before, after } = change(line);
      return csvRow([
        line.id,
        line.createdAt,
        line.actor?.name ?? null,
        line.actor?.memberId ?? null,
        line.type,
        line.articleId,
        line.articleTitle,
        line.claimId,
        line.claimOrdinal,
        line.entityId,
        before,
        after,
        JSON.stringify(line.payload),
      ]);
    },
  },
  jsonl: { mediaType: "application/jsonl", head: "", line: (line) => `${JSON.stringify(line)}\n` },
} as const satisfies Record<string, HistoryFile>;

export type HistoryFormat = keyof typeof historyFiles;
export const historyFormats = Object.keys(historyFiles) as [HistoryFormat, ...HistoryFormat[]];

/** What stood there before and after, as far as a line tells of both. */
function change({ payload, verdicts }: HistoryLine): { before: string | null; after: string | null } {
  if (verdicts) return verdicts;
  const told = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  return { before: told(payload["before"]), after: told(payload["after"]) };
}
