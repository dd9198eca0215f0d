import { readAveritec } from "./read-averitec";
import { claimColumns } from "./csv";
import { readJsonReport } from "./read-json";
import { readWebAnnotations } from "./read-web-annotation";
import type { ReadingDesk, ReadOutcome } from "./reading";

/** Reads a JSON file as the kind of report that it is; null for one that holds none, such as a list of articles. */
export function readReportJson(text: string, value: unknown, desk: ReadingDesk): ReadOutcome | null {
  const [first] = [value].flat();
  if (isFields(value) && value["format"] === "assay-report/1") return readJsonReport(text);
  if (isWebAnnotation(first)) return readWebAnnotations(text, desk);
  if (isFields(first) && typeof first["claim"] === "string" && "label" in first) {
    return readAveritec(text, desk);
  }
  return null;
}

/** Whether a line of JSON Lines is a claim of a report rather than an article. */
export function isClaimLine(value: unknown): boolean {
  return isFields(value) && isFields(value["article"]) && "ordinal" in value && "disposition" in value;
}

/** Whether the first row of a CSV file is that of a report's claims. */
export function isClaimHead(cells: readonly string[]): boolean {
  return claimColumns.every((name) => cells.includes(name));
}

const annotationTypes = ["Annotation", "AnnotationPage", "AnnotationCollection"];

function isWebAnnotation(value: unknown): boolean {
  return isFields(value) && annotationTypes.some((type) => [value["type"]].flat().includes(type));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
