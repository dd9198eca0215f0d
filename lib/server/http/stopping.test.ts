import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { beginToStop, prepareToStop, whenStopping } from "./stopping";

const agent = new Agent({ keepAlive: true });

const ask = (port: number, path = "/", onBegun: () => void = () => undefined): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get({ agent, host: "127.0.0.1", port, path }, (answer) => {
      onBegun();
      answer.resume();
      answer.once("end", () => {
        resolve(answer);
      });
    }).once("error", reject);
  });

it("answers what a server that is told to stop has, and then closes each connection and each endless answer", async () => {
  prepareToStop();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let arrived: () => void = () => undefined;
  const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
  let slow = false;
  const server = createServer((request, response) => {
    if (request.url === "/feed") {
      response.write("first");
      whenStopping(() => response.end("last"));
      return;
    }
    if (!slow) return void response.end("fast");
    arrived();
    void released.then(() => response.end("slow"));
  });
  // Whatever is left open keeps the server from closing, for longer than this test is waited for.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  expect((await ask(port)).headers.connection).toBe("keep-alive");

  let begin: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => (begin = resolve));
  const feed = ask(port, "/feed", () => {
    begin();
  });
  await hasBegun;

  slow = true;
  const answer = ask(port);
  await hasArrived;
  const told: string[] = [];
  const unsay = whenStopping(() => told.push("unsaid"));
  whenStopping(() => told.push("endless"));
  unsay();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  beginToStop();
  expect(told).toEqual(["endless"]);
  release();
  expect((await answer).headers.connection).toBe("close");
  await feed;
  await closed;
  whenStopping(() => told.push("late"));
  expect(told).toEqual(["endless", "late"]);
});
