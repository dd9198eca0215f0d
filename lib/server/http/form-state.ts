import "server-only";
import type { z } from "zod";
import { Refusal, type FieldProblem } from "@/lib/core/shared/refusal";

/** What a form shows after it was sent and something was wrong; null before. */
export type FormState = { readonly message: string; readonly fields: readonly FieldProblem[] } | null;

/** The problems of a form's input, each at its field. */
export function formProblems(error: z.ZodError): FormState {
  const fields = error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  return { message: "Some of it cannot be used as it is.", fields };
}

/** What a refusal says to the person at the form; every other failure is thrown on. */
export function refusalState(error: unknown): FormState {
  if (error instanceof Refusal) {
    const fields = error.fields.map(({ field, message }) => ({ field: field.replace(/^\//, ""), message }));
    return { message: error.message, fields };
  }
  throw error;
}
