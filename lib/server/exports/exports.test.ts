import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createArticle, createDesk, createPerson, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { forgetOperations } from "../jobs/forget-operations";
import { workOff } from "../jobs/worker";
import { formatOf } from "../reports/formats";
import { getReportFile } from "../reports/queries";
import { startExport } from "./commands";
import { getExport, getExportFile, listExports } from "./queries";
import { runExport } from "./run-export";

let desk: Desk;
let long: string;
beforeAll(async () => {
  desk = await createDesk();
  const text = Array.from({ length: 1_000 }, (_, at) => `Number ${at} is on the list.`).join(" ");
  ({ id: long } = await createArticle(desk, { text, title: "A long list" }));
});

const json = { format: "json" };

async function textOf(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString("utf8");
}

/** An export of an article of its own, so that what other tests ask for is not in the way. */
async function asked(person = desk.viewer) {
  const { id: articleId } = await createArticle(desk);
  const target = { workspace: desk.slug, articleId };
  const { id: exportId } = await startExport(person.actor, target, json);
  return { articleId, target, own: { workspace: desk.slug, exportId } };
}

const queued = (own: { readonly exportId: string }) => ({
  workspaceId: desk.workspaceId,
  jobId: own.exportId,
});
const live = new AbortController().signal;

describe("an export that is written for later", () => {
  it("shows how far it is and becomes the file that a direct download is", async () => {
    const target = { workspace: desk.slug, articleId: long };
    const { id: exportId } = await startExport(desk.viewer.actor, target, json);
    const own = { workspace: desk.slug, exportId };
    expect(await getExport(desk.viewer.actor, own)).toMatchObject({ state: "waiting", done: 0, total: null });
    await expect(getExportFile(desk.viewer.actor, own)).rejects.toMatchObject({ code: "conflict" });
    await workOff();
    const direct = await textOf((await getReportFile(desk.viewer.actor, target, formatOf("json"))).pieces);
    const ready = await getExport(desk.viewer.actor, own);
    expect(ready).toMatchObject({ state: "done", done: 1_000, total: 1_000, fileName: "a-long-list.json" });
    expect(ready.bytes).toBe(Buffer.byteLength(direct));
    const file = await getExportFile(desk.viewer.actor, own);
    expect([file.name, await textOf(file.pieces)]).toEqual(["a-long-list.json", direct]);
    expect(await listExports(desk.viewer.actor, target)).toEqual([ready]);
  });

  it("is taken up anew after a process that died; of what that one wrote nothing is handed out", async () => {
    const target = { workspace: desk.slug, articleId: long };
    const { id: exportId } = await startExport(desk.editor.actor, target, json);
    const own = { workspace: desk.slug, exportId };
    const dying = new AbortController().signal;
    const check = vi.spyOn(dying, "throwIfAborted");
    check
      .mockImplementationOnce(() => undefined)
      .mockImplementation(() => {
        throw new Error("stopped");
      });
    await expect(runExport(queued(own), dying)).rejects.toThrow("stopped");
    const halfway = await getExport(desk.editor.actor, own);
    expect(halfway.state).toBe("running");
    expect(halfway.done).toBeGreaterThan(0);
    expect(halfway.done).toBeLessThan(1_000);
    expect(await db().exportPart.count({ where: { jobId: exportId } })).toBe(1);
    await db().claim.updateMany({ where: { articleId: long, ordinal: 1 }, data: { wording: "Told anew" } });
    await workOff();
    const direct = await textOf((await getReportFile(desk.editor.actor, target, formatOf("json"))).pieces);
    expect(direct).toContain("Told anew");
    expect(await textOf((await getExportFile(desk.editor.actor, own)).pieces)).toBe(direct);
    const runs = await db().exportPart.groupBy({ by: ["run"], where: { jobId: exportId } });
    expect(runs).toHaveLength(1);
  });

  it("is one job for a double click, twice at once, and asked for again while it is written", async () => {
    const { id: articleId } = await createArticle(desk);
    const target = { workspace: desk.slug, articleId };
    const actor = withKey(desk.reviewer1.actor, randomUUID());
    const all = await Promise.all([
      startExport(actor, target, json),
      startExport(actor, target, json),
      startExport(desk.reviewer1.actor, target, json),
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await startExport(desk.reviewer1.actor, target, { format: "csv" });
    await startExport(desk.reviewer1.actor, target, { format: "md" });
    await expect(startExport(desk.reviewer1.actor, target, { format: "html" })).rejects.toMatchObject({
      code: "too_many",
    });
    await expect(startExport(desk.reviewer1.actor, target, { format: "x" })).rejects.toMatchObject({
      code: "bad_input",
    });
    await workOff();
    expect(await listExports(desk.reviewer1.actor, target)).toHaveLength(3);
  });

  it("is its asker's alone: colleagues, strangers and people who have left find nothing", async () => {
    const leaver = await createPerson(desk.workspaceId, {
      name: "Leo",
      email: `${randomUUID()}@example.org`,
      role: "reviewer",
    });
    const { target, own } = await asked(leaver);
    await workOff();
    const stranger = await createDesk("Elsewhere");
    const refused = { code: "not_found" };
    for (const { actor } of [desk.owner, stranger.owner]) {
      await expect(getExport(actor, own)).rejects.toMatchObject(refused);
      await expect(getExportFile(actor, own)).rejects.toMatchObject(refused);
    }
    expect(await listExports(desk.owner.actor, target)).toEqual([]);
    const elsewhere = { ...own, workspace: stranger.slug };
    await expect(getExportFile(stranger.owner.actor, elsewhere)).rejects.toMatchObject(refused);
    await expect(startExport(stranger.owner.actor, target, json)).rejects.toMatchObject(refused);
    const theirs = { ...target, workspace: stranger.slug };
    await expect(startExport(stranger.owner.actor, theirs, json)).rejects.toMatchObject(refused);
    await expect(listExports(stranger.owner.actor, theirs)).rejects.toMatchObject(refused);

    await db().member.updateMany({ where: { id: leaver.memberId }, data: { removedAt: new Date() } });
    await expect(getExportFile(leaver.actor, own)).rejects.toMatchObject(refused);
  });

  it("fails where there is nothing to write any more, and is kept for a week", async () => {
    const { articleId, own } = await asked();
    await db().article.updateMany({ where: { id: articleId }, data: { deletedAt: new Date() } });
    await runExport(queued(own), live);
    // While the article is in the bin nothing of it is told; then, that nothing was written.
    await expect(getExport(desk.viewer.actor, own)).rejects.toMatchObject({ code: "not_found" });
    await db().article.updateMany({ where: { id: articleId }, data: { deletedAt: null } });
    expect(await getExport(desk.viewer.actor, own)).toMatchObject({ state: "failed", fileName: null });

    const { own: kept } = await asked();
    await workOff();
    const age = (days: number) =>
      db().job.updateMany({
        where: { id: kept.exportId },
        data: { createdAt: new Date(Date.now() - days * 86_400_000) },
      });
    await age(6);
    await forgetOperations();
    expect((await getExport(desk.viewer.actor, kept)).state).toBe("done");
    await age(8);
    await forgetOperations();
    await expect(getExport(desk.viewer.actor, kept)).rejects.toMatchObject({ code: "not_found" });
    expect(await db().exportPart.count({ where: { jobId: kept.exportId } })).toBe(0);
  });
});
