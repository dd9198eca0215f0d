import "server-only";
import { describeBrowser } from "@/lib/core/identity/browser";
import type { SessionLine } from "@/lib/core/identity/session";
import type { Actor } from "../auth/actor";
import { inForce } from "../auth/session-store";
import { requireSession } from "../auth/signed-in";
import { db } from "../db/client";

const mostListed = 100;

/**
 * Where the caller is signed in now: this one first, then by when it was last seen; 100 at most.
 * @throws Refusal forbidden with a token
 */
export async function listSessions(actor: Actor): Promise<readonly SessionLine[]> {
  const sessionId = requireSession(actor);
  const where = { userId: actor.userId, ...inForce(new Date()) };
  const select = { id: true, userAgent: true, createdAt: true, lastSeenAt: true } as const;
  const [own, others] = await Promise.all([
    db().session.findMany({ where: { ...where, id: sessionId }, select }),
    db().session.findMany({
      where: { ...where, id: { not: sessionId } },
      select,
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: mostListed - 1,
    }),
  ]);
  return [...own, ...others].map(({ id, userAgent, createdAt, lastSeenAt }) => ({
    id,
    browser: describeBrowser(userAgent),
    signedInAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThisOne: id === sessionId,
  }));
}
