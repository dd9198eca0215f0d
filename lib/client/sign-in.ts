import { signIn } from "next-auth/react";

export type SignInOutcome = "signed_in" | "wrong" | "too_many" | "unreachable";

/** Signs in with e-mail and password; the caller decides where to go. */
export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (!answer) return "unreachable";
    if (answer.ok && !answer.error) return "signed_in";
    if (answer.status === 429 || answer.error?.startsWith("too_many")) return "too_many";
    return answer.status >= 500 ? "unreachable" : "wrong";
  } catch {
    return "unreachable";
  }
}

export async function signInWithProvider(provider: string, to: string): Promise<void> {
  await signIn(provider, { callbackUrl: to });
}
