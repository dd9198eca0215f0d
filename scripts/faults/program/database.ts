import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pause } from "../../process/living";
import { openEmbedded, type EmbeddedDatabase } from "../../database/embedded";

/** The database under test: comes and goes, each time on another port. */
export class Database {
  private readonly folder: string;
  private running: EmbeddedDatabase;

  private constructor(folder: string, running: EmbeddedDatabase) {
    this.folder = folder;
    this.running = running;
  }

  static async open(folder: string): Promise<Database> {
    return new Database(folder, await openEmbedded(folder));
  }

  get port(): number {
    return this.running.server.port;
  }

  get ownerUrl(): string {
    return this.running.ownerUrl;
  }

  get appUrl(): string {
    return this.running.appUrl;
  }

  get secrets(): EmbeddedDatabase["secrets"] {
    return this.running.secrets;
  }

  /** PostgreSQL's first process and all its children, the first one first. */
  processes(): readonly number[] {
    const note = readFileSync(join(this.folder, "postgres", "postmaster.pid"), "utf8");
    const first = Number.parseInt(note, 10);
    return [first, ...childrenOf(first)];
  }

  /** Ends all of it at once, as a power cut would end processes, and brings it up again after the time given. */
  async crash(downMs: number): Promise<void> {
    for (const pid of this.processes()) endNow(pid);
    await pause(downMs);
    await this.reopen();
  }

  async reopen(): Promise<void> {
    this.running = await openEmbedded(this.folder);
  }

  /** Stands still with everything that it has begun, and goes on. */
  async freeze(forMs: number): Promise<void> {
    const pids = this.processes();
    for (const pid of pids) signal(pid, "SIGSTOP");
    await pause(forMs);
    for (const pid of pids) signal(pid, "SIGCONT");
  }

  async stop(): Promise<void> {
    await this.running.stop();
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    // The name stands in brackets and may hold anything: what follows the last bracket is numbers.
    const said = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(said.slice(said.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}

function endNow(pid: number): void {
  signal(pid, "SIGKILL");
}
