import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import * as importRoute from "@/app/api/v1/workspaces/[workspace]/articles/import/route";
import * as readRoute from "@/app/api/v1/workspaces/[workspace]/articles/read/route";
import { docxOf, pdfOf } from "@/seeds/documents";
import { createDesk, type Desk, type Person } from "@/seeds/factories";
import { listClaims } from "../articles/queries";
import { sessionCookieName } from "../auth/options";
import { openSession } from "../auth/session-store";
import { db } from "../db/client";
import { env, origin } from "../env";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function cookieOf({ actor }: Person): Promise<string> {
  const sid = await openSession(actor.userId, new Date());
  return `${sessionCookieName()}=${await encode({ token: { sub: actor.userId, sid }, secret: env().ASSAY_SECRET })}`;
}

type Sent = {
  readonly route?: typeof readRoute;
  readonly person?: Person;
  readonly workspace?: string;
  readonly file?: readonly [name: string, content: string | Uint8Array];
  readonly fields?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly key?: string;
};

async function send({ route = importRoute, person = desk.editor, workspace = desk.slug, ...more }: Sent) {
  const headers = new Headers({ cookie: await cookieOf(person), origin: origin() });
  if (more.key !== undefined) headers.set("idempotency-key", more.key);
  let body: BodyInit;
  if (more.file) {
    const form = new FormData();
    form.set("file", new File([Buffer.from(more.file[1])], more.file[0]));
    for (const [name, value] of Object.entries(more.fields ?? {})) form.set(name, value);
    body = form;
  } else {
    headers.set("content-type", "application/json");
    body = JSON.stringify(more.json);
  }
  const request = new Request(`${origin()}/api/v1/workspaces/x/articles/import`, {
    method: "POST",
    headers,
    body,
  });
  const response = await route.POST(request, { params: Promise.resolve({ workspace }) });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) as Record<string, unknown> };
}

const count = () => db().article.count({ where: { workspaceId: desk.workspaceId } });
const claimsOf = (id: unknown) =>
  listClaims(desk.editor.actor, { workspace: desk.slug, articleId: typeof id === "string" ? id : "" });

