import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "../env";
import type { Actor, Operation } from "./actor";
import { sessionCookieName } from "./options";
import { findSessionUser } from "./session-store";

/** Who is behind the session cookie of a request (from its Cookie header), or null. */
export async function findSessionActor(
  cookieHeader: string | null,
  requestId: string | null,
  operation: Operation | null,
): Promise<Actor | null> {
  const cookie = findCookie(cookieHeader ?? "", sessionCookieName());
  const sessionId = cookie ? await readSessionId(cookie) : null;
  const user = sessionId ? await findSessionUser(sessionId, new Date()) : null;
  return user ? { userId: user.id, name: user.name, email: user.email, requestId, operation } : null;
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
