import "server-only";
import { checkedArticle, type CheckedArticle } from "@/lib/core/formats/checked-article";
import { readClaimRows } from "@/lib/core/formats/read-csv";
import { readClaimLines, type ClaimLine } from "@/lib/core/formats/read-json";
import { isMagazineHead, readMagazineTable } from "@/lib/core/formats/read-spreadsheet";
import type { ReadingDesk, ReadOutcome } from "@/lib/core/formats/reading";
import { isClaimHead, isClaimLine, readReportJson } from "@/lib/core/formats/report-file";
import type { FileRecord } from "./records";

/** A record of a file, or an article in it that somebody has checked already. */
export type TakenRecord = FileRecord | { readonly line: number; readonly checked: CheckedArticle };

type Records = AsyncIterable<FileRecord> | Iterable<FileRecord>;

/** JSON Lines in which neighbouring claims of one article become that article; every other line is what it was. */
export async function* joinClaimLines(records: Records, desk: ReadingDesk): AsyncGenerator<TakenRecord> {
  let open: ClaimLine[] = [];
  let article = "";
  for await (const record of records) {
    if (!("value" in record) || !isClaimLine(record.value)) {
      yield* claimsOf(open, desk);
      open = [];
      yield record;
      continue;
    }
    const own = JSON.stringify((record.value as { readonly article: unknown }).article);
    if (own !== article) {
      yield* claimsOf(open, desk);
      open = [];
      article = own;
    }
    open.push(record);
  }
  yield* claimsOf(open, desk);
}

function claimsOf(lines: readonly ClaimLine[], desk: ReadingDesk): readonly TakenRecord[] {
  const [first] = lines;
  return first ? taken(readClaimLines(lines, desk), desk, first.line) : [];
}

/** The rows of a table: of a report's claims, of a magazine checker's sheet, or articles as they are. */
export async function* joinClaimRows(records: Records, desk: ReadingDesk): AsyncGenerator<TakenRecord> {
  const rows: Row[] = [];
  for await (const record of records) {
    if (!isRow(record) || !isReportHead(Object.keys(record.value))) yield record;
    else rows.push(record);
  }
  const [first] = rows;
  if (first) yield* taken(readRows(rows, Object.keys(first.value), desk), desk, first.line);
}

type Row = { readonly line: number; readonly value: Readonly<Record<string, string>> };

function isRow(record: FileRecord): record is Row {
  return "value" in record && typeof record.value === "object" && record.value !== null;
}

function isReportHead(names: readonly string[]): boolean {
  return isClaimHead(names) || isMagazineHead(names);
}

function readRows(rows: readonly Row[], names: readonly string[], desk: ReadingDesk): ReadOutcome {
  if (isClaimHead(names)) return readClaimRows(rows, desk);
  return readMagazineTable([names, ...rows.map(({ value }) => names.map((name) => value[name] ?? ""))], desk);
}

/** What a JSON file holds besides articles; null for a list of those. */
export function readCheckedJson(
  text: string,
  value: unknown,
  desk: ReadingDesk,
): readonly TakenRecord[] | null {
  const outcome = readReportJson(text, value, desk);
  return outcome && taken(outcome, desk, 1);
}

function taken(outcome: ReadOutcome, desk: ReadingDesk, line: number): readonly TakenRecord[] {
  if (!outcome.ok) return outcome.problems.map(({ line: at, message }) => ({ line: at, problem: message }));
  const verdicts = new Set(desk.scale.options.map(({ key }) => key));
  return outcome.reports.map((report, at) => {
    const verdict = checkedArticle(report, verdicts);
    const place = outcome.reports.length > 1 ? at + 1 : line;
    return verdict.ok ? { line: place, checked: verdict.checked } : { line: place, problem: verdict.message };
  });
}