describe("POST articles/import with a file", () => {
  it("brings in a Word document, and believes its sender before the document", async () => {
    const file = [
      "bridge_report.docx",
      docxOf(["It is long. It is red."], { title: "Untitled", creator: "A. S." }),
    ] as const;
    const { status, json } = await send({
      file,
      fields: { title: "The bridge", policy: "panel", language: "en" },
    });
    expect([status, json["revision"], json["claims"]]).toEqual([201, 1, 2]);
    const article = await db().article.findFirstOrThrow({
      where: { id: String(json["id"]) },
      include: { policy: true, revisions: true },
    });
    expect(article).toMatchObject({
      title: "The bridge",
      byline: "A. S.",
      language: "en",
      policy: { kind: "panel" },
    });
    expect(article.revisions.map(({ text }) => text)).toEqual(["It is long. It is red."]);
  });

  it("keeps boilerplate to be checked unless it is told otherwise, and says where it is", async () => {
    const text = "It is long.\n\nRead also: A tunnel\n\nIt is red.";
    const kept = await send({ file: ["a.txt", text] });
    expect(kept.json["boilerplate"]).toEqual([{ start: 13, end: 32, reason: "read_also" }]);
    expect((await claimsOf(kept.json["id"])).map(({ state }) => state)).toEqual(Array(3).fill("unchecked"));
    const disposed = await send({ file: ["a.txt", text], fields: { boilerplate: "dispose" } });
    expect(
      (await claimsOf(disposed.json["id"])).map(({ disposition, state }) => [disposition, state]),
    ).toEqual([
      ["to_check", "unchecked"],
      ["boilerplate", "disposed"],
      ["to_check", "unchecked"],
    ]);
    expect(disposed.json["duplicates"]).toMatchObject([
      { articleId: kept.json["id"], same: "text", revision: 1 },
    ]);
  });

  it("is called after its file where nothing else gives it a name, and is in the language that it is in", async () => {
    const { json } = await send({
      file: ["the_bridge.txt", "Die Brücke ist lang. Sie wurde 1931 eröffnet."],
    });
    const where = { id: String(json["id"]) };
    expect(await db().article.findFirstOrThrow({ where })).toMatchObject({
      title: "the bridge",
      language: "de",
    });
  });

  it("a double click brings it in once; another file under its key is refused", async () => {
    const before = await count();
    const key = randomUUID();
    const file = ["a.txt", `Only once: ${key}.`] as const;
    const [one, two] = await Promise.all([send({ file, key }), send({ file, key })]);
    expect([one.status, two.json]).toEqual([201, one.json]);
    expect(await count()).toBe(before + 1);
    const other = await send({ file: ["a.txt", "Another."], key });
    expect([other.status, other.json["code"]]).toEqual([422, "key_reused"]);
  });

  it.each<readonly [string, Sent, number, string]>([
    [
      "a picture with a text's name",
      { file: ["a.txt", Buffer.from("89504e470d0a1a0a", "hex")] },
      400,
      "is a picture",
    ],
    [
      "a protected PDF",
      { file: ["a.pdf", pdfOf([["x"]], { locked: true })] },
      400,
      "protected by a password",
    ],
    ["a scanned PDF", { file: ["a.pdf", pdfOf([[]])] }, 400, "text recognition"],
    ["a text in nobody's encoding", { file: ["a.txt", Buffer.from("c62031320a", "hex")] }, 400, "encoding"],
    ["nothing", { file: ["a.txt", ""] }, 400, "no words"],
    ["more than is taken", { file: ["a.html", Buffer.alloc(20_000_001, "a")] }, 413, "20 MB"],
    [
      "a field that nobody knows",
      { file: ["a.txt", "Words."], fields: { workspaceId: "x" } },
      400,
      "/workspaceId",
    ],
    ["an odd policy", { file: ["a.txt", "Words."], fields: { policy: "none" } }, 400, "/policy"],
    ["no address at all", { json: { url: "javascript:alert(1)" } }, 400, "http or https"],
    ["neither file nor address", { json: {} }, 400, "/url"],
  ])("refuses %s and leaves nothing behind", async (_name, sent, status, words) => {
    const before = await count();
    const answer = await send(sent);
    expect([answer.status, answer.json["detail"]]).toEqual([status, expect.stringContaining(words)]);
    expect(await count()).toBe(before);
  });

  it("cuts off an upload of fifty megabytes while it comes in", async () => {
    let sent = 0;
    const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.html"\r\n\r\n`;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? Buffer.from(head) : new Uint8Array(100_000).fill(97));
        sent += 1;
        if (sent > 500) controller.close();
      },
    });
    const request = new Request(`${origin()}/x`, {
      method: "POST",
      headers: {
        cookie: await cookieOf(desk.editor),
        origin: origin(),
        "content-type": "multipart/form-data; boundary=x",
      },
      body,
      duplex: "half",
    } as RequestInit);
    const response = await importRoute.POST(request, { params: Promise.resolve({ workspace: desk.slug }) });
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(300);
  });

  it("strangers, reviewers and pages of other sites bring in nothing, and their file is not read", async () => {
    const file = ["a.txt", "Words."] as const;
    const stranger = await createDesk("Elsewhere");
    expect((await send({ file, person: stranger.owner })).status).toBe(404);
    expect((await send({ file, person: desk.reviewer1 })).status).toBe(403);
    expect((await send({ route: readRoute, file, person: stranger.owner })).status).toBe(404);
  });
});

describe("POST articles/read", () => {
  it("shows what is in a file and writes nothing", async () => {
    const before = await count();
    const { status, json } = await send({
      route: readRoute,
      file: ["a.html", "<html lang=fr><title>Le pont</title><body><p>Il est long.</p></body>"],
    });
    expect([status, json["title"], json["language"], json["text"]]).toEqual([
      200,
      "Le pont",
      "fr",
      "Il est long.",
    ]);
    expect(await count()).toBe(before);
  });

  it("reads a text again in the encoding that a person chose", async () => {
    const bytes = Buffer.from("c62031320a", "hex");
    const asked = await send({ route: readRoute, file: ["a.txt", bytes] });
    expect(asked.json["fields"]).toMatchObject([{ field: "/encoding" }]);
    const { json } = await send({
      route: readRoute,
      file: ["a.txt", bytes],
      fields: { encoding: "windows-1252" },
    });
    expect([json["text"], json["encoding"]]).toEqual(["Æ 12\n", "windows-1252"]);
  });

  it("does not go to an address inside of its own network", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end("the inner network's secret");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { status, text } = await send({ route: readRoute, json: { url: `http://127.0.0.1:${port}/` } });
    server.close();
    expect([status, asked]).toEqual([400, 0]);
    expect(text).toContain("Nothing could be fetched from this address");
    expect(text).not.toContain("secret");
  });
});
