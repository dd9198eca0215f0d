import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { isAt, wantsTransaction, type Cell } from "../fault-points";
import { MessageReader, query, refusal, StatementReader, type Message } from "./postgres-messages";

export type PostgresProxy = {
  readonly port: number;
  /** The next save that comes to this step meets its fault. Resolves once it has; at most one waits at a time. */
  readonly arm: (cell: Cell) => Promise<void>;
  /** Nothing waits any more. */
  readonly disarm: () => void;
  /** Cuts every connection. */
  readonly cutAll: () => void;
  readonly close: () => void;
};

type Options = {
  /** Where the database listens now; it may have come up elsewhere since. */
  readonly upstreamPort: () => number;
  /** Ends the program that this proxy serves, at once. */
  readonly kill: () => void;
  readonly freezeMs: number;
};

type Trap = { cell: Cell; sprung: () => void };
type State = { trap: Trap | null };

/** Stands between the program and its database and reads along what the program says. */
export async function openPostgresProxy(options: Options): Promise<PostgresProxy> {
  const links = new Set<Link>();
  const state: State = { trap: null };
  const server = createServer((client) => {
    const link = new Link(client, options, state);
    links.add(link);
    client.once("close", () => links.delete(link));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    arm: (cell) => new Promise((sprung) => (state.trap = { cell, sprung })),
    disarm: () => {
      state.trap = null;
    },
    cutAll: () => {
      for (const link of links) link.cut();
    },
    close: () => {
      server.close();
      for (const link of links) link.cut();
    },
  };
}

/** One connection of the program, and ours to the database for it. */
class Link {
  private readonly client: Socket;
  private readonly upstream: Socket;
  private readonly options: Options;
  private readonly state: State;
  private readonly reader = new MessageReader();
  private readonly statements = new StatementReader();
  private inTransaction = false;
  private skipping = false;
  /** Bytes from the database that answer something of ours. */
  private swallowing = false;
  private afterCommit: Trap | null = null;
  private frozen: Buffer[] | null = null;

  constructor(client: Socket, options: Options, state: State) {
    this.client = client;
    this.options = options;
    this.state = state;
    this.upstream = connect(options.upstreamPort(), "127.0.0.1");
    for (const socket of [this.client, this.upstream]) {
      socket.setNoDelay(true);
      socket.on("error", () => {
        this.cut();
      });
      socket.on("close", () => {
        this.cut();
      });
    }
    this.client.on("data", (chunk) => {
      this.fromClient(chunk);
    });
    this.upstream.on("data", (chunk) => {
      this.fromDatabase(chunk);
    });
  }

  cut(): void {
    this.client.destroy();
    this.upstream.destroy();
  }

  private fromClient(chunk: Buffer): void {
    const passed: Buffer[] = [];
    for (const message of this.reader.read(chunk)) {
      if (this.skipping) this.skipping = message.type !== "S";
      else if (this.passes(message)) passed.push(message.bytes);
    }
    if (passed.length > 0) this.toDatabase(Buffer.concat(passed));
  }

  private toDatabase(bytes: Buffer): void {
    if (this.frozen) this.frozen.push(bytes);
    else if (!this.upstream.destroyed) this.upstream.write(bytes);
  }

  private fromDatabase(chunk: Buffer): void {
    if (this.swallowing) {
      // A rollback of ours is answered in one piece, which ends with "ready".
      this.swallowing = chunk.at(-6) !== 0x5a;
      return;
    }
    const trap = this.afterCommit;
    this.afterCommit = null;
    if (trap && this.befall(trap, null) === "stopped") return;
    if (this.frozen) setTimeout(() => void this.client.write(chunk), this.options.freezeMs);
    else this.client.write(chunk);
  }

  /** Whether the message goes on to the database now. */
  private passes(message: Message): boolean {
    const statement = this.statements.read(message);
    if (statement === null) return true;
    const { trap } = this.state;
    const was = this.inTransaction;
    if (/^begin/i.test(statement)) this.inTransaction = true;
    if (/^(commit|rollback)/i.test(statement)) this.inTransaction = false;
    if (!trap || !isAt(trap.cell.point, statement)) return true;
    if (wantsTransaction(trap.cell.point) && !was) return true;
    if (trap.cell.point === "after_commit") {
      this.state.trap = null;
      this.afterCommit = trap;
      return true;
    }
    this.state.trap = null;
    return this.befall(trap, message) === "goes on";
  }

  private befall({ cell, sprung }: Trap, message: Message | null): "goes on" | "stopped" {
    queueMicrotask(sprung);
    if (cell.action === "freeze") {
      this.freeze();
      return "goes on";
    }
    if (cell.action === "error" && message) {
      this.refuse(cell, message);
      return "stopped";
    }
    if (cell.action === "kill") this.options.kill();
    this.cut();
    return "stopped";
  }

  private freeze(): void {
    this.frozen = [];
    setTimeout(() => {
      const held = this.frozen ?? [];
      this.frozen = null;
      if (held.length > 0) this.toDatabase(Buffer.concat(held));
    }, this.options.freezeMs);
  }

  /** Says in the database's place that two transactions collided. */
  private refuse(cell: Cell, message: Message): void {
    this.skipping = message.type !== "Q";
    const ended = cell.point === "begin" || cell.point === "commit";
    if (cell.point === "commit") {
      this.swallowing = true;
      this.upstream.write(query("ROLLBACK"));
    }
    const words = "could not serialize access due to concurrent update";
    this.client.write(refusal("40001", words, ended ? "I" : "E"));
  }
}
