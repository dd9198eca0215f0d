import "server-only";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { env } from "../env";
import type { Actor, Operation } from "./actor";
import { sessionCookieName } from "./options";
import { findSessionUser } from "./session-store";

/** Who is behind the session cookie of the current request, or null. */
export async function findSessionActor(
  requestId: string | null,
  operation: Operation | null,
): Promise<Actor | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  return findActorOfCookie(cookie, requestId, operation);
}

export async function findActorOfCookie(
  cookie: string | undefined,
  requestId: string | null,
  operation: Operation | null,
): Promise<Actor | null> {
  if (!cookie) return null;
  const sessionId = await readSessionId(cookie);
  const user = sessionId ? await findSessionUser(sessionId, new Date()) : null;
  return user ? { userId: user.id, name: user.name, email: user.email, requestId, operation } : null;
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
