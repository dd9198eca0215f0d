import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchPage } from "./fetch-page";
import { theInternet, type Outside } from "./outside";
import { isPublicAddress } from "./public-address";

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    if ("closeAllConnections" in server) (server as Server).closeAllConnections();
  }
});

async function listen(
  answer: RequestListener,
  host = "127.0.0.1",
): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  open.push(server);
  server.listen(0, host);
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, asked };
}

/** A world in which the public page lives at 127.0.0.1, and 127.0.0.2 is an inner network. */
function world(
  more: Partial<Outside["limits"]> = {},
  names: Readonly<Record<string, readonly string[]>> = {},
) {
  const outside: Outside = {
    limits: { ...theInternet.limits, connectMs: 5_000, ...more },
    mayMeet: (address) => address === "127.0.0.1" || isPublicAddress(address),
    mayUsePort: () => true,
    resolve: (host) => {
      const found = names[host] ?? (host === "news.example" ? ["127.0.0.1"] : null);
      return found ? Promise.resolve(found) : Promise.reject(new Error("ENOTFOUND"));
    },
  };
  return outside;
}

const page: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=Windows-1256" }).end("<p>Words.</p>");
};

describe("fetchPage", () => {
  it("brings a page, with its type and encoding as the server says them", async () => {
    const { port } = await listen(page);
    const found = await fetchPage(`http://news.example:${port}/a?b=c#d`, world());
    expect(found).toMatchObject({ mediaType: "text/html", charset: "Windows-1256" });
    expect(found.bytes.toString()).toBe("<p>Words.</p>");
  });

  it("unpacks what is packed", async () => {
    const { port } = await listen((_request, response) => {
      response
        .writeHead(200, { "content-type": "text/plain", "content-encoding": "gzip" })
        .end(gzipSync("Packed words."));
    });
    expect((await fetchPage(`http://news.example:${port}/`, world())).bytes.toString()).toBe("Packed words.");
  });

  it("follows redirects to where the page is, and says where that was", async () => {
    const { port, asked } = await listen((request, response) => {
      const hop = Number(/hop=(\d)/.exec(request.url ?? "")?.[1]);
      if (hop === 0) page(request, response);
      else response.writeHead(302, { location: `/?hop=${hop - 1}` }).end();
    });
    const { url } = await fetchPage(`http://news.example:${port}/?hop=5`, world());
    expect(url).toBe(`http://news.example:${port}/?hop=0`);
    expect(asked).toHaveLength(6);
    await expect(fetchPage(`http://news.example:${port}/?hop=6`, world())).rejects.toMatchObject({
      reason: "redirects",
    });
  });

  it("turns in no loop", async () => {
    const { port, asked } = await listen((_request, response) => {
      response.writeHead(302, { location: "/" }).end();
    });
    await expect(fetchPage(`http://news.example:${port}/`, world())).rejects.toMatchObject({
      reason: "redirects",
    });
    expect(asked).toHaveLength(6);
  });

  it.each([
    ["no address at all", "news.example"],
    ["a file", "file:///etc/passwd"],
    ["a script", "javascript:alert(1)"],
    ["a user name", "http://me:secret@news.example/"],
    ["gopher", "gopher://news.example/"],
  ])("refuses %s as no web address", async (_name, address) => {
    await expect(fetchPage(address, world())).rejects.toMatchObject({ reason: "address" });
  });
});

