import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "../env";
import type { Actor } from "./actor";
import { sessionCookieName } from "./options";
import { findSession, revokeSession } from "./session-store";

const nothingClaimed = { expectedMemberId: null, requestId: null, operation: null };

/** Who is behind the session cookie of a request (from its Cookie header), or null. */
export async function findSessionActor(
  cookieHeader: string | null,
  claims: Pick<Actor, "expectedMemberId" | "requestId" | "operation"> = nothingClaimed,
): Promise<Actor | null> {
  const sessionId = await findSessionId(cookieHeader);
  const session = sessionId ? await findSession(sessionId, new Date()) : null;
  if (!session) return null;
  const { id, user, createdAt: signedInAt } = session;
  const { id: userId, name, email } = user;
  return { userId, name, email, ...claims, signedInAt, sessionId: id, token: null };
}

/** Ends the session that the cookie names, if it names one. */
export async function revokeCookieSession(cookieHeader: string | null, now: Date): Promise<void> {
  const sessionId = await findSessionId(cookieHeader);
  if (sessionId) await revokeSession(sessionId, now);
}

async function findSessionId(cookieHeader: string | null): Promise<string | null> {
  const cookie = findCookie(cookieHeader ?? "", sessionCookieName());
  return cookie ? readSessionId(cookie) : null;
}

function findCookie(header: string, name: string): string | null {
  const pair = header.split(/; */).find((candidate) => candidate.startsWith(`${name}=`));
  return pair ? pair.slice(name.length + 1) : null;
}

async function readSessionId(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: env().ASSAY_SECRET });
    const sid = token?.["sid"];
    return typeof sid === "string" ? sid : null;
  } catch {
    // A cookie that does not decrypt (another secret, a forgery) is the same as none.
    return null;
  }
}
