import { createServer } from "node:net";

function tryListen(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(null);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === "object" && address ? address.port : null;
      server.close(() => {
        resolve(got);
      });
    });
  });
}

export const isPortFree = async (port: number, host: string): Promise<boolean> =>
  (await tryListen(port, host)) !== null;

/** A port that was free a moment ago; whoever takes it must be ready to lose the race and ask again. */
export async function randomFreePort(host: string): Promise<number> {
  const port = await tryListen(0, host);
  if (port === null) throw new Error(`No free port could be had on ${host}.`);
  return port;
}
