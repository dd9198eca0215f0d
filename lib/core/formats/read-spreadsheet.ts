import { dispositions } from "../claims/claim";
import type { ReportCitation, ReportClaim, ReportContent } from "../report/content";
import { media } from "../sources/source";
import {
  articleOf,
  bareClaim,
  citationOf,
  inOrder,
  optionFor,
  ReadFailure,
  readWhole,
  rulingOf,
  type ReadingDesk,
  type ReadOutcome,
} from "./reading";
import { magazineColumns, notChecked } from "./spreadsheet";

/** Reads the rows of a magazine checker's spreadsheet; the first row names the columns, in whatever order. */
export function readMagazineTable(table: readonly (readonly string[])[], desk: ReadingDesk): ReadOutcome {
  return readWhole(() => [readTable(table, desk)]);
}

/** Whether a first row names the columns of a magazine checker's spreadsheet. */
export function isMagazineHead(cells: readonly string[]): boolean {
  const names = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  return names.has("fact") && magazineColumns.filter((name) => names.has(name.toLowerCase())).length >= 3;
}

function readTable([head = [], ...rows]: readonly (readonly string[])[], desk: ReadingDesk): ReportContent {
  if (!isMagazineHead(head))
    throw new ReadFailure(1, `does not name the columns ${magazineColumns.join(", ")}`);
  const names = head.map((cell) => cell.trim().toLowerCase());
  const claims: ReportClaim[] = inOrder(
    rows.flatMap((cells, at) => {
      const cell = (name: string) => cells[names.indexOf(name)] ?? "";
      return cell("fact").trim() === "" ? [] : [toClaim(cell, at + 2, desk)];
    }),
  );
  return { format: "assay-report/1", ...desk, article: articleOf({}, claims), claims };
}

type Cell = (name: string) => string;

function toClaim(cell: Cell, line: number, desk: ReadingDesk) {
  const claim = bareClaim(`row-${line}`, cell("fact"));
  const mark = cell("ok").trim().toLowerCase();
  if (mark === "") {
    const disposition = dispositions.find(
      (one) => one !== "to_check" && notChecked({ disposition: one }) === cell("note"),
    );
    return { ...claim, disposition: disposition ?? claim.disposition };
  }
  const option =
    optionFor(desk, ({ magazine }) => magazine === mark) ??
    optionFor(desk, ({ label, key }) => label.toLowerCase() === mark || key === mark);
  if (!option) throw new ReadFailure(line, `has a mark that means no verdict here: ${cell("ok")}`);
  const { citations, rest } = readSources(cell);
  const ruling = rulingOf({
    verdict: option.key,
    rationale: [rest, cell("note")].filter(Boolean).join("\n"),
    decidedAt: dayOf(cell("date"), line),
    citations,
  });
  return { ...claim, ruling };
}

function dayOf(date: string, line: number): string {
  if (date === "") return "1970-01-01T00:00:00.000Z";
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  if (!day || Number.isNaN(Date.parse(day)))
    throw new ReadFailure(line, `has no date of the form YYYY-MM-DD: ${date}`);
  return `${day}T00:00:00.000Z`;
}

/** One source a line. What the method column says beyond the media of the sources is kept with the note. */
function readSources(cell: Cell): { readonly citations: ReportCitation[]; readonly rest: string } {
  const lines = cell("source")
    .split("\n")
    .filter((words) => words.trim() !== "");
  const methods = cell("method")
    .split("; ")
    .map((words) => media.find((one) => one.replaceAll("_", " ") === words));
  const isKnown = methods.length === lines.length && methods.every((medium) => medium !== undefined);
  const citations = lines.map((words, at) => {
    const [, title, url] = /^(.*) <(https?:\/\/[^<>\s]+)>$/.exec(words) ?? [];
    const medium = isKnown ? (methods[at] ?? "other") : "other";
    return citationOf({ title: title ?? words, url: url ?? null, medium });
  });
  return { citations, rest: isKnown || cell("method") === "" ? "" : `Method: ${cell("method")}` };
}
