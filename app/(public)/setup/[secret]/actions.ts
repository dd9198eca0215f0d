"use server";

import { redirect } from "next/navigation";
import { setupInputSchema } from "@/lib/core/identity/identity";
import { Refusal, type FieldProblem } from "@/lib/core/shared/refusal";
import { setUpInstallation } from "@/lib/server/workspaces/commands";

export type SetupState = { readonly message: string; readonly fields: readonly FieldProblem[] } | null;

const names = ["name", "email", "password", "desk", "slug"] as const;

/** Makes the first owner and their desk with a one-time link, then leads to sign in. */
export async function setUp(secret: string, _before: SetupState, form: FormData): Promise<SetupState> {
  const input = setupInputSchema.safeParse(Object.fromEntries(names.map((name) => [name, form.get(name)])));
  if (!input.success) {
    const fields = input.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return { message: "Some of it cannot be used as it is.", fields };
  }
  try {
    await setUpInstallation(secret, input.data, new Date());
  } catch (error) {
    if (error instanceof Refusal) return { message: error.message, fields: [] };
    throw error;
  }
  redirect("/sign-in");
}
