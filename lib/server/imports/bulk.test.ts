import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { xlsxOf } from "@/seeds/documents";
import { createDesk, type Desk, type Person } from "@/seeds/factories";
import type { ImportFields } from "@/lib/core/articles/import-input";
import type { Operation } from "../auth/actor";
import { db } from "../db/client";
import { cancelJob } from "../jobs/commands";
import { getJob, listJobErrors, listJobs } from "../jobs/queries";
import { importDelivery } from "./commands";
import type { Delivery } from "./delivery";
import { runImport } from "./run-import";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_000)
    yield await Promise.resolve(bytes.subarray(at, at + 10_000));
}

function file(
  name: string,
  content: string | Uint8Array,
  fields: ImportFields = {},
  operation: Operation | null = null,
): Delivery<ImportFields> {
  return {
    from: "file",
    receive: async (take) => {
      const taken = await take({ name, mediaType: "", content: pieces(Buffer.from(content)) });
      return { taken, fields, operation };
    },
  };
}

async function start(delivery: Delivery<ImportFields>, person: Person = desk.editor): Promise<string> {
  const done = await importDelivery(person.actor, { workspace: desk.slug }, delivery);
  if (done.outcome !== "started") throw new Error("One article came in");
  return done.jobId;
}

const run = (jobId: string, signal = new AbortController().signal) =>
  runImport({ workspaceId: desk.workspaceId, jobId }, signal);
const progress = (jobId: string) => getJob(desk.editor.actor, { workspace: desk.slug, jobId });
const count = () => db().article.count({ where: { workspaceId: desk.workspaceId } });

const lines = (many: number, mark = "") =>
  Array.from({ length: many }, (_, at) =>
    JSON.stringify({
      title: `Article ${at}${mark}`,
      text: `Fact ${at}${mark} is one. It was ${at} in 1931.`,
    }),
  );

describe("a file of many articles", () => {
  it("brings in the good lines and tells of every bad one, by its line", async () => {
    const all = [...lines(3), "{broken", '{"title":"no text"}', "", ...lines(2, " more")];
    const jobId = await start(file("desk.jsonl", all.join("\n"), { policy: "panel" }));
    expect(await progress(jobId)).toMatchObject({ state: "waiting", done: 2, total: 7, errorCount: 2 });
    await run(jobId);
    expect(await progress(jobId)).toMatchObject({
      state: "done",
      fileName: "desk.jsonl",
      done: 7,
      total: 7,
      articles: 5,
      claims: 10,
      errors: [
        { line: 4, message: expect.stringContaining("no valid JSON") as string },
        { line: 5, message: expect.stringContaining("no text") as string },
      ],
    });
    const where = { workspaceId: desk.workspaceId, title: "Article 2" };
    const article = await db().article.findFirstOrThrow({ where, include: { policy: true, claims: true } });
    expect([article.policy.kind, article.language, article.claims.length]).toEqual(["panel", "en", 2]);
    expect(
      await db().event.count({ where: { workspaceId: desk.workspaceId, type: "article.imported" } }),
    ).toBe(5);
    expect(await db().importPart.count({ where: { workspaceId: desk.workspaceId } })).toBe(0);
  });

  it("gives each article its own sentences, however many of them are written at once", async () => {
    const long = [300, 301, 40, 700, 2].map((sentences, at) => ({
      title: `Long ${at}`,
      text: Array.from({ length: sentences }, (_, n) => `In ${n} somebody counted lamp ${at}.`).join(" "),
    }));
    await run(await start(file("long.jsonl", long.map((one) => JSON.stringify(one)).join("\n"))));
    const articles = await db().article.findMany({
      where: { workspaceId: desk.workspaceId },
      orderBy: { title: "asc" },
      include: { claims: { orderBy: { ordinal: "asc" } } },
    });
    expect(articles.map(({ title, claims }) => [title, claims.length, claims.at(-1)?.text])).toEqual([
      ["Long 0", 300, "In 299 somebody counted lamp 0."],
      ["Long 1", 301, "In 300 somebody counted lamp 1."],
      ["Long 2", 40, "In 39 somebody counted lamp 2."],
      ["Long 3", 700, "In 699 somebody counted lamp 3."],
      ["Long 4", 2, "In 1 somebody counted lamp 4."],
    ]);
  });

  it("may be CSV, a workbook, or what Label Studio gives out", async () => {
    const files: readonly (readonly [string, string | Uint8Array])[] = [
      ["a.csv", "title;text\nOne;It is long.\nTwo;It is red.\n"],
      [
        "a.xlsx",
        xlsxOf([
          ["Headline", "Body"],
          ["Three", "It is old."],
        ]),
      ],
      ["a.json", '[{"id":1,"data":{"text":"It is new."},"annotations":[]}]'],
    ];
    for (const [name, content] of files) {
      const jobId = await start(file(name, content));
      await run(jobId);
      expect(await progress(jobId)).toMatchObject({ state: "done", errorCount: 0 });
    }
    const articles = await db().article.findMany({
      where: { workspaceId: desk.workspaceId },
      orderBy: { id: "asc" },
    });
    expect(articles.map(({ title }) => title)).toEqual(["One", "Two", "Three", "It is new."]);
  });

  it("leaves out what is here already, unless it is told to bring it in again", async () => {
    const content = [...lines(2), ...lines(1)].join("\n");
    const first = await start(file("a.jsonl", content));
    await run(first);
    expect(await progress(first)).toMatchObject({ articles: 2, errors: [{ line: 3 }] });
    const second = await start(file("a.jsonl", content));
    await run(second);
    expect(await progress(second)).toMatchObject({ articles: 0, errorCount: 3 });
    const third = await start(file("a.jsonl", content, { duplicates: "bring_in" }));
    await run(third);
    expect(await progress(third)).toMatchObject({ articles: 3, errorCount: 0 });
  });

  it.each([
    ["nothing in it", "a.jsonl", "", "no article in this file"],
    ["no good line", "a.jsonl", "{\n{", "2 lines were looked at. Line 1:"],
    ["a picture in it", "a.csv", "\u0089PNG\r\n", "no text"],
    ["broken JSON", "a.json", "[1,", "no valid JSON"],
  ])("with %s is refused at once, and leaves nothing", async (_name, name, content, words) => {
    const bytes = name === "a.csv" ? Buffer.from("89504e470d0a1a0a0000", "hex") : content;
    const message = name === "a.csv" ? "is a picture" : words;
    await expect(start(file(name, bytes))).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
    });
    expect(await db().job.count({ where: { workspaceId: desk.workspaceId } })).toBe(0);
  });
});

