import type { JsonSchema } from "@/lib/core/api/document";

/** The bounds of a value in words, such as "from 1 to 500"; "" where it has none that anybody would reach. */
export function boundWords(schema: JsonSchema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const least = minimum ?? minLength ?? minItems;
  const most = [maximum, maxLength, maxItems].find(
    (bound) => bound !== undefined && bound < Number.MAX_SAFE_INTEGER,
  );
  const unit = minLength !== undefined || maxLength !== undefined ? " characters" : "";
  if (least !== undefined && most !== undefined) return `from ${least} to ${most}${unit}`;
  if (most !== undefined) return `at most ${most}${unit}`;
  return least !== undefined && least > 0 ? `at least ${least}${unit}` : "";
}
