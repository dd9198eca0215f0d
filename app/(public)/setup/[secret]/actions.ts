"use server";

import { redirect } from "next/navigation";
import { setupInputSchema } from "@/lib/core/identity/identity";
import { formProblems, refusalState, type FormState } from "@/lib/server/http/form-state";
import { setUpInstallation } from "@/lib/server/workspaces/commands";

const names = ["name", "email", "password", "desk", "slug"] as const;

/** Makes the first owner and their desk with a one-time link, then leads to sign in. */
export async function setUp(secret: string, _before: FormState, form: FormData): Promise<FormState> {
  const input = setupInputSchema.safeParse(Object.fromEntries(names.map((name) => [name, form.get(name)])));
  if (!input.success) return formProblems(input.error);
  try {
    await setUpInstallation(secret, input.data, new Date());
  } catch (error) {
    return refusalState(error);
  }
  redirect("/sign-in");
}
