import type { ReportCitation, ReportClaim, ReportHead } from "../report/content";
import { standingWords } from "../report/words";
import { findOption } from "../verdicts/scale";
import { claimWords, type ReportFormat } from "./format";
import { xmlCharacters, xmlText, zipped, type ZipEntry } from "./zip";

/** The columns that a magazine's checker writes. */
export const magazineColumns = ["Fact", "Method", "Source", "Date", "OK", "Note"] as const;

/** The magazine checker's spreadsheet: one row a claim. Cells are text, so that nothing in them is run. */
export const spreadsheetFormat: ReportFormat = {
  key: "spreadsheet",
  label: "Spreadsheet",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  extension: "xlsx",
  readsText: true,
  write: (report) => zipped(parts(report.claims, report)),
};

function* parts(
  claims: AsyncIterable<ReportClaim> | Iterable<ReportClaim>,
  head: ReportHead,
): Generator<ZipEntry> {
  yield { path: "[Content_Types].xml", pieces: [contentTypes] };
  yield { path: "_rels/.rels", pieces: [relations("officeDocument", "xl/workbook.xml")] };
  yield { path: "xl/workbook.xml", pieces: [workbook] };
  yield { path: "xl/_rels/workbook.xml.rels", pieces: [workbookRelations] };
  yield { path: "xl/styles.xml", pieces: [styles] };
  yield { path: "xl/worksheets/sheet1.xml", pieces: sheet(claims, head) };
}

async function* sheet(
  claims: AsyncIterable<ReportClaim> | Iterable<ReportClaim>,
  { scale }: ReportHead,
): AsyncGenerator<string> {
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${[60, 16, 50, 12, 16, 60].map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>`;
  yield rowXml(1, magazineColumns, 1);
  let row = 1;
  for await (const claim of claims) {
    row += 1;
    yield rowXml(row, magazineRow(claim, scale), 2);
  }
  yield "</sheetData></worksheet>";
}

/** Cells of one claim, as they stand in the sheet: white space around them says nothing, and what XML cannot hold is left out. */
export function magazineRow(claim: ReportClaim, scale: ReportHead["scale"]): readonly string[] {
  const fact = claimWords(claim);
  const { ruling } = claim;
  if (!ruling) {
    return tidy([fact, "", "", "", "", claim.disposition === "to_check" ? "" : notChecked(claim)]);
  }
  const option = findOption(scale, ruling.verdict);
  return tidy([
    fact,
    ruling.citations.map(({ medium }) => medium.replaceAll("_", " ")).join("; "),
    ruling.citations.map(sourceLine).join("\n"),
    ruling.decidedAt.slice(0, 10),
    option?.magazine ?? option?.label ?? ruling.verdict,
    ruling.rationale,
  ]);
}

export function notChecked(claim: Pick<ReportClaim, "disposition">): string {
  return `Not checked: ${standingWords(claim)}`;
}

function sourceLine({ title, url }: ReportCitation): string {
  const words = title.replaceAll(/\s+/g, " ").trim();
  return url ? `${words} <${url}>` : words;
}

function tidy(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => xmlCharacters(cell.replaceAll(/\r\n?/g, "\n")).trim());
}

function rowXml(number: number, cells: readonly string[], style: number): string {
  const written = cells.map((cell, at) =>
    cell === ""
      ? ""
      : `<c r="${"ABCDEF".charAt(at)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${written.join("")}</row>`;
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const sheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = `${xmlHead}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`;

function relations(kind: string, target: string): string {
  return `${xmlHead}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
}

const workbookRelations = relations("worksheet", "worksheets/sheet1.xml").replace(
  "</Relationships>",
  `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
);

const workbook = `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Claims" sheetId="1" r:id="rId1"/></sheets></workbook>`;

// Text cells (number format 49), the second style bold, the third wrapped.
const styles = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;
