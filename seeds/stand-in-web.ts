import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { theInternet, type Limits } from "@/lib/server/fetching/outside";
import { isPublicAddress } from "@/lib/server/fetching/public-address";
import type { World } from "@/lib/server/sources/read-page";

export type StandIn = {
  /** The address of a path on the public web of this world. */
  readonly at: (path: string) => string;
  readonly world: World;
  /** The paths that were asked for, in their order. */
  readonly asked: readonly string[];
  readonly close: () => void;
};

/** A small web of its own: its one public server is here, and everything else is as far away as ever. */
export async function standInWeb(answer: RequestListener, limits: Partial<Limits> = {}): Promise<StandIn> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => `http://web.example:${port}${path}`;
  return {
    at,
    asked,
    world: {
      registry: at("/doi/"),
      outside: {
        limits: { ...theInternet.limits, connectMs: 500, ...limits },
        mayMeet: (address) => address === "127.0.0.1" || isPublicAddress(address),
        mayUsePort: () => true,
        resolve: (host) =>
          host === "web.example" ? Promise.resolve(["127.0.0.1"]) : Promise.reject(new Error("ENOTFOUND")),
      },
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
