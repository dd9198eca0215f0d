import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor } from "../auth/actor";
import { requireFresh } from "../auth/fresh-sign-in";
import { revokeSessions } from "../auth/session-store";
import { requireSession } from "../auth/signed-in";
import { db } from "../db/client";

/**
 * Signs the caller out in one browser: its next request is refused and what it listens to is closed. Ending what has
 * ended is ending it once.
 * @throws Refusal not_found for a session that is not the caller's; forbidden with a token, or when the caller signed in
 * more than ten minutes ago
 */
export async function endSession(
  actor: Actor,
  target: { readonly sessionId: string },
): Promise<{ readonly id: string }> {
  requireSession(actor);
  const now = new Date();
  const { userId } = actor;
  const id = target.sessionId;
  const own = await db().session.findUnique({ where: { id, userId }, select: { id: true } });
  if (!own) throw new Refusal("not_found", "There is no such session of yours.");
  requireFresh(actor, now);
  await revokeSessions({ id, userId }, now);
  return { id };
}

/**
 * Signs the caller out everywhere but here.
 * @returns how many sessions that ended, which is none when it is asked for again
 * @throws Refusal forbidden with a token, or when the caller signed in more than ten minutes ago
 */
export async function endOtherSessions(actor: Actor): Promise<{ readonly ended: number }> {
  const sessionId = requireSession(actor);
  const now = new Date();
  requireFresh(actor, now);
  const ended = await revokeSessions({ userId: actor.userId, id: { not: sessionId } }, now);
  return { ended };
}
