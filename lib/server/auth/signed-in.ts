import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "./actor";

/**
 * For what is a person's own and no program's: the session that they ask with.
 * @throws Refusal forbidden for a token and for the command line
 */
export function requireSession({ sessionId }: Actor): string {
  if (sessionId !== null) return sessionId;
  throw new Refusal("forbidden", "This is done by somebody who has signed in, never with a token.");
}
