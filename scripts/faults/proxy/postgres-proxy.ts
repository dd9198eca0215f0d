import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { isAt, wantsTransaction, type Cell } from "../fault-points";
import { MessageReader, query, StatementReader, type Message } from "./postgres-messages";

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
  /** What the program has said and the database has not heard yet. */
  private passing: Buffer[] = [];
  private afterCommit: Trap | null = null;
  /** What is kept from both while the connection is frozen, in the order in which it came. */
  private frozen: { readonly toDatabase: Buffer[]; readonly toClient: Buffer[] } | null = null;

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
    for (const message of this.reader.read(chunk)) {
      if (this.skipping) this.skipping = message.type !== "S";
      else if (this.passes(message)) this.passing.push(message.bytes);
    }
    this.flush();
  }

  private flush(): void {
    if (this.passing.length === 0) return;
    const bytes = Buffer.concat(this.passing);
    this.passing = [];
    if (this.frozen) this.frozen.toDatabase.push(bytes);
    else if (!this.upstream.destroyed) this.upstream.write(bytes);
  }

  private fromDatabase(chunk: Buffer): void {
    // Other statements travel with the commit, and are answered before it.
    const trap = chunk.includes(committed) ? this.afterCommit : null;
    if (trap) this.afterCommit = null;
    if (trap && this.befall(trap, null) === "stopped") return;
    if (this.frozen) this.frozen.toClient.push(chunk);
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
    // What was said before is heard before.
    this.flush();
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
    const held = { toDatabase: [] as Buffer[], toClient: [] as Buffer[] };
    this.frozen = held;
    setTimeout(() => {
      this.frozen = null;
      for (const chunk of held.toClient) if (!this.client.destroyed) this.client.write(chunk);
      this.passing.unshift(...held.toDatabase);
      this.flush();
    }, this.options.freezeMs);
  }

  /** The database says of this statement, where its turn is, that two transactions collided. */
  private refuse(cell: Cell, message: Message): void {
    this.skipping = message.type !== "Q";
    this.passing.push(query(cell.point === "commit" ? `rollback; ${collision}` : collision));
  }
}

const collision = `do $$ begin
  raise exception 'could not serialize access due to concurrent update' using errcode = '40001';
end $$`;
const committed = Buffer.from("COMMIT\0");
