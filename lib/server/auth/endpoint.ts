import "server-only";
import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { Refusal } from "@/lib/core/shared/refusal";
import { origin } from "../env";
import { refusalResponse } from "../http/problem";
import { authOptions } from "./options";
import { revokeCookieSession } from "./session-actor";
import { withWait } from "./with-wait";

type AuthContext = { readonly params: Promise<{ readonly nextauth: readonly string[] }> };

const maxBytes = 20_000;

/**
 * next-auth's endpoints, with what it leaves open closed: bodies have a limit, an address to return to is one of ours
 * or is refused (it would break inside), and signing out is done only when the session is revoked in the database.
 */
export async function handleAuth(request: Request, context: AuthContext): Promise<Response> {
  try {
    refuseForeignReturn(request);
    const cookies = request.headers.get("cookie");
    // The settings are read when a request comes, not when the program is built.
    const options = authOptions({
      userAgent: request.headers.get("user-agent"),
      endEarlier: () => revokeCookieSession(cookies, new Date()),
    });
    const handler = NextAuth(options) as (request: Request, context: AuthContext) => Promise<Response>;
    const response = await handler(await limited(request), context);
    const { nextauth } = await context.params;
    if (request.method === "POST" && nextauth[0] === "signout")
      await revokeCookieSession(cookies, new Date());
    return await withWait(response);
  } catch (error) {
    const malformed =
      error instanceof SyntaxError || (error instanceof TypeError && error.message === "Invalid URL");
    const refusal = malformed ? new Refusal("bad_input", "This request cannot be read.") : error;
    return refusalResponse(refusal, randomUUID());
  }
}

function refuseForeignReturn(request: Request): void {
  const to = new URL(request.url).searchParams.get("callbackUrl");
  if (to === null) return;
  const target = URL.canParse(to, origin()) ? new URL(to, origin()) : null;
  if (target?.origin !== origin() || !/^(\/|https?:)/.test(to)) {
    throw new Refusal("bad_input", "The address to return to is not one of ours.");
  }
}

async function limited(request: Request): Promise<Request> {
  if (request.method !== "POST") return request;
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isInteger(size)) throw new Refusal("bad_input", "Say how long the body is.");
  if (size > maxBytes) throw new Refusal("too_large", `The body may have at most ${maxBytes} bytes.`);
  return Promise.resolve(request);
}
