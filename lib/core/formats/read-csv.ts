import { z } from "zod";
import { dispositions } from "../claims/claim";
import type { ReportCitation, ReportClaim, ReportContent, ReportSearch } from "../report/content";
import { rulingMethods } from "../review/facts";
import { findOption } from "../verdicts/scale";
import { media, stances } from "../sources/source";
import { citationColumns, claimColumns, searchColumns } from "./csv";
import { readCsvRows, restoreCell } from "./csv-cells";
import { articleOf, ReadFailure, readWhole, type ReadingDesk, type ReadOutcome } from "./reading";
import { firstIssue } from "./read-json";

/** The three tables of a report; of what a table that is not there would hold, nothing is known. */
export type CsvTables = {
  readonly claims: string;
  readonly citations?: string;
  readonly searches?: string;
};

/** Reads the tables that the CSV formats wrote. Problems name the line of the table that they stand in. */
export function readCsvReport(tables: CsvTables, desk: ReadingDesk): ReadOutcome {
  return readWhole(() => [readTables(tables, desk)]);
}

/** Reads the rows of the claims' table alone, each under the names of its columns; what they cite stands elsewhere. */
export function readClaimRows(
  rows: readonly { readonly line: number; readonly value: unknown }[],
  desk: ReadingDesk,
): ReadOutcome {
  return readWhole(() => {
    const claims = rows.map(({ line, value }) =>
      toClaim(line, parseRow(claimRow, value, line), { citations: [], searches: [] }, desk),
    );
    return [{ format: "assay-report/1", ...desk, article: articleOf({}, claims), claims }];
  });
}

function parseRow<T>(schema: z.ZodType<T>, named: unknown, line: number): T {
  const parsed = schema.safeParse(named);
  if (!parsed.success) throw new ReadFailure(line, `cannot be read: ${firstIssue(parsed.error)}`);
  return parsed.data;
}

function readTables(tables: CsvTables, desk: ReadingDesk): ReportContent {
  const citations = byClaim(rowsOf(tables.citations ?? "", citationColumns, citationRow));
  const searches = byClaim(rowsOf(tables.searches ?? "", searchColumns, searchRow));
  const claims = [...rowsOf(tables.claims, claimColumns, claimRow)].map(({ line, row }) => {
    const evidence = {
      citations: (citations.get(row.claim_id) ?? []).map(toCitation),
      searches: (searches.get(row.claim_id) ?? []).map(toSearch),
    };
    return toClaim(line, row, evidence, desk);
  });
  return { format: "assay-report/1", ...desk, article: articleOf({}, claims), claims };
}

const count = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number);
const orNull = z.string().transform((cell) => (cell === "" ? null : cell));

const claimRow = z.object({
  ordinal: count,
  kind: z.enum(["sentence", "part"]),
  start: count,
  end: count,
  text: z.string(),
  wording: orNull,
  disposition: z.enum(dispositions),
  verdict: orNull,
  method: z.enum(rulingMethods).or(z.literal("")),
  rationale: z.string(),
  decided_at: z.string(),
  checkers: count.or(z.literal("")),
  checked_by: z.string(),
  dissent: z.string(),
  claim_id: z.string(),
});

const citationRow = z.object({
  claim_id: z.string(),
  stance: z.enum(stances),
  title: z.string(),
  publisher: orNull,
  author: orNull,
  published_on: orNull,
  url: orNull,
  medium: z.enum(media),
  quote: z.string(),
  locator: orNull,
  accessed_on: orNull,
  archived_url: orNull,
});

const searchRow = z.object({
  claim_id: z.string(),
  query: z.string(),
  place: z.string(),
  searched_on: orNull,
  outcome: z.string(),
});

type Row<T> = { readonly line: number; readonly row: T };

/** Rows under the names of the first line, which has to have all the columns. */
function* rowsOf<T>(table: string, columns: readonly string[], schema: z.ZodType<T>): Generator<Row<T>> {
  if (table === "") return;
  let line = 1;
  let head: readonly string[] | null = null;
  for (const cells of readCsvRows(table.replace(/^\uFEFF/, ""))) {
    if (head === null) {
      const missing = columns.filter((name) => !cells.includes(name));
      if (missing.length > 0) throw new ReadFailure(1, `has no column ${missing.join(", ")}`);
      head = cells;
    } else {
      const named = Object.fromEntries(head.map((name, at) => [name, restoreCell(cells[at] ?? "")]));
      yield { line, row: parseRow(schema, named, line) };
    }
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
  }
}

function byClaim<T extends { readonly claim_id: string }>(rows: Iterable<Row<T>>): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const { row } of rows) {
    const of = found.get(row.claim_id);
    if (of) of.push(row);
    else found.set(row.claim_id, [row]);
  }
  return found;
}

type Evidence = { readonly citations: ReportCitation[]; readonly searches: ReportSearch[] };

function toClaim(
  line: number,
  row: z.infer<typeof claimRow>,
  evidence: Evidence,
  desk: ReadingDesk,
): ReportClaim {
  const { ordinal, kind, start, end, text, wording, disposition, verdict } = row;
  if (verdict !== null && !findOption(desk.scale, verdict)) {
    throw new ReadFailure(line, `has a verdict that the scale does not know: ${verdict}`);
  }
  const ruling = verdict === null ? null : toRuling(verdict, row, evidence);
  return { id: row.claim_id, ordinal, kind, start, end, text, wording, disposition, ruling };
}

function toRuling(verdict: string, row: z.infer<typeof claimRow>, evidence: Evidence): ReportClaim["ruling"] {
  return {
    verdict,
    method: row.method === "" ? "agreement" : row.method,
    rationale: row.rationale,
    decidedAt: row.decided_at,
    checkers: row.checkers === "" ? 0 : row.checkers,
    ...(row.checked_by === "" ? {} : { checkedBy: row.checked_by.split("; ") }),
    dissent: row.dissent === "" ? [] : row.dissent.split(" "),
    ...evidence,
  };
}

function toCitation(row: z.infer<typeof citationRow>): ReportCitation {
  const { title, url, publisher, author, medium, stance, quote, locator } = row;
  return {
    title,
    url,
    publisher,
    author,
    publishedOn: row.published_on,
    medium,
    stance,
    quote,
    locator,
    accessedOn: row.accessed_on,
    archivedUrl: row.archived_url,
  };
}

function toSearch({ query, place, searched_on, outcome }: z.infer<typeof searchRow>): ReportSearch {
  return { query, place, searchedOn: searched_on, outcome };
}
