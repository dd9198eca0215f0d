import "server-only";
import type { IncomingMessage } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { readBody, type Body } from "./body";
import { connect, NotReached } from "./connect";
import { FetchFailure, type FetchReason } from "./failure";
import { theInternet, type Outside } from "./outside";

/** A page as it came, and the address that it came from after all redirects. */
export type FetchedPage = Body & { readonly url: string };

/** What is asked for: the Accept header, and the media types that are taken for an answer. */
export type Wanted = { readonly accept: string; readonly mediaTypes: readonly string[] };

/** What an article may be written in. */
const readable: Wanted = {
  accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
  mediaTypes: [
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
};

/** Stands for every place that no redirect leads to; never connected to, and told like any that does not answer. */
const nowhere = new URL("http://0.0.0.0/");

const headers = {
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "Assay (reads a page for a fact-check)",
};

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches one page from the public internet for somebody who asked for it. Only http and https on their own ports, only
 * public addresses (asked of every hop, at the moment of connecting), nothing endless, nothing that is no document.
 * @throws FetchFailure that says what was wrong. Whether an address is forbidden, closed or silent is not told: all
 * three read the same and take as long, so that nobody can map a network with it.
 */
export async function fetchPage(
  address: string,
  outside: Outside = theInternet,
  wanted: Wanted = readable,
): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(outside.limits.totalMs);
  try {
    return await follow(readAddress(address), wanted, outside, signal);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    if (signal.aborted) throw new FetchFailure("slow");
    throw new FetchFailure(error instanceof NotReached ? "unreachable" : "broken");
  }
}

/** @throws FetchFailure address, for what is no web address */
function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !isWebAddress(url)) throw new FetchFailure("address");
  return url;
}

function isWebAddress({ protocol, username, password }: URL): boolean {
  return (protocol === "http:" || protocol === "https:") && username === "" && password === "";
}

async function follow(
  first: URL,
  wanted: Wanted,
  outside: Outside,
  signal: AbortSignal,
): Promise<FetchedPage> {
  let url = first;
  for (let hop = 0; hop <= outside.limits.maxRedirects; hop += 1) {
    const response = await reach(url, wanted.accept, outside, signal);
    try {
      const next = redirectOf(response, url);
      if (!next) return { url: url.href, ...(await readAnswer(response, wanted, outside)) };
      url = next;
    } finally {
      response.destroy();
    }
  }
  throw new FetchFailure("redirects");
}

/** Connects; a place that cannot be reached takes as long as one that never answers. */
async function reach(
  url: URL,
  accept: string,
  outside: Outside,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const started = performance.now();
  try {
    return await connect(url, { headers: { ...headers, accept } }, outside, signal);
  } catch (error) {
    const rest = outside.limits.connectMs - (performance.now() - started);
    if (error instanceof NotReached && rest > 0) await pause(rest, undefined, { signal });
    throw error;
  }
}

/** Where the answer sends us, or null if it is the answer itself. A place that we may not go to was not reached. */
function redirectOf(response: IncomingMessage, from: URL): URL | null {
  const { location } = response.headers;
  if (!redirects.has(response.statusCode ?? 0) || location === undefined) return null;
  if (!URL.canParse(location, from)) throw new FetchFailure("broken");
  const next = new URL(location, from);
  return isWebAddress(next) ? next : nowhere;
}

async function readAnswer(
  response: IncomingMessage,
  { mediaTypes }: Wanted,
  { limits }: Outside,
): Promise<Body> {
  const trouble = troubleOf(response.statusCode ?? 0);
  if (trouble) throw new FetchFailure(trouble);
  const type = response.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!mediaTypes.includes(type)) throw new FetchFailure("type");
  return readBody(response, type, limits.maxBytes);
}

function troubleOf(status: number): FetchReason | null {
  if (status === 401 || status === 403 || status === 407) return "login";
  if (status === 404 || status === 410) return "gone";
  return status >= 200 && status <= 299 ? null : "refused";
}
