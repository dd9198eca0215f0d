import "server-only";
import { browserNoted } from "@/lib/core/identity/browser";
import { db, type Tx } from "../db/client";
import { env } from "../env";
import { liveChannel } from "../events/live-channel";

/** A session ends after this long however busy it is. */
export const sessionMaxAgeSeconds = 14 * 24 * 60 * 60;
/** And after this long without a request: a weekend is shorter. */
const idleMs = 3 * 24 * 60 * 60 * 1000;
/** How exactly it is known when a session was last seen: not every request writes. */
const seenWithinMs = 5 * 60 * 1000;

/** @param userAgent what the browser calls itself, as it came: kept short, for its person to know the session by */
export async function openSession(
  userId: string,
  now: Date,
  userAgent: string | null = null,
): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionMaxAgeSeconds * 1000);
  const session = await db().session.create({
    data: { userId, createdAt: now, lastSeenAt: now, expiresAt, userAgent: browserNoted(userAgent) },
    select: { id: true },
  });
  return session.id;
}

/** What is true of a session that opens something: neither revoked nor over nor forgotten. */
export function inForce(now: Date) {
  return {
    revokedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gt: new Date(now.getTime() - idleMs) },
  };
}

/** A session that is neither revoked nor over nor forgotten, with its person, who may still enter; null otherwise. */
export async function findSession(sessionId: string, now: Date) {
  const session = await db().session.findUnique({
    where: { id: sessionId, ...inForce(now), user: { disabledAt: null } },
    select: {
      id: true,
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
  await revokeSessions({ id: sessionId }, now);
}

type Which =
  | { readonly id: string; readonly userId?: string }
  | { readonly userId: string; readonly id?: { readonly not: string } };

/**
 * From the next request on these open nothing, and whoever listens with one of them is closed at once; in a transaction,
 * when it is committed.
 * @returns how many ended now; those that had ended before do not count
 */
export async function revokeSessions(which: Which, now: Date, tx: Tx = db()): Promise<number> {
  const ended = await tx.session.updateManyAndReturn({
    where: { ...which, revokedAt: null },
    data: { revokedAt: now },
    select: { userId: true },
  });
  const people = [...new Set(ended.map(({ userId }) => userId))];
  const notices = people.map((signedOut) => JSON.stringify({ signedOut }));
  if (notices.length > 0) {
    await tx.$executeRaw`select pg_notify(${liveChannel}, notice) from unnest(${notices}::text[]) notice`;
  }
  return ended.length;
}
