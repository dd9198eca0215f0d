import { findOption } from "../verdicts/scale";
import { codePointCounter, codePoints } from "./code-points";
import type { ReportFormat } from "./format";
import { scriptSafeJson } from "./json-pieces";

/** The article as one document of doccano's sequence labelling, a span for each ruled claim. Positions are code points. */
export const doccanoFormat: ReportFormat = {
  key: "doccano",
  label: "doccano",
  mediaType: "application/x-ndjson",
  extension: "doccano.jsonl",
  readsText: true,
  async *write({ article, claims, scale }) {
    yield `{"text":${scriptSafeJson(article.text)},"title":${scriptSafeJson(article.title)},"label":[`;
    const points = codePointCounter(article.text);
    let isFirst = true;
    for await (const { start, end, ruling } of claims) {
      const option = findOption(scale, ruling?.verdict ?? null);
      if (!option) continue;
      const from = points(start);
      const to = from + codePoints(article.text.slice(start, end)).length;
      yield `${isFirst ? "" : ","}${scriptSafeJson([from, to, option.label])}`;
      isFirst = false;
    }
    yield "]}\n";
  },
};
