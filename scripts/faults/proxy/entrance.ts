import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** One address for several servers, as a balancer in front of them has it: each connection goes to the next of them. */
export async function openEntrance(): Promise<Entrance> {
  const sockets = new Set<Socket>();
  let ports: readonly number[] = [];
  let turn = 0;
  const server = createServer((client) => {
    const port = ports[turn % ports.length] ?? 0;
    turn += 1;
    const upstream = connect(port, "127.0.0.1");
    const endBoth = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", endBoth);
      socket.on("close", () => {
        sockets.delete(socket);
        endBoth();
      });
    }
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (others) => (ports = others),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

export type Entrance = {
  readonly origin: string;
  readonly leadTo: (ports: readonly number[]) => void;
  readonly close: () => void;
};
