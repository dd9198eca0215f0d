import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, Operation } from "../auth/actor";
import { bearerOf, findRequestActor } from "../auth/request-actor";
import { readJson } from "./body";
import { parseInput } from "./parse-input";
import { refusalResponse } from "./problem";
import { requireSameOrigin } from "./same-origin";

const defaultMaxBytes = 1_000_000;

type RouteInput<P, Q, B> = {
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: Request;
};

type RouteDefinition<P, Q, B> = {
  readonly params: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly maxBytes?: number;
  readonly run: (input: RouteInput<P, Q, B>) => Promise<Response>;
};

/** A parameter that a route does not know is refused, not passed over: its sender believes that it does something. */
const noQuery = z.strictObject({});

type RouteContext = { readonly params: Promise<unknown> };

/**
 * A route handler for somebody signed in: finds the actor, parses params, query and body, calls `run`, and turns
 * whatever is thrown into a problem document. Nothing it answers may be kept by a cache.
 */
export function defineRoute<P, Q = undefined, B = undefined>(definition: RouteDefinition<P, Q, B>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const response = await definition.run(
        await readInput(definition, request, await context.params, requestId),
      );
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
      response.headers.set("x-request-id", requestId);
      return response;
    } catch (error) {
      return refusalResponse(error, requestId);
    }
  };
}

async function readInput<P, Q, B>(
  definition: RouteDefinition<P, Q, B>,
  request: Request,
  rawParams: unknown,
  requestId: string,
): Promise<RouteInput<P, Q, B>> {
  const writes = request.method !== "GET" && request.method !== "HEAD";
  // No page of another site can add this header: what carries a token is no browser being led.
  if (writes && bearerOf(request.headers) === null) requireSameOrigin(request);
  const actor = await requireSignedIn(request, requestId);
  const params = definition.params.safeParse(rawParams);
  if (!params.success) throw new Refusal("not_found", "There is nothing at this address.");
  const sent = Object.fromEntries(new URL(request.url).searchParams);
  const query = definition.query ? parseInput(definition.query, sent) : (parseInput(noQuery, sent) as Q);
  if (!writes || !definition.body)
    return { actor, params: params.data, query, body: undefined as B, request };
  const { text, value } = await readJson(request, definition.maxBytes ?? defaultMaxBytes);
  return {
    actor: { ...actor, operation: readOperation(request, text) },
    params: params.data,
    query,
    body: parseInput(definition.body, value),
    request,
  };
}

async function requireSignedIn(request: Request, requestId: string): Promise<Actor> {
  const expectedMemberId = request.headers.get("assay-member");
  const actor = await findRequestActor(request.headers, { expectedMemberId, requestId, operation: null });
  if (actor) return actor;
  throw new Refusal(
    "signed_out",
    bearerOf(request.headers) === null
      ? "You are signed out. Sign in and send it again; it was not saved."
      : "This token is unknown, revoked or over, or its member has left the desk. Nothing was done.",
  );
}

/** The key under which this request may be repeated; `body` stands for all that it asks for. @throws Refusal bad_input */
export function readOperation(request: Request, body: string): Operation | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw new Refusal("bad_input", "Idempotency-Key has to be 8 to 200 visible ASCII characters.");
  }
  const { pathname } = new URL(request.url);
  const asked = [request.method, pathname, request.headers.get("if-match") ?? "", body].join("\n");
  return { key, fingerprint: createHash("sha256").update(asked).digest("hex") };
}

/** The version that a write starts from. @throws Refusal version_missing (428), bad_input */
export function requireVersion(request: Request): number {
  const header = request.headers.get("if-match");
  if (header === null) {
    throw new Refusal(
      "version_missing",
      'Send If-Match: "<version>" with the version that you started from.',
    );
  }
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new Refusal("bad_input", 'If-Match has to be a version in quotes, such as "3".');
  return Number(version);
}
