import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { projectRoot } from "@/scripts/process/project";
import { randomFreePort } from "@/scripts/process/ports";
import { serve, type RunningServer } from "@/scripts/start/server";

/** A line to the database that can be cut and mended. */
type Line = {
  readonly url: string;
  /** Ends every connection, and takes no new one until it is mended. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => void;
};

/** The program in a process of this test's own, on the database of all the others. */
export type OwnProgram = {
  readonly origin: string;
  readonly database: Pick<Line, "cut" | "mend">;
  readonly stop: () => Promise<void>;
  /** Comes up again at the same address as another build: with another build's id. */
  readonly deploy: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startOwnProgram(): Promise<OwnProgram> {
  const { DATABASE_URL: databaseUrl = "", ASSAY_DIST: dist = ".next" } = process.env;
  const line = await openLine(databaseUrl);
  const port = await randomFreePort("127.0.0.1");
  const origin = `http://127.0.0.1:${port}`;
  let server: RunningServer | null = null;
  const start = async (folder: string) => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DATABASE_URL: line.url,
      ASSAY_URL: origin,
      NEXTAUTH_URL: origin,
      ASSAY_DIST: folder,
    };
    // What the journeys are started with is not meant for a server.
    delete env["NODE_OPTIONS"];
    const { signal } = new AbortController();
    await serve({ host: "127.0.0.1", port, address: origin, env, signal, quiet: true }, (started) => {
      server = started;
    });
  };
  const stop = async () => {
    await server?.stop();
    server = null;
  };
  const next = join(dist, `deployed-${port}`);
  await start(dist);
  return {
    origin,
    database: line,
    stop,
    deploy: async () => {
      copyBuild(dist, next);
      await start(next);
    },
    close: async () => {
      await stop();
      line.close();
      rmSync(join(projectRoot, next), { recursive: true, force: true });
    },
  };
}

/** The same program under another build's id, as Next tells a page from its server by it. */
function copyBuild(from: string, to: string): void {
  const source = join(projectRoot, from);
  for (const entry of readdirSync(source)) {
    if (entry === "cache" || entry.startsWith("deployed-")) continue;
    cpSync(join(source, entry), join(projectRoot, to, entry), { recursive: true });
  }
  writeFileSync(join(projectRoot, to, "BUILD_ID"), `deployed-${Date.now().toString(36)}`);
}

async function openLine(databaseUrl: string): Promise<Line> {
  const url = new URL(databaseUrl);
  const { hostname, port } = url;
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const end = () => {
      client.destroy();
      upstream.destroy();
      sockets.delete(client);
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end).setNoDelay(true);
    if (!whole) {
      end();
      return;
    }
    sockets.add(client);
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: () => {
      whole = false;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      whole = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
