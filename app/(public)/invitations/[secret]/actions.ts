"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { newcomerSchema } from "@/lib/core/members/member";
import { findSessionActor } from "@/lib/server/auth/session-actor";
import { formProblems, refusalState, type FormState } from "@/lib/server/http/form-state";
import { acceptInvitation } from "@/lib/server/members/links";

/** Joins as the account that is signed in, or, with a name and a password, as a new one; then leads to the desk. */
export async function accept(secret: string, _before: FormState, form: FormData): Promise<FormState> {
  const signedIn = await findSessionActor((await headers()).get("cookie"));
  const newcomer = newcomerSchema.safeParse({ name: form.get("name"), password: form.get("password") });
  let slug: string;
  try {
    if (signedIn) slug = await acceptInvitation(secret, { signedIn }, new Date());
    else if (!newcomer.success) return formProblems(newcomer.error);
    else slug = await acceptInvitation(secret, { newcomer: newcomer.data }, new Date());
  } catch (error) {
    return refusalState(error);
  }
  redirect(signedIn ? `/w/${slug}` : `/sign-in?from=${encodeURIComponent(`/w/${slug}`)}`);
}
