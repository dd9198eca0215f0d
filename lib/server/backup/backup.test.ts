import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { reportFormats } from "@/lib/core/formats/catalogue";
import { formatOf } from "../reports/formats";
import { testPassword, createDesk, type Desk } from "@/seeds/factories";
import { seedLightship } from "@/seeds/lightship";
import { writeNote } from "../notes/commands";
import { sealHistory } from "../events/sealing";
import { db } from "../db/client";
import { restoreBackup } from "./restore-backup";
import { writeBackup, type Progress } from "./write-backup";

const ownerUrl = process.env["DATABASE_OWNER_URL"] ?? "";
const mark = `_${process.env["VITEST_POOL_ID"] ?? "0"}`;
const emptied = ["restored", "again", "refused"].map((name) => `${name}${mark}`);
const folders: string[] = [];

let desk: Desk;
let other: Desk;
let articles: readonly string[];
beforeAll(async () => {
  desk = await createDesk("Restored desk");
  other = await createDesk("Other desk");
  await seedLightship(desk);
  await sealHistory();
  articles = (await db().article.findMany({ where: { workspaceId: desk.workspaceId } })).map(({ id }) => id);
  const claim = await db().claim.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } });
  const target = { workspace: desk.slug, claimId: claim.id };
  // What JSON, COPY and CSV each write in a way of their own.
  await writeNote(desk.editor.actor, target, {
    body: 'tab\t "quote" \\n \\. U+2028 \u2028 \u0001 \u{1f4ce}',
  });
}, 60_000);
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await atServer(async (client) => {
    for (const name of emptied) await client.query(`drop database if exists ${name} with (force)`);
  });
});

async function atServer(run: (client: Client) => Promise<unknown>): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await run(client).finally(() => client.end());
}

