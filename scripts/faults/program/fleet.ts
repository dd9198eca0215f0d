import { join } from "node:path";
import { pause } from "../../process/living";
import { Server, type Drained, type ServerSettings } from "./server";

/** The processes of the program; whichever dies is started again, unless all are to be at rest. */
export class Fleet {
  readonly servers: readonly Server[];
  private resting = false;
  private closed = false;
  private failure: unknown = null;

  private constructor(servers: readonly Server[]) {
    this.servers = servers;
  }

  static async open(count: number, folder: string, settings: Omit<ServerSettings, "log">): Promise<Fleet> {
    const servers: Server[] = [];
    for (let made = 0; made < count; made += 1)
      servers.push(await Server.open({ ...settings, log: join(folder, `server-${made}.log`) }));
    return new Fleet(servers);
  }

  get ports(): readonly number[] {
    return this.servers.map(({ http }) => http.port);
  }

  async start(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.start()));
    for (const server of this.servers) void this.keep(server);
  }

  private async keep(server: Server): Promise<void> {
    while (!this.closed) {
      if (!this.resting && !server.isRunning)
        await server.start().catch((error: unknown) => (this.failure ??= error));
      await pause(50);
    }
  }

  /** @throws Error when a server did not come up again */
  check(): void {
    if (this.failure !== null) throw this.failure as Error;
  }

  /** Resolves when all of them can serve. @throws Error when one does not within a minute and a half */
  async ready(): Promise<void> {
    for (const until = Date.now() + 90_000; Date.now() < until;) {
      this.check();
      const answers = await Promise.all(
        this.servers.map(async (server) => server.isRunning && (await server.answers("/api/ready"))),
      );
      if (answers.every(Boolean)) return;
      await pause(100);
    }
    const words = this.servers.map((server) => server.output().slice(-2_000)).join("\n---\n");
    throw new Error(`The program does not become ready again. It said:\n${words}`);
  }

  /** Ends one after the other as an update would, and waits for each to be up again. */
  async roll(): Promise<readonly Drained[]> {
    const drained: Drained[] = [];
    for (const server of this.servers) {
      drained.push(await server.drain());
      await this.ready();
    }
    return drained;
  }

  /** No program runs while `run` does. */
  async atRest<T>(run: () => Promise<T>): Promise<T> {
    this.resting = true;
    for (const server of this.servers) await server.drain();
    try {
      return await run();
    } finally {
      this.resting = false;
    }
  }

  close(): void {
    this.closed = true;
    for (const server of this.servers) server.close();
  }
}
