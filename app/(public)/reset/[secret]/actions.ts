"use server";

import { redirect } from "next/navigation";
import { resetInputSchema } from "@/lib/core/members/member";
import { formProblems, refusalState, type FormState } from "@/lib/server/http/form-state";
import { resetPassword } from "@/lib/server/members/links";

/** Sets the password, then leads to sign in with it. */
export async function reset(secret: string, _before: FormState, form: FormData): Promise<FormState> {
  const input = resetInputSchema.safeParse({ password: form.get("password") });
  if (!input.success) return formProblems(input.error);
  try {
    await resetPassword(secret, input.data.password, new Date());
  } catch (error) {
    return refusalState(error);
  }
  redirect("/sign-in");
}
