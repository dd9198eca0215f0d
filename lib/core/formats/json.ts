import { reportClaimSchema, reportHeadSchema, type ReportStream } from "../report/content";
import type { ReportFormat } from "./format";
import { indentBy } from "./json-pieces";

/** The whole report, indented; claims are written one by one. */
export const jsonFormat: ReportFormat = {
  key: "json",
  label: "JSON",
  mediaType: "application/json",
  extension: "json",
  readsText: true,
  write: writeJson,
};

/** The form of which a published report's hash is taken. */
export async function* writeJson({ claims, tally: _, ...rest }: ReportStream): AsyncGenerator<string> {
  // Keys in the order of the schema, wherever the content comes from (the database keeps objects in an order of its
  // own): the same report always has the same bytes, and so the same hash.
  const head = reportHeadSchema.parse(rest);
  yield JSON.stringify(head, null, 2).slice(0, -2);
  yield ',\n  "claims": [';
  let isFirst = true;
  for await (const claim of claims) {
    const lines = indentBy(JSON.stringify(reportClaimSchema.parse(claim), null, 2), "    ");
    yield `${isFirst ? "" : ","}\n${lines}`;
    isFirst = false;
  }
  yield isFirst ? "]\n}\n" : "\n  ]\n}\n";
}
