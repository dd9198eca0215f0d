import { csvCitationsFormat, csvFormat } from "./csv";
import type { ReportFormat } from "./format";
import { htmlFormat } from "./html";
import { jsonFormat } from "./json";

/** Every format that a report can be written in; screen, API and command line read this list. */
export const reportFormats: readonly ReportFormat[] = [htmlFormat, csvFormat, csvCitationsFormat, jsonFormat];

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
