import "server-only";
import type { Endpoint } from "./endpoint";

const meanings: Readonly<Record<number, string>> = {
  400: "Something in the address, the headers or the body cannot be used as it is; `fields` names each",
  401: "Nobody is signed in, or the token is unknown, revoked or over",
  403: "The role, or the scope of the token, does not allow it; or a cookie came from another site's page",
  404: "There is nothing at this address, or it is not the caller's to know of",
  409: "Not possible as things stand; nothing was changed",
  412: "Changed meanwhile; nothing of the caller's was written, and `current` is how things stand",
  413: "The body is too large",
  415: "The body has another type than it may have",
  422: "The Idempotency-Key was used for a different request",
  428: "If-Match is missing",
  429: "Too many requests; `Retry-After` says after how many seconds",
  503: "The database cannot be reached; after a write, repeat it with its key",
};

const writes = (declared: Endpoint) => declared.method !== "GET";
const takesBody = (declared: Endpoint) => declared.body !== undefined || declared.form !== undefined;

const isOfDesk = ({ permission }: Endpoint) => permission !== "anyone" && permission !== "person";

/** What an operation may refuse with: statuses, each with its meaning in words. */
export function refusalsOf(declared: Endpoint): ReadonlyMap<number, string> {
  const mayBe: readonly (readonly [status: number, when: boolean])[] = [
    [400, true],
    [401, declared.permission !== "nobody"],
    [403, declared.permission !== "nobody" && (writes(declared) || declared.permission !== "anyone")],
    [404, declared.path.includes("{")],
    [409, writes(declared) && isOfDesk(declared)],
    [412, declared.version !== undefined || declared.stale !== undefined],
    [413, takesBody(declared)],
    [415, takesBody(declared)],
    [422, takesBody(declared) && isOfDesk(declared)],
    [428, declared.version !== undefined],
    [429, true],
    [503, true],
  ];
  return new Map(mayBe.filter(([, when]) => when).map(([status]) => [status, meanings[status] ?? ""]));
}
