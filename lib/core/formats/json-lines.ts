import { reportClaimSchema } from "../report/content";
import type { ReportFormat } from "./format";

/** One claim a line with all that was found out about it, and the article that it stands in. */
export const jsonLinesFormat: ReportFormat = {
  key: "jsonl",
  label: "JSON Lines",
  mediaType: "application/x-ndjson",
  extension: "jsonl",
  readsText: false,
  async *write({ article, claims }) {
    const { id, title, byline, publisher, url, publishedAt, language, direction, revision, sha256 } = article;
    const told = { id, title, byline, publisher, url, publishedAt, language, direction, revision, sha256 };
    const start = `{"article":${JSON.stringify(told)},`;
    for await (const claim of claims) {
      yield `${start}${JSON.stringify(reportClaimSchema.parse(claim)).slice(1)}\n`;
    }
  },
};
