import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { encode } from "next-auth/jwt";
import { sessionCookieName } from "../../lib/server/auth/options";
import { openSession } from "../../lib/server/auth/session-store";
import { env } from "../../lib/server/env";
import type { Person } from "../../seeds/factories";

export type Call = {
  readonly method: "GET" | "PUT";
  readonly path: string;
  readonly version?: number;
  readonly body?: unknown;
};

export type Answered = { readonly status: number; readonly body: string };

/** Somebody's own connection to a server, kept open. */
export type Caller = (call: Call) => Promise<Answered>;

/** Somebody who is signed in, as their browser asks. */
export async function signedIn(origin: string, person: Person): Promise<Caller> {
  return caller(origin, { cookie: await cookieOf(person), "sec-fetch-site": "same-origin" });
}

/** The cookie of a session of somebody's own. */
export async function cookieOf({ actor }: Person): Promise<string> {
  const sid = await openSession(actor.userId, new Date());
  const token = await encode({ token: { sub: actor.userId, sid }, secret: env().ASSAY_SECRET });
  return `${sessionCookieName()}=${token}`;
}

/** A connection that says these headers with every call. */
export function caller(origin: string, headers: Readonly<Record<string, string>> = {}): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return ({ method, path, version, body }) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const all = {
      ...headers,
      ...(text === undefined
        ? {}
        : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }),
      ...(method === "PUT" ? { "idempotency-key": randomUUID() } : {}),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(`${origin}${path}`, { method, agent, headers: all }, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString("utf8") });
        });
      });
      asked.on("error", reject);
      asked.end(text);
    });
  };
}

export type Rate = { readonly perSecond: number; readonly times: readonly number[] };

/**
 * All work at once, each one call after the other, for so many milliseconds after a second that does not count.
 * @throws Error when a call fails
 */
export async function rateOf(work: readonly (() => Promise<unknown>)[], forMs: number): Promise<Rate> {
  const began = performance.now() + 1_000;
  const times: number[] = [];
  await Promise.all(
    work.map(async (call) => {
      for (let now = performance.now(); now < began + forMs;) {
        await call();
        const done = performance.now();
        if (now >= began && done <= began + forMs) times.push(done - now);
        now = done;
      }
    }),
  );
  return { perSecond: (1_000 * times.length) / forMs, times };
}
