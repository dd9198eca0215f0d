import "server-only";
import { db } from "../db/client";
import { env } from "../env";

/** A session ends after this long however busy it is. */
export const sessionMaxAgeSeconds = 14 * 24 * 60 * 60;
/** And after this long without a request: a weekend is shorter. */
const idleMs = 3 * 24 * 60 * 60 * 1000;
/** How exactly it is known when a session was last seen: not every request writes. */
const seenWithinMs = 5 * 60 * 1000;

export async function openSession(userId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionMaxAgeSeconds * 1000);
  const session = await db().session.create({
    data: { userId, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  });
  return session.id;
}

/** A session that is neither revoked nor over nor forgotten, with its person, who may still enter; null otherwise. */
export async function findSession(sessionId: string, now: Date) {
  const session = await db().session.findUnique({
    where: {
      id: sessionId,
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - idleMs) },
      user: { disabledAt: null },
    },
    select: {
      createdAt: true,
      lastSeenAt: true,
      user: { select: { id: true, name: true, email: true, demo: true } },
    },
  });
  if (!session || (session.user.demo && env().ASSAY_DEMO !== "1")) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > seenWithinMs) await noteSeen(sessionId, now);
  return session;
}

async function noteSeen(sessionId: string, now: Date): Promise<void> {
  const lastSeenAt = { lt: new Date(now.getTime() - seenWithinMs) };
  await db().session.updateMany({ where: { id: sessionId, lastSeenAt }, data: { lastSeenAt: now } });
}

export async function revokeSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}
