import "server-only";
import { parse } from "csv-parse";
import { restoreCell } from "@/lib/core/formats/csv-cells";
import { decodeText } from "../reading/decode";
import { Refusal } from "@/lib/core/shared/refusal";

/** One record of a file, by the line on which it begins, or why there is none. Lines count from 1. */
export type FileRecord =
  { readonly line: number; readonly value: unknown } | { readonly line: number; readonly problem: string };

/** No record is longer: an article has at most five million characters. */
const maxRecordBytes = 20_000_000;

/** The records of a JSON Lines file, one a line; empty lines are none. Memory for one line, whatever the file's size. */
export async function* readJsonLines(content: AsyncIterable<Buffer>): AsyncGenerator<FileRecord> {
  let line = 0;
  for await (const bytes of splitLines(content)) {
    line += 1;
    const record = bytes === null ? { line, problem: "is longer than 20 MB" } : parseLine(line, bytes);
    if (record) yield record;
  }
}

/** Lines without their ends; null for one that is too long, of which nothing is kept. */
async function* splitLines(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let open: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      size += end - start;
      open.push(chunk.subarray(start, end));
      yield size > maxRecordBytes ? null : Buffer.concat(open);
      open = [];
      size = 0;
      start = end + 1;
    }
    size += chunk.length - start;
    if (size <= maxRecordBytes) open.push(chunk.subarray(start));
    else open = [];
  }
  if (size > 0) yield size > maxRecordBytes ? null : Buffer.concat(open);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parseLine(line: number, bytes: Buffer): FileRecord | null {
  let text: string;
  try {
    text = utf8.decode(bytes).trim();
  } catch {
    return { line, problem: "is not UTF-8" };
  }
  if (text === "") return null;
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    const where = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    return {
      line,
      problem: `is no valid JSON${where === undefined ? "" : ` (at character ${Number(where) + 1})`}`,
    };
  }
}

type CsvRow = {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
};

/** Enough to tell encoding and separator by. */
const sampleBytes = 64_000;

/** The rows of a CSV file under the names of its first row; commas, semicolons or tabs, in whatever encoding it is. */
export async function* readCsv(content: AsyncIterable<Buffer>): AsyncGenerator<FileRecord> {
  const chunks = content[Symbol.asyncIterator]();
  const sample = await readSample(chunks);
  const { text, encoding } = decodeText(sample.subarray(0, cutAtLine(sample)));
  // The parser runs ahead of the rows that are taken from it: where a record began is known when its turn comes.
  const skipped: { readonly at: number | null }[] = [];
  let begun = 1;
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    // A quotation mark in a wrong place is a letter; one that is never closed takes the rest of the file with it.
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: maxRecordBytes,
    on_skip: (error) => {
      skipped.push({ at: error?.code === "CSV_QUOTE_NOT_CLOSED" ? null : lineOf(error) });
      return undefined;
    },
  });
  void feed(parser, sample, chunks, encoding);
  for await (const row of parser) {
    const { record, info } = row as CsvRow;
    const line = begun + 1;
    begun = info.lines;
    yield {
      line,
      value: Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, restoreCell(cell)])),
    };
  }
  for (const { at } of skipped) {
    const problem = "opens a quotation mark that is never closed; from here on nothing was read";
    yield { line: at ?? begun + 1, problem };
  }
}

function lineOf(error: unknown): number | null {
  return typeof error === "object" && error !== null && "lines" in error && typeof error.lines === "number"
    ? error.lines
    : null;
}

async function readSample(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for (let size = 0; size < sampleBytes;) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(read);
}

/** A sample should not end inside of a letter. */
function cutAtLine(sample: Buffer): number {
  const end = sample.lastIndexOf(10);
  return end > 0 ? end : sample.length;
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\r?\n|$/));
  const count = (mark: string) => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Passes the file on as fast as it is parsed. */
async function feed(
  parser: ReturnType<typeof parse>,
  sample: Buffer,
  chunks: AsyncIterator<Buffer>,
  encoding: string,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const write = (text: string) =>
    parser.write(text) ? Promise.resolve() : new Promise<void>((resolve) => parser.once("drain", resolve));
  try {
    await write(decoder.decode(sample, { stream: true }));
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      await write(decoder.decode(next.value, { stream: true }));
    }
    parser.end(decoder.decode());
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Refusal("bad_input", "The file could not be read."));
  }
}

/** The rows of a table under the names of its first row. */
export function* readTable(table: readonly (readonly string[])[]): Generator<FileRecord> {
  const [head = [], ...rows] = table;
  for (const [at, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === "")) continue;
    yield { line: at + 2, value: Object.fromEntries(head.map((name, column) => [name, row[column] ?? ""])) };
  }
}

/** A JSON file as a whole. @throws Refusal bad_input */
export function parseJsonFile(bytes: Buffer): { readonly text: string; readonly value: unknown } {
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new Refusal("bad_input", "This file is called .json, but is no valid JSON.");
  }
}

/** The elements of a JSON array, as tools write that give out all their tasks as one. Counted, since they have no lines. */
export function* jsonRecords(value: unknown): Generator<FileRecord> {
  for (const [at, element] of [value].flat().entries()) yield { line: at + 1, value: element };
}
