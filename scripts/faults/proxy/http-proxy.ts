import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export const httpFaults = [
  "cut_before",
  "cut_after",
  "delay",
  "half_open",
  "duplicate_request",
  "duplicate_answer",
] as const;
export type HttpFault = (typeof httpFaults)[number];

export type HttpProxy = {
  readonly port: number;
  /** Looks at the requests that the program has now. */
  readonly watch: () => Watch;
  readonly close: () => void;
};

/** The requests that there were at a moment, and how many of them have ended without an answer since. */
export type Watch = { readonly had: number; readonly lost: () => number };

type Options = {
  readonly upstreamPort: number;
  /** What is to happen to the request that begins with this line. */
  readonly choose: (requestLine: string) => HttpFault | null;
  readonly delayMs: number;
};

/** How long an answer that is to be given twice is waited for to be whole. */
const settleMs = 40;
const secondDeliveryMs = 2_000;

/** Stands between clients and the program, passes bytes on, and does to a request what the choice says. */
export async function openHttpProxy(options: Options): Promise<HttpProxy> {
  const sockets = new Set<Socket>();
  const underWay = new Set<Exchange>();
  const server = createServer((client) => {
    sockets.add(client);
    client.once("close", () => sockets.delete(client));
    serve(client, options, underWay);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    watch: () => {
      const had = [...underWay];
      return { had: had.length, lost: () => had.filter(({ state }) => state === "lost").length };
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Exchange = { state: "waiting" | "answered" | "lost" };

function serve(client: Socket, options: Options, underWay: Set<Exchange>): void {
  const upstream = connect(options.upstreamPort, "127.0.0.1");
  let exchange: Exchange | null = null;
  let fault: HttpFault | null = null;
  let twin: Socket | null = null;
  let kept: Buffer[] = [];
  const endBoth = () => {
    client.destroy();
    upstream.destroy();
  };
  const settle = (state: "answered" | "lost") => {
    if (!exchange) return;
    exchange.state = state;
    underWay.delete(exchange);
    exchange = null;
  };
  for (const socket of [client, upstream]) {
    socket.setNoDelay(true);
    socket.on("error", endBoth);
  }
  client.on("close", () => upstream.destroy());
  upstream.on("close", () => {
    settle(fault === null && !client.destroyed ? "lost" : "answered");
    if (fault !== "half_open" && kept.length === 0) client.destroy();
  });

  const begin = (chunk: Buffer): boolean => {
    fault = options.choose(chunk.subarray(0, 200).toString("latin1").split("\r\n")[0] ?? "");
    if (fault === "cut_before") {
      endBoth();
      return false;
    }
    exchange = { state: "waiting" };
    underWay.add(exchange);
    twin = fault === "duplicate_request" ? openTwin(options.upstreamPort) : null;
    return true;
  };
  client.on("data", (chunk) => {
    if (!exchange && !begin(chunk)) return;
    upstream.write(chunk);
    twin?.write(chunk);
  });
  upstream.on("data", (chunk) => {
    settle("answered");
    if (fault === "cut_after") return endBoth();
    if (fault === "half_open") return;
    if (fault === "delay") return void setTimeout(() => client.write(chunk), options.delayMs);
    if (fault !== "duplicate_answer") return void client.write(chunk);
    kept.push(chunk);
    if (kept.length > 1) return;
    setTimeout(() => {
      const whole = Buffer.concat(kept);
      kept = [];
      client.end(Buffer.concat([whole, whole]));
    }, settleMs);
  });
}

/** A second delivery of the same request; its answer interests nobody. */
function openTwin(port: number): Socket {
  const twin = connect(port, "127.0.0.1");
  twin.on("error", () => undefined);
  twin.resume();
  setTimeout(() => twin.destroy(), secondDeliveryMs).unref();
  return twin;
}
