import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { Refusal } from "@/lib/core/shared/refusal";
import { checkAnswer } from "../api/check-answer";
import type { Endpoint } from "../api/endpoint";
import type { Actor, Operation } from "../auth/actor";
import { bearerOf, findRequestActor } from "../auth/request-actor";
import { env } from "../env";
import { observe } from "../observing/observe";
import { readJson } from "./body";
import { parseInput } from "./parse-input";
import { refusalResponse } from "./problem";
import { limitActor, limitAddress } from "./rate-limit";
import { requireSameOrigin } from "./same-origin";

const defaultMaxBytes = 1_000_000;

type RouteInput<P, Q, B> = {
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: Request;
};

type Run<P, Q, B> = (input: RouteInput<P, Q, B>) => Promise<Response>;
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

/** A handler that knows what it was declared as, for the test that compares addresses with the document. */
export type DeclaredHandler = Handler & { readonly declared: Endpoint };

/** A parameter that a route does not know is refused, not passed over: its sender believes that it does something. */
const noQuery = z.strictObject({});

type RouteContext = { readonly params: Promise<unknown> };

/**
 * The handler of an operation that is declared in lib/server/api/endpoints, for somebody signed in or with a token: finds
 * the actor, parses params, query and body, calls `run`, and turns whatever is thrown into a problem document. Nothing it
 * answers may be kept by a cache.
 */
export function defineRoute<P, Q, B>(declared: Endpoint<P, Q, B>, run: Run<P, Q, B>): DeclaredHandler {
  return declare(declared, async (request, context) => {
    const requestId = randomUUID();
    const [arrivedAt, began] = [Date.now(), performance.now()];
    const asked: Asked = { request, params: await context.params, requestId, userId: null };
    const response = await answerChecked(declared, run, asked);
    response.headers.set("x-request-id", requestId);
    observe({
      requestId,
      method: declared.method,
      route: declared.path,
      status: response.status,
      ms: performance.now() - began,
      userId: asked.userId,
      arrivedAt,
      traceparent: request.headers.get("traceparent"),
    });
    return response;
  });
}

type Asked = {
  readonly request: Request;
  readonly params: unknown;
  readonly requestId: string;
  /** Who asks, once that is known. */
  userId: string | null;
};

async function answerChecked<P, Q, B>(
  declared: Endpoint<P, Q, B>,
  run: Run<P, Q, B>,
  asked: Asked,
): Promise<Response> {
  const response = await answer(declared, run, asked);
  if (env().ASSAY_CHECK_ANSWERS !== "1") return response;
  try {
    await checkAnswer(declared, response);
    return response;
  } catch (error) {
    return refusalResponse(error, asked.requestId);
  }
}

async function answer<P, Q, B>(
  declared: Endpoint<P, Q, B>,
  run: Run<P, Q, B>,
  asked: Asked,
): Promise<Response> {
  try {
    const response = await run(await readInput(declared, asked));
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
    return response;
  } catch (error) {
    return refusalResponse(error, asked.requestId);
  }
}

/** The same for a handler that does all of it by itself. */
export function declare<P, Q, B>(declared: Endpoint<P, Q, B>, handler: Handler): DeclaredHandler {
  return Object.assign(handler, { declared: declared });
}

async function readInput<P, Q, B>(declared: Endpoint<P, Q, B>, asked: Asked): Promise<RouteInput<P, Q, B>> {
  const { request, params: rawParams, requestId } = asked;
  const writes = request.method !== "GET" && request.method !== "HEAD";
  // No page of another site can add this header: what carries a token is no browser being led.
  if (writes && bearerOf(request.headers) === null) requireSameOrigin(request);
  limitAddress(request.headers);
  const actor = await requireSignedIn(request, requestId);
  asked.userId = actor.userId;
  limitActor(actor);
  const params = declared.params.safeParse(rawParams);
  if (!params.success) throw new Refusal("not_found", "There is nothing at this address.");
  const sent = Object.fromEntries(new URL(request.url).searchParams);
  const query = declared.query ? parseInput(declared.query, sent) : (parseInput(noQuery, sent) as Q);
  if (!writes || !declared.body) return { actor, params: params.data, query, body: undefined as B, request };
  const { text, value } = await readJson(request, declared.maxBytes ?? defaultMaxBytes);
  return {
    actor: { ...actor, operation: readOperation(request, text) },
    params: params.data,
    query,
    body: parseInput(declared.body, value),
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
