import "server-only";
import { findFormat } from "@/lib/core/formats/catalogue";
import type { ReportFormat } from "@/lib/core/formats/format";
import { Refusal } from "@/lib/core/shared/refusal";
import { pdfFormat } from "../pdf/report-pdf";

/** The format of this key. @throws Refusal bad_input */
export function formatOf(key: string): ReportFormat {
  const format = key === pdfFormat.key ? pdfFormat : findFormat(key);
  if (!format) throw new Refusal("bad_input", `There is no export format “${key}”.`);
  return format;
}
