import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "./actor";

const freshMs = 10 * 60 * 1000;

/**
 * For what outlives a session: whoever sits down at somebody's open browser does not know their password. A program
 * that acts with a token has no password to be asked for.
 * @throws Refusal forbidden when the session began more than ten minutes ago
 */
export function requireFresh({ signedInAt }: Actor, now: Date): void {
  if (signedInAt === null || now.getTime() - signedInAt.getTime() <= freshMs) return;
  throw new Refusal(
    "forbidden",
    "You signed in more than ten minutes ago. Sign in again to go on with this.",
  );
}