/** A database with the tables and nothing in them. Its address, as the owner. */
async function emptyDatabase(at: number): Promise<string> {
  const name = emptied[at] ?? "";
  const template = new URL(inject("testCluster").templateUrl).pathname.slice(1);
  await atServer(async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-backup-"));
  folders.push(folder);
  return folder;
}

/** Runs with the server's modules on another database. */
async function onDatabase<T>(url: string, run: () => Promise<T>): Promise<T> {
  const before = process.env["DATABASE_URL"];
  const held = globalThis as unknown as Record<string, unknown>;
  const { assayDatabase, assaySnapshots } = held;
  Object.assign(held, { assayDatabase: undefined, assaySnapshots: undefined });
  process.env["DATABASE_URL"] = url;
  vi.resetModules();
  try {
    return await run();
  } finally {
    const { db: other } = await import("../db/client");
    await other().$disconnect();
    Object.assign(held, { assayDatabase, assaySnapshots });
    process.env["DATABASE_URL"] = before;
    vi.resetModules();
  }
}

/** Every export of every article, drafts and published, by format and number. */
async function everyExport(): Promise<Readonly<Record<string, string>>> {
  const { getReportFile, getPublicReport } = await import("../reports/queries");
  const all: Record<string, string> = {};
  for (const articleId of articles) {
    for (const format of [...reportFormats, formatOf("pdf")]) {
      const { pieces } = await getReportFile(desk.viewer.actor, { workspace: desk.slug, articleId }, format);
      const parts: Uint8Array[] = [];
      for await (const piece of pieces) parts.push(Buffer.from(piece));
      all[`${articleId} ${format.key}`] = Buffer.concat(parts).toString("latin1");
    }
    const { db: here } = await import("../db/client");
    const { publicSlug } = await here().article.findFirstOrThrow({ where: { id: articleId } });
    if (publicSlug) all[publicSlug] = JSON.stringify(await getPublicReport(publicSlug, 1));
  }
  return all;
}

async function rowsIn(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

const notes = "select id, body, quote, created_at from note order by id";
const people =
  'select (select count(*)::int from workspace) as desks, (select count(*)::int from "user") as people';

describe("a backup of the whole installation", () => {
  it("restored, exports the same bytes, verifies its history, lets people in, and goes on", async () => {
    const folder = newFolder();
    const before = await everyExport();
    const written: Progress[] = [];
    const manifest = await writeBackup(ownerUrl, folder, null, (progress) => written.push(progress));
    expect(new Set(written.map(({ of }) => of))).toEqual(new Set([manifest.files.length]));
    const claims = manifest.files.findIndex(({ table }) => table === "claim");
    const last = written.filter(({ table }) => table === "claim").at(-1);
    expect(last).toMatchObject({ rows: manifest.files[claims]?.rows, done: claims });
    expect(statSync(join(folder, "manifest.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "credential.jsonl")).mode & 0o777).toBe(0o600);
    const url = await emptyDatabase(0);
    const restored: string[] = [];
    expect(await restoreBackup(url, folder, ({ table }) => restored.push(table))).toEqual(manifest);
    expect(restored).toEqual(manifest.files.map(({ table }) => table));
    expect(await rowsIn(url, notes)).toEqual(await rowsIn(ownerUrl, notes));
    await onDatabase(url, async () => {
      expect(await everyExport()).toEqual(before);
      const { verifyHistory } = await import("../events/verify-history");
      const verdict = await verifyHistory(desk.workspaceId);
      expect(verdict).toMatchObject({ holds: true });
      const { signInWithPassword } = await import("../auth/sign-in");
      const credentials = { email: desk.editor.actor.email, password: testPassword };
      expect(await signInWithPassword(credentials, new Date())).toMatchObject({ outcome: "signed_in" });
      const { writeNote: write } = await import("../notes/commands");
      const claim = (await rowsIn(url, `select id from claim where article_id = '${articles[0] ?? ""}'`))[0];
      const target = { workspace: desk.slug, claimId: (claim as { id: string }).id };
      await write(desk.editor.actor, target, { body: "After the fire" });
      const { sealHistory: seal } = await import("../events/sealing");
      await seal();
      await seal();
      expect(await verifyHistory(desk.workspaceId)).toMatchObject({ holds: true });
    });
    await expect(rowsIn(url, "update event set type = 'x'")).rejects.toThrow();
    // What was written afterwards stays: nothing is restored over it.
    await expect(restoreBackup(url, folder)).rejects.toMatchObject({ code: "conflict" });
  });

  it("says which file is damaged, and where, and restores nothing of it", async () => {
    const url = await emptyDatabase(2);
    const folder = newFolder();
    const { files, migrations, ...rest } = await writeBackup(ownerUrl, folder, null);
    const claims = join(folder, "claim.jsonl");
    const whole = readFileSync(claims);
    truncateSync(claims, whole.length - 20);
    const lines = files.find(({ table }) => table === "claim")?.rows ?? 0;
    await expect(restoreBackup(url, folder)).rejects.toThrow(
      `claim.jsonl is damaged: line ${lines} is not whole`,
    );
    writeFileSync(claims, whole);
    appendFileSync(claims, "{}\n");
    await expect(restoreBackup(url, folder)).rejects.toThrow(`it has ${lines + 1} lines of ${lines}`);
    writeFileSync(claims, whole.toString("utf8").replace("lightship", "steamship"));
    await expect(restoreBackup(url, folder)).rejects.toThrow("claim.jsonl is damaged: it was changed");
    rmSync(claims);
    await expect(restoreBackup(url, folder)).rejects.toThrow("claim.jsonl is missing");
    writeFileSync(claims, whole);

    const manifest = join(folder, "manifest.json");
    const newer = { ...rest, files, migrations: [...migrations, "29990101000000_later"] };
    writeFileSync(manifest, JSON.stringify(newer));
    await expect(restoreBackup(url, folder)).rejects.toThrow(
      "newer version of Assay (it has 29990101000000_later)",
    );
    writeFileSync(manifest, JSON.stringify({ ...newer, migrations: migrations.slice(0, -1) }));
    await expect(restoreBackup(url, folder)).rejects.toThrow("older version of Assay");
    writeFileSync(manifest, "{");
    await expect(restoreBackup(url, folder)).rejects.toMatchObject({ code: "bad_input" });
    rmSync(manifest);
    await expect(restoreBackup(url, folder)).rejects.toThrow("holds no whole backup");
    expect(await rowsIn(url, people)).toEqual([{ desks: 0, people: 0 }]);
  });

  it("is not written over another, nor of a workspace that is not there", async () => {
    const folder = newFolder();
    await writeBackup(ownerUrl, folder, null);
    await expect(writeBackup(ownerUrl, folder, null)).rejects.toThrow("is not empty");
    await expect(writeBackup(ownerUrl, newFolder(), "nowhere")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a backup of one workspace", () => {
  it("holds nothing of another; comes into an installation once; its members keep what they have there", async () => {
    const folder = newFolder();
    const before = await everyExport();
    const manifest = await writeBackup(ownerUrl, folder, desk.slug);
    for (const { table } of manifest.files) {
      const text = readFileSync(join(folder, `${table}.jsonl`), "utf8");
      for (const strange of [other.workspaceId, other.slug, other.owner.actor.userId])
        expect(text).not.toContain(strange);
    }
    const url = await emptyDatabase(1);
    const known = desk.viewer.actor.email;
    await rowsIn(
      url,
      `insert into "user" (id, email, name) values (gen_random_uuid(), '${known}', 'Known here')`,
    );
    await restoreBackup(url, folder);
    expect(await rowsIn(url, people)).toEqual([{ desks: 1, people: 5 }]);
    const [found] = await rowsIn(
      url,
      `select u.id, u.name, m.role, c.user_id as password from "user" u join member m on m.user_id = u.id
       left join credential c on c.user_id = u.id where u.email = '${known}'`,
    );
    expect(found).toMatchObject({ name: "Known here", role: "viewer", password: null });
    const userId = (found as { id: string }).id;
    const viewer = desk.viewer;
    desk = { ...desk, viewer: { ...viewer, actor: { ...viewer.actor, userId } } };
    await onDatabase(url, async () => {
      expect(await everyExport()).toEqual(before);
    });
    desk = { ...desk, viewer };
    await expect(restoreBackup(url, folder)).rejects.toMatchObject({ code: "conflict" });
  });
});
