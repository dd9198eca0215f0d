import { randomUUID } from "node:crypto";
import { pause } from "../process/living";

export type Saved = { readonly status: number; readonly version: number | null; readonly tries: number };

type Save = {
  readonly base: string;
  readonly workspace: string;
  readonly claim: string;
  readonly token: string;
  readonly version: number;
  readonly verdict: string;
};

const mostTries = 20;

/** Saves an annotation as the program's own pages do: when nobody knows what became of it, again under the same key. */
export async function save({ base, workspace, claim, token, version, verdict }: Save): Promise<Saved> {
  const key = randomUUID();
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${base}/api/v1/workspaces/${workspace}/claims/${claim}/annotation`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "if-match": `"${version}"`,
        "idempotency-key": key,
      },
      body: JSON.stringify({ verdict }),
    }).catch(() => null);
    if (answer && answer.status < 500) {
      const { version: saved = null } = (await answer.json()) as { version?: number | null };
      return { status: answer.status, version: saved, tries };
    }
    if (tries >= mostTries) return { status: answer?.status ?? 0, version: null, tries };
    await pause(100);
  }
}

/** Signs in with a password as a browser does. @returns the cookies to go on with */
export async function signIn(base: string, email: string, password: string): Promise<string> {
  const start = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await start.json()) as { csrfToken: string };
  const jar = cookiesOf(start);
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: jar,
      origin: base,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  return [jar, cookiesOf(answer)].join("; ");
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

export type Listening = {
  /** Resolves once a message of this type about this claim has come. @throws Error when it does not within the time */
  readonly heard: (claim: string, withinMs: number) => Promise<void>;
  readonly stop: () => void;
};

/** Follows the live feed of an article; answered once the server listens. */
export async function listen(
  base: string,
  workspace: string,
  article: string,
  token: string,
): Promise<Listening> {
  const abort = new AbortController();
  const answer = await fetch(`${base}/api/v1/workspaces/${workspace}/events?article=${article}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`The live feed answers ${answer.status}.`);
  let text = "";
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
    }
  })().catch(() => undefined);
  return {
    heard: async (claim, withinMs) => {
      for (const until = Date.now() + withinMs; Date.now() < until;) {
        if (text.includes(claim)) return;
        await pause(20);
      }
      throw new Error("The live feed did not tell of a save.");
    },
    stop: () => {
      abort.abort();
    },
  };
}
