import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { MessageReader, query } from "./postgres-messages";
import { openPostgresProxy } from "./postgres-proxy";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A database that answers each statement with its text; what locks takes it a moment. */
async function openDatabase(): Promise<number> {
  const server = createServer((socket) => {
    const reader = new MessageReader();
    let before = Promise.resolve();
    socket.on("data", (chunk) => {
      for (const { type, bytes } of reader.read(chunk)) {
        if (type !== "Q") continue;
        const text = bytes.toString("utf8", 5, bytes.length - 1);
        before = before.then(async () => {
          if (text.includes("for no key update")) await pause(30);
          socket.write(`${text};`);
        });
      }
    });
    ends.push(() => socket.destroy());
  });
  ends.push(() => server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const patience = { timeout: 20_000 };
const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const lock = "select 1 from claim where true for no key update";
const read = "/* plan: facts of a claim */ select 2";

describe("a connection that freezes in the middle of a breath", () => {
  it("tells what was answered meanwhile before what is answered later", async () => {
    const upstream = await openDatabase();
    const proxy = await openPostgresProxy({
      upstreamPort: () => upstream,
      kill: () => undefined,
      freezeMs: 60,
    });
    ends.push(proxy.close);
    const client = connect(proxy.port, "127.0.0.1");
    ends.push(() => client.destroy());
    let told = "";
    client.on("data", (chunk) => (told += chunk.toString()));

    const sprung = proxy.arm({ point: "read", action: "freeze" });
    client.write(Buffer.concat([startup, query("begin")]));
    await expect.poll(() => told, patience).toBe("begin;");
    client.write(Buffer.concat([query(lock), query(read)]));
    await sprung;
    const answers = `begin;${lock};${read};`;
    await expect.poll(() => told.length, patience).toBe(answers.length);
    expect(told).toBe(answers);
  }, 60_000);
});
