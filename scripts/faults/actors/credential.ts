import type { Agent } from "node:http";
import { ask } from "./transport";

/** What a client shows at the door, and what it does when that opens nothing any more. */
export type Credential = {
  /** @throws Error when there is none to be had now */
  readonly headers: (agent: Agent, port: number) => Promise<Readonly<Record<string, string>>>;
  /** It was not accepted. Answers whether another one can be got. */
  readonly refused: () => boolean;
};

export function tokenOf(token: string): Credential {
  const headers = { authorization: `Bearer ${token}` };
  return { headers: () => Promise.resolve(headers), refused: () => false };
}

type Account = { readonly email: string; readonly password: string };

/** Signs in as the form does, and again when the session is gone: after a restore everybody is signed out. */
export function sessionOf(account: Account, origin: string): Credential {
  let cookie: string | null = null;
  return {
    headers: async (agent, port) => {
      cookie ??= await signIn(agent, port, account, origin);
      return { cookie, origin };
    },
    refused: () => {
      cookie = null;
      return true;
    },
  };
}

const sessionCookie = /^(__Host-)?assay\.session=./;

async function signIn(
  agent: Agent,
  port: number,
  { email, password }: Account,
  origin: string,
): Promise<string> {
  const opened = await ask(agent, { port, method: "GET", path: "/api/auth/csrf", headers: {}, body: null });
  const { csrfToken } = JSON.parse(opened.text) as { readonly csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password, json: "true" }).toString();
  const { cookies } = await ask(agent, {
    port,
    method: "POST",
    path: "/api/auth/callback/credentials",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: opened.cookies.join("; "),
      origin,
    },
    body: form,
  });
  const cookie = cookies.find((one) => sessionCookie.test(one));
  if (cookie === undefined) throw new Error("nobody was signed in");
  return cookie;
}
