import type { ScaleOption } from "../verdicts/scale";
import type { ImportedAnnotation } from "./checked-article";
import { unitsOf } from "./code-points";

type Fields = Readonly<Record<string, unknown>>;
type Label = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly rationale: string;
};

/**
 * The marks that a task of Label Studio or a document of doccano has on its words, as far as their names are those of
 * the desk's verdicts (by label or key, in whatever case); the others are told of.
 */
export function readLabels(
  record: unknown,
  text: string,
  options: readonly ScaleOption[],
): { readonly annotations: readonly ImportedAnnotation[]; readonly remarks: readonly string[] } {
  if (!isFields(record)) return { annotations: [], remarks: [] };
  const labels = [...labelStudioLabels(record), ...doccanoLabels(record, text)];
  const strange = new Set<string>();
  const annotations = labels.flatMap(({ start, end, name, rationale }) => {
    const wanted = name.trim().toLowerCase();
    const option = options.find(({ key, label }) => key === wanted || label.toLowerCase() === wanted);
    const span = trimmed(text, start, end);
    if (!option || !span) {
      strange.add(option ? `a place that the text does not have (${start}–${end})` : `“${name}”`);
      return [];
    }
    return [{ ...span, wording: null, verdict: option.key, rationale, citations: [], searches: [] }];
  });
  const left = [...strange].slice(0, 5).join(", ");
  const remarks = strange.size > 0 ? [`Marks were left out that are no verdict here: ${left}.`] : [];
  return { annotations: oncePerSpan(annotations), remarks };
}

/** `annotations[0].result`: spans of type "labels", and reasons in text areas on the same region. */
function labelStudioLabels(record: Fields): readonly Label[] {
  const [task] = listOf(record["annotations"]);
  const results = (isFields(task) ? listOf(task["result"]) : []).filter(isFields);
  const reasons = new Map(
    results.filter(({ type }) => type === "textarea").map(({ id, value }) => [id, wordsIn(value, "text")]),
  );
  return results
    .filter(({ type }) => type === "labels")
    .flatMap(({ id, value }) => {
      const [start, end] = isFields(value) ? [value["start"], value["end"]] : [];
      const name = wordsIn(value, "labels");
      if (!isPlace(start) || !isPlace(end) || name === "") return [];
      return [{ start, end, name, rationale: reasons.get(id) ?? "" }];
    });
}

/** `label` (or `labels`, or `entities`): places in Unicode code points, as Python counts. */
function doccanoLabels(record: Fields, text: string): readonly Label[] {
  const units = unitsOf(text);
  return [...listOf(record["label"]), ...listOf(record["labels"]), ...listOf(record["entities"])].flatMap(
    (entry) => {
      const [from, to, name] = isFields(entry)
        ? [entry["start_offset"], entry["end_offset"], entry["label"]]
        : listOf(entry);
      if (!isPlace(from) || !isPlace(to) || typeof name !== "string") return [];
      return [{ start: units(from), end: units(to), name, rationale: "" }];
    },
  );
}

/** The span without white space at its ends; null where the text has no whole characters there. */
function trimmed(text: string, start: number, end: number) {
  const words = text.slice(start, end);
  const first = start + (words.length - words.trimStart().length);
  const last = first + words.trim().length;
  return last > first && words.isWellFormed() ? { start: first, end: last } : null;
}

/** One person gives one verdict: of two marks on the same words the first counts. */
function oncePerSpan(annotations: readonly ImportedAnnotation[]): readonly ImportedAnnotation[] {
  const bySpan = new Map<string, ImportedAnnotation>();
  for (const one of annotations) {
    const span = `${one.start} ${one.end}`;
    if (!bySpan.has(span)) bySpan.set(span, one);
  }
  return [...bySpan.values()];
}

function wordsIn(value: unknown, name: string): string {
  return isFields(value)
    ? listOf(value[name])
        .filter((one) => typeof one === "string")
        .join("\n")
    : "";
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
