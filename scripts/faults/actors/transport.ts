import { request, type Agent } from "node:http";

export type Asked = {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type Answered = {
  readonly status: number;
  readonly text: string;
  readonly retryAfterMs: number;
  /** What the answer sets, each as name=value. */
  readonly cookies: readonly string[];
};

const patienceMs = 10_000;

/** One request over a connection that is kept. @throws Error when no whole answer comes, whatever the reason */
export function ask(agent: Agent, { port, method, path, headers, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: "127.0.0.1", port, method, path, headers, timeout: patienceMs },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          if (!answer.complete) {
            reject(new Error("cut off"));
            return;
          }
          const retryAfterMs = Number(answer.headers["retry-after"] ?? 0) * 1_000;
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts).toString("utf8"),
            retryAfterMs,
            cookies: (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0] ?? ""),
          });
        });
      },
    );
    // Also of an answer that stops half-way: the clock runs while nothing comes.
    sent.on("timeout", () => sent.destroy(new Error("no answer")));
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}