describe("its job", () => {
  it("goes on where it was left, and does nothing twice", async () => {
    const jobId = await start(file("a.jsonl", lines(1_000).join("\n")));
    const stop = new AbortController();
    stop.abort();
    await expect(run(jobId, stop.signal)).rejects.toThrow();
    expect(await progress(jobId)).toMatchObject({ state: "running", done: 200, articles: 200 });
    // Two workers at once, as after a machine that was thought to be dead.
    await Promise.all([run(jobId), run(jobId)]);
    await run(jobId);
    expect(await progress(jobId)).toMatchObject({
      state: "done",
      done: 1_000,
      articles: 1_000,
      claims: 2_000,
    });
    expect(await count()).toBe(1_000);
  });

  it("survives the death of its process at any moment", async () => {
    const jobId = await start(file("a.jsonl", lines(3_000).join("\n")));
    const worker = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"],
      { stdio: "ignore", env: process.env },
    );
    const died = new Promise((resolve) => worker.once("exit", resolve));
    await expect.poll(async () => (await progress(jobId)).done, { timeout: 90_000 }).toBeGreaterThan(0);
    worker.kill("SIGKILL");
    await died;
    const { done, articles } = await progress(jobId);
    expect([articles, await count()]).toEqual([done, done]);
    await run(jobId);
    expect(await progress(jobId)).toMatchObject({
      state: "done",
      done: 3_000,
      articles: 3_000,
      claims: 6_000,
    });
    expect(await count()).toBe(3_000);
  });

  it("can be cancelled: what is done stays, nothing follows, and a second time changes nothing", async () => {
    const jobId = await start(file("a.jsonl", lines(500).join("\n")));
    const stop = new AbortController();
    stop.abort();
    await expect(run(jobId, stop.signal)).rejects.toThrow();
    const target = { workspace: desk.slug, jobId };
    await cancelJob(desk.editor.actor, target);
    await cancelJob(desk.editor.actor, target);
    await run(jobId);
    expect(await progress(jobId)).toMatchObject({ state: "cancelled", articles: 200 });
    expect([await count(), await db().importPart.count({ where: { jobId } })]).toEqual([200, 0]);
  });

  it("fails when its sender may not bring in articles any more", async () => {
    const jobId = await start(file("a.jsonl", lines(2).join("\n")));
    await db().member.updateMany({ where: { id: desk.editor.memberId }, data: { role: "viewer" } });
    await run(jobId);
    const job = await getJob(desk.owner.actor, { workspace: desk.slug, jobId });
    expect([job.state, await count()]).toEqual(["failed", 0]);
  });

  it("a double click starts one job", async () => {
    const operation = { key: randomUUID(), fingerprint: "same" };
    const content = lines(3).join("\n");
    const [one, two] = await Promise.all([
      start(file("a.jsonl", content, {}, operation)),
      start(file("a.jsonl", content, {}, operation)),
    ]);
    expect(one).toBe(two);
    expect(await db().job.count({ where: { workspaceId: desk.workspaceId } })).toBe(1);
  });

  it("is nobody else's business", async () => {
    const jobId = await start(file("a.jsonl", lines(1).join("\n")));
    const { owner } = await createDesk("Elsewhere");
    for (const attempt of [
      () => getJob(owner.actor, { workspace: desk.slug, jobId }),
      () => cancelJob(owner.actor, { workspace: desk.slug, jobId }),
      () => listJobs(owner.actor, { workspace: desk.slug }),
      () => importDelivery(owner.actor, { workspace: desk.slug }, file("a.jsonl", lines(1).join("\n"))),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(getJob(desk.reviewer1.actor, { workspace: desk.slug, jobId })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await progress(jobId)).toMatchObject({ state: "waiting" });
  });

  it("three at once are enough for a desk", async () => {
    for (const mark of ["a", "b", "c"]) await start(file("a.jsonl", lines(1, mark).join("\n")));
    await expect(start(file("a.jsonl", lines(1, "d").join("\n")))).rejects.toMatchObject({
      code: "too_many",
    });
  });

  it("gives out all its bad lines, a page at a time", async () => {
    const jobId = await start(file("a.jsonl", [...Array<string>(25).fill("{"), ...lines(1)].join("\n")));
    const target = { workspace: desk.slug, jobId };
    const first = await listJobErrors(desk.editor.actor, target, { after: -1, limit: 20 });
    const rest = await listJobErrors(desk.editor.actor, target, {
      after: Number(first.nextCursor),
      limit: 20,
    });
    expect([...first.items, ...rest.items].map(({ line }) => line)).toEqual(
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
    expect(rest.nextCursor).toBeNull();
  });
});
