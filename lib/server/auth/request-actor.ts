import "server-only";
import type { Actor } from "./actor";
import { findSessionActor } from "./session-actor";
import { findTokenActor } from "./token-actor";

type Claims = Pick<Actor, "expectedMemberId" | "requestId" | "operation">;

const nothingClaimed: Claims = { expectedMemberId: null, requestId: null, operation: null };

/** The token that a request carries, known or not; null when it has no Authorization header. */
export function bearerOf(headers: Headers): string | null {
  const authorization = headers.get("authorization");
  if (authorization === null) return null;
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? "";
}

/**
 * Who is behind a request, or null. Whoever sends an Authorization header means to be judged by it: then a cookie that
 * comes along counts for nothing, also when the header is of no use.
 */
export function findRequestActor(headers: Headers, claims: Claims = nothingClaimed): Promise<Actor | null> {
  const token = bearerOf(headers);
  return token === null
    ? findSessionActor(headers.get("cookie"), claims)
    : findTokenActor(token, claims, new Date());
}
