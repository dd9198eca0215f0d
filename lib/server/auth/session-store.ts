import "server-only";
import { db } from "../db/client";
import { env } from "../env";

/** A session ends after this long however busy it is. */
export const sessionMaxAgeSeconds = 14 * 24 * 60 * 60;

export async function openSession(userId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionMaxAgeSeconds * 1000);
  const session = await db().session.create({ data: { userId, expiresAt }, select: { id: true } });
  return session.id;
}

/** The person of a session that is neither revoked nor over, and who may still enter; null otherwise. */
export async function findSessionUser(sessionId: string, now: Date) {
  const session = await db().session.findUnique({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { user: { select: { id: true, name: true, email: true, demo: true } } },
  });
  if (!session || (session.user.demo && env().ASSAY_DEMO !== "1")) return null;
  return session.user;
}

export async function revokeSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}
