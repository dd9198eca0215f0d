import { Agent } from "node:http";
import { pause } from "../../process/living";
import { markOf, type HistoryLine, type Invoke, type OperationKind, type Outcome } from "../history";
import type { Random } from "../random";
import type { Credential } from "./credential";
import { ask, type Answered } from "./transport";

export type Write = {
  readonly kind: OperationKind;
  readonly target: string;
  readonly method: "POST" | "PUT" | "PATCH";
  readonly path: string;
  readonly base: number | null;
  /** What is sent; `mark` has to stand before whatever words it carries. */
  readonly body: (mark: string) => unknown;
  readonly after?: string;
  readonly role?: string;
  /** What the answer says of the new thing: its version, its id. */
  readonly read?: (json: Json) => { readonly version?: number; readonly id?: string };
};

export type Json = Readonly<Record<string, unknown>>;

type Settings = {
  readonly number: number;
  readonly member: string;
  readonly credential: Credential;
  readonly workspace: string;
  readonly ports: readonly number[];
  readonly random: Random;
  readonly tell: (line: HistoryLine) => void;
  readonly now: () => number;
};

export type Written = { readonly op: string; readonly outcome: Outcome; readonly json: Json };

/** Statuses after which it is not known whether the write happened; the program says so, or somebody on the way does. */
const unknownStatuses = new Set([500, 502, 503, 504]);
const retryMs = 150;

/** Sends the requests of one client, and each write again under its key until it is known how it ended. */
export class Writer {
  readonly settings: Settings;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private port: number;
  private count = 0;

  constructor(settings: Settings) {
    this.settings = settings;
    this.port = settings.random.pick(settings.ports);
  }

  async write(write: Write): Promise<Written> {
    const { tell } = this.settings;
    const op = this.begin(write);
    const body = JSON.stringify(write.body(markOf(op)));
    const headers = {
      "content-type": "application/json",
      "idempotency-key": op,
      ...(write.base === null ? {} : { "if-match": `"${write.base}"` }),
    };
    for (;;) {
      const answer = await this.judge(op, await this.send(write.method, write.path, body, headers));
      if (!answer) continue;
      const json = parse(answer.text);
      const outcome = this.outcomeOf(op, write, answer.status, json);
      tell(outcome);
      return { op, outcome, json };
    }
  }

  private begin({ kind, target, base, after, role }: Write): string {
    const { number, member, tell, now, random, ports } = this.settings;
    // Now here, now there: what waits for a save at one of the servers does not wait long.
    this.port = random.pick(ports);
    this.count += 1;
    const op = `c${String(number).padStart(2, "0")}-${String(this.count).padStart(6, "0")}`;
    const invoke: Invoke = { event: "invoke", at: now(), op, client: number, member, kind, target, base };
    tell({ ...invoke, ...(after ? { after } : {}), ...(role ? { role } : {}) });
    return op;
  }

  private outcomeOf(op: string, write: Write, status: number, json: Json): Outcome {
    const made = status < 300 ? (write.read?.(json) ?? {}) : {};
    return {
      event: status < 300 ? "ok" : status === 412 ? "conflict" : "fail",
      at: this.settings.now(),
      op,
      status,
      version: made.version ?? null,
      id: made.id ?? null,
    };
  }

  /** The answer to a read; null when there is none to be had now. */
  async read(path: string): Promise<Json | null> {
    const answer = await this.send("GET", path, null, {});
    if (answer instanceof Error || answer.status !== 200) {
      if (!(answer instanceof Error)) this.notice(`GET ${path}`, answer);
      await pause(retryMs);
      return null;
    }
    return parse(answer.text);
  }

  close(): void {
    this.agent.destroy();
  }

  private async send(
    method: string,
    path: string,
    body: string | null,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answered | Error> {
    const { workspace, credential } = this.settings;
    const { agent, port } = this;
    try {
      const shown = await credential.headers(agent, port);
      return await ask(agent, {
        port,
        method,
        path: `/api/v1/workspaces/${workspace}/${path}`,
        headers: { ...headers, ...shown },
        body,
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** The answer when it tells how the write ended; otherwise says so, waits a little, and takes another way. */
  private async judge(op: string, answer: Answered | Error): Promise<Answered | null> {
    const { tell, now, ports, random } = this.settings;
    if (!(answer instanceof Error) && answer.status === 429) {
      await pause(Math.max(answer.retryAfterMs, retryMs));
      return null;
    }
    const isSignedOut = !(answer instanceof Error) && this.notice(op, answer) === "signed out";
    if (!(answer instanceof Error) && !isSignedOut && !unknownStatuses.has(answer.status)) return answer;
    tell({
      event: "unknown",
      at: now(),
      op,
      why: answer instanceof Error ? answer.message : String(answer.status),
    });
    this.port = random.pick(ports);
    await pause(retryMs);
    return null;
  }

  /** Whether the program broke, or wants somebody to sign in again who can. */
  private notice(what: string, { status, text }: Answered): "signed out" | null {
    const { tell, now, number, credential } = this.settings;
    if (status === 500)
      tell({ event: "broken", at: now(), client: number, what: `${what}: ${text.slice(0, 300)}` });
    return status === 401 && credential.refused() ? "signed out" : null;
  }
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}
