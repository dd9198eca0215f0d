import { averitecFormat } from "./averitec";
import { claimReviewFormat } from "./claim-review";
import { csvCitationsFormat, csvFormat, csvSearchesFormat } from "./csv";
import { doccanoFormat } from "./doccano";
import { docxFormat } from "./docx";
import { factCheckToolsFormat } from "./fact-check-tools";
import type { ReportFormat } from "./format";
import { htmlFormat } from "./html";
import { jsonFormat } from "./json";
import { jsonLinesFormat } from "./json-lines";
import { labelStudioFormat } from "./label-studio";
import { markdownFormat } from "./markdown";
import { spreadsheetFormat } from "./spreadsheet";
import { webAnnotationFormat } from "./web-annotation";

/** Every format that is made of nothing but the report; PDF needs fonts from the disk and stands beside them. */
export const reportFormats: readonly ReportFormat[] = [
  htmlFormat,
  docxFormat,
  markdownFormat,
  spreadsheetFormat,
  csvFormat,
  csvCitationsFormat,
  csvSearchesFormat,
  jsonFormat,
  jsonLinesFormat,
  claimReviewFormat,
  factCheckToolsFormat,
  webAnnotationFormat,
  averitecFormat,
  labelStudioFormat,
  doccanoFormat,
];

/** What readers can download, in this order. */
export const downloads: readonly Pick<ReportFormat, "key" | "label">[] = [
  { key: "pdf", label: "PDF" },
  ...reportFormats,
];

export function findFormat(key: string): ReportFormat | null {
  return reportFormats.find((format) => format.key === key) ?? null;
}

/** A file name that every system takes: letters and digits of the title, then what kind of file it is. */
export function fileName(title: string, format: Pick<ReportFormat, "extension">): string {
  const stem = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  return `${stem || "report"}.${format.extension}`;
}

/** RFC 6266: an ASCII name for old readers, the real one beside it. */
export function contentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^a-z0-9.-]/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