describe("what must not be met", () => {
  const inner: RequestListener = (_request, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end("the inner network's secret");
  };
  // Each of these takes as long as a server that says nothing would.
  const quick = { connectMs: 500 };
  const unreachable = { reason: "unreachable" };

  it.each(["127.0.0.2", "0x7f000002", "2130706434", "127.0.2", "[::ffff:127.0.0.2]"])(
    "an address that is spelt out: %s",
    async (host) => {
      const { port, asked } = await listen(inner, "127.0.0.2");
      await expect(fetchPage(`http://${host}:${port}/`, world(quick))).rejects.toMatchObject(unreachable);
      expect(asked).toEqual([]);
    },
  );

  it("a name that leads inside, also beside one that does not", async () => {
    const { port, asked } = await listen(inner, "127.0.0.2");
    const names = { "in.example": ["127.0.0.2"], "both.example": ["127.0.0.1", "127.0.0.2"] };
    for (const host of ["in.example", "both.example", "unknown.example"]) {
      await expect(fetchPage(`http://${host}:${port}/`, world(quick, names))).rejects.toMatchObject(
        unreachable,
      );
    }
    expect(asked).toEqual([]);
  });

  it("a name that answers differently a moment later: what was judged is what is met", async () => {
    const { port, asked } = await listen(inner, "127.0.0.2");
    await new Promise<void>((resolve) => {
      const same = createServer(page).listen(port, "127.0.0.1", resolve);
      open.push(same);
    });
    let asks = 0;
    const resolve = () => Promise.resolve([asks++ === 0 ? "127.0.0.1" : "127.0.0.2"]);
    const outside = { ...world(quick), resolve };
    // The first look-up is the only one, and its answer is where the connection goes.
    expect((await fetchPage(`http://rebind.example:${port}/`, outside)).bytes.toString()).toBe(
      "<p>Words.</p>",
    );
    expect(asks).toBe(1);
    // The next request looks up again, judges again, and is refused.
    await expect(fetchPage(`http://rebind.example:${port}/`, outside)).rejects.toMatchObject(unreachable);
    expect(asked).toEqual([]);
  });

  it.each([
    ["an inner address", (port: number) => `http://127.0.0.2:${port}/`],
    ["IPv6 loopback", (port: number) => `http://[::1]:${port}/`],
    ["a file", () => "file:///etc/passwd"],
    ["an address with a password", () => "http://a:b@news.example/"],
  ])("a redirect to %s", async (_name, location) => {
    const secret = await listen(inner, "127.0.0.2");
    const { port } = await listen((_request, response) => {
      response.writeHead(302, { location: location(secret.port) }).end();
    });
    await expect(fetchPage(`http://news.example:${port}/`, world(quick))).rejects.toMatchObject(unreachable);
    expect(secret.asked).toEqual([]);
  });

  it("other ports than the web's own", async () => {
    const { port, asked } = await listen(page);
    const outside = { ...world(quick), mayUsePort: theInternet.mayUsePort };
    await expect(fetchPage(`http://news.example:${port}/`, outside)).rejects.toMatchObject(unreachable);
    expect(asked).toEqual([]);
    expect([80, 443, 22, 8080].map(theInternet.mayUsePort)).toEqual([true, true, false, false]);
  });

  it("forbidden, closed and silent read the same, and none comes back sooner than the silent one could", async () => {
    const closed = createTcpServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const answers = await Promise.all(
      [`http://127.0.0.2:${port}/`, `http://127.0.0.1:${port}/`, "http://nowhere.example/"].map(
        async (address) => {
          const started = performance.now();
          const error = await fetchPage(address, world(quick)).catch((thrown: unknown) => thrown);
          return {
            message: (error as Error).message,
            soon: performance.now() - started < quick.connectMs * 0.9,
          };
        },
      ),
    );
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
    expect(answers.map(({ soon }) => soon)).toEqual([false, false, false]);
  });
});

describe("what must not go on for ever", () => {
  const stubborn = (write: RequestListener) => listen(write);

  it("a body that unpacks to more than is taken", async () => {
    const { port } = await stubborn((_request, response) => {
      response
        .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(50_000_000)));
    });
    await expect(fetchPage(`http://news.example:${port}/`, world())).rejects.toMatchObject({
      reason: "large",
    });
  });

  it("a stream without an end", async () => {
    const { port } = await stubborn((_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      const chunk = Buffer.alloc(64_000, "a");
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more);
      more();
    });
    await expect(fetchPage(`http://news.example:${port}/`, world())).rejects.toMatchObject({
      reason: "large",
    });
  });

  it("a server that sends a letter now and then, and one that never answers", async () => {
    const drip = await stubborn((_request, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      const timer = setInterval(() => response.write("a"), 20);
      response.on("close", () => {
        clearInterval(timer);
      });
    });
    const silent = await stubborn(() => undefined);
    for (const { port } of [drip, silent]) {
      await expect(fetchPage(`http://news.example:${port}/`, world({ totalMs: 400 }))).rejects.toMatchObject({
        reason: "slow",
      });
    }
  });

  it.each([
    ["a picture", 200, { "content-type": "image/png" }, "type"],
    ["no type at all", 200, {}, "type"],
    ["a login by status", 401, {}, "login"],
    ["a forbidden page", 403, { "content-type": "text/html" }, "login"],
    ["no page", 404, { "content-type": "text/html" }, "gone"],
    ["a broken server", 500, { "content-type": "text/html" }, "refused"],
    ["an unknown packing", 200, { "content-type": "text/html", "content-encoding": "zstd" }, "broken"],
  ] as const)("%s is said to be what it is", async (_name, status, headers, reason) => {
    const { port } = await listen((_request, response) => {
      response.writeHead(status, headers).end("x");
    });
    await expect(fetchPage(`http://news.example:${port}/`, world())).rejects.toMatchObject({ reason });
  });

  it("a body that breaks off, and a packed one that is damaged", async () => {
    const cut = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
      response.write("<p>Half", () => response.destroy());
    });
    const damaged = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end("not gzip");
    });
    for (const { port } of [cut, damaged]) {
      await expect(fetchPage(`http://news.example:${port}/`, world())).rejects.toMatchObject({
        reason: "broken",
      });
    }
  });
});
