import { reportContentSchema, type ReportContent } from "../report/content";
import type { ReportFormat } from "./format";

/** The whole report, indented; claims are written one by one. */
export const jsonFormat: ReportFormat = {
  key: "json",
  label: "JSON",
  mediaType: "application/json",
  extension: "json",
  *write(content) {
    // Keys in the order of the schema, wherever the content comes from (the database keeps objects in an order of its
    // own): the same report always has the same bytes, and so the same hash.
    const { claims, ...head } = reportContentSchema.parse(content);
    yield JSON.stringify(head, null, 2).slice(0, -2);
    yield ',\n  "claims": [';
    for (const [index, claim] of claims.entries()) {
      yield `${index === 0 ? "" : ","}\n${indent(JSON.stringify(claim, null, 2))}`;
    }
    yield claims.length === 0 ? "]\n}\n" : "\n  ]\n}\n";
  },
};

/** Reads back what `jsonFormat` wrote. @throws ZodError, SyntaxError */
export function readJsonReport(text: string): ReportContent {
  return reportContentSchema.parse(JSON.parse(text));
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}
