import "server-only";
import type { z } from "zod";
import { Refusal, type FieldProblem } from "@/lib/core/shared/refusal";

/** @throws Refusal bad_input that names each field that is wrong, and each that is not known. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap(fieldProblems);
  const detail = fields.map(({ field, message }) => `${field || "/"}: ${message}`).join("; ");
  throw new Refusal("bad_input", detail, fields);
}

function fieldProblems(issue: z.core.$ZodIssue): readonly FieldProblem[] {
  const at = issue.path.map((step) => `/${String(step)}`).join("");
  return issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({ field: `${at}/${key}`, message: "is not a known field" }))
    : [{ field: at, message: issue.message }];
}
