import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { pause } from "../../process/living";
import { randomFreePort } from "../../process/ports";
import { openHttpProxy, type HttpFault, type HttpProxy } from "../proxy/http-proxy";
import { openPostgresProxy, type PostgresProxy } from "../proxy/postgres-proxy";

export type ServerSettings = {
  /** What Node is to run, given the port. */
  readonly command: (port: number) => readonly string[];
  readonly cwd: string;
  readonly env: (databaseUrl: string) => NodeJS.ProcessEnv;
  /** The address of the database now, for the server's role. */
  readonly databaseUrl: () => string;
  readonly choose: (requestLine: string) => HttpFault | null;
  /** The file that takes what the process says. */
  readonly log: string;
};

export type Drained = { readonly had: number; readonly lost: number; readonly seconds: number };

const freezeMs = 3_000;
const delayMs = 1_500;
const startPatienceMs = 90_000;
const stopPatienceMs = 30_000;

/** One process of the program between its two proxies. */
export class Server {
  private readonly settings: ServerSettings;
  private readonly port: number;
  readonly http: HttpProxy;
  readonly postgres: PostgresProxy;
  private child: ChildProcess | null = null;

  private constructor(settings: ServerSettings, port: number, http: HttpProxy, postgres: PostgresProxy) {
    this.settings = settings;
    this.port = port;
    this.http = http;
    this.postgres = postgres;
  }

  static async open(settings: ServerSettings): Promise<Server> {
    const port = await randomFreePort("127.0.0.1");
    writeFileSync(settings.log, "");
    const http = await openHttpProxy({ upstreamPort: port, choose: settings.choose, delayMs });
    const holder: { server?: Server } = {};
    const postgres = await openPostgresProxy({
      upstreamPort: () => Number(new URL(settings.databaseUrl()).port),
      kill: () => holder.server?.kill(),
      freezeMs,
    });
    holder.server = new Server(settings, port, http, postgres);
    return holder.server;
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  output(): string {
    return readFileSync(this.settings.log, "utf8");
  }

  /** Starts the process and waits until it answers. @throws Error when it does not */
  async start(): Promise<void> {
    const { command, cwd, env, databaseUrl } = this.settings;
    const url = new URL(databaseUrl());
    url.port = String(this.postgres.port);
    const child = spawn(process.execPath, command(this.port), {
      cwd,
      env: env(url.href),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    const hear = (chunk: Buffer) => {
      appendFileSync(this.settings.log, chunk);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    this.child = child;
    for (const until = Date.now() + startPatienceMs; Date.now() < until && this.isRunning;) {
      if (await this.answers("/api/health")) return;
      await pause(100);
    }
    // Killed by a fault on the way up: whoever starts servers will start it again.
    if (!this.isRunning) return;
    throw new Error(`The program does not come up. It said:\n${this.output().slice(-3_000)}`);
  }

  /** Whether it answers with success, asked past the proxy. */
  async answers(path: string): Promise<boolean> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
        signal: AbortSignal.timeout(10_000),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** kill -9, with its whole group. */
  kill(): void {
    const pid = this.child?.pid;
    if (pid === undefined || !this.isRunning) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }

  /** Sets its clock wrong by so many milliseconds, or right again with 0. @returns whether it was there to be told */
  setClock(clockIsWrongBy: number): boolean {
    if (!this.isRunning || this.child?.connected !== true) return false;
    this.child.send({ clockIsWrongBy }, () => undefined);
    return true;
  }

  /** SIGTERM, and what became of the requests that it had. */
  async drain(): Promise<Drained> {
    const { child } = this;
    if (!child?.pid || !this.isRunning) return { had: 0, lost: 0, seconds: 0 };
    const watch = this.http.watch();
    const began = performance.now();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(child.pid, "SIGTERM");
    await Promise.race([ended, pause(stopPatienceMs)]);
    this.kill();
    await ended;
    const seconds = (performance.now() - began) / 1_000;
    return { had: watch.had, lost: watch.lost(), seconds };
  }

  close(): void {
    this.kill();
    this.http.close();
    this.postgres.close();
  }
}
