import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { WaiverInput } from "@/lib/core/report/waiver";
import { createArticle, createDesk, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { publishReport } from "../reports/commands";
import { getReportPreview } from "../reports/queries";
import { writeNote } from "../notes/commands";
import { changeClaim } from "../claims/commands";
import { askWaiver, confirmWaiver, withdrawWaiver } from "./commands";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

/** An article with everything disposed, and a note on its first claim that nobody has resolved. */
async function notedArticle() {
  const { id: articleId, claims } = await createArticle(desk);
  for (const { id: claimId } of claims) {
    const target = { workspace: desk.slug, claimId, baseVersion: 1 };
    await changeClaim(desk.editor.actor, target, { disposition: "opinion" });
  }
  const [first = ""] = claims.map(({ id }) => id);
  await writeNote(desk.reviewer1.actor, { workspace: desk.slug, claimId: first }, { body: "Is it?" });
  const target = { workspace: desk.slug, articleId };
  const input: WaiverInput = {
    check: "notes_resolved",
    claimIds: [first],
    reason: "Asked the author; no answer yet",
  };
  return { target, input };
}

async function ask({ target, input }: Awaited<ReturnType<typeof notedArticle>>, actor = desk.editor.actor) {
  const asked = await askWaiver(actor, target, input);
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  return { workspace: desk.slug, waiverId: asked.id };
}

describe("a waiver", () => {
  it("opens the gate when a second person agrees, and not before", async () => {
    const article = await notedArticle();
    const waiver = await ask(article);
    expect(await publishReport(desk.editor.actor, article.target)).toMatchObject({ outcome: "gate_closed" });
    expect(await confirmWaiver(desk.editor.actor, waiver)).toEqual({ outcome: "needs_another" });
    expect(await publishReport(desk.editor.actor, article.target)).toMatchObject({ outcome: "gate_closed" });
    expect(await confirmWaiver(desk.owner.actor, waiver)).toEqual({ outcome: "confirmed" });
    const { gate, waivers } = await getReportPreview(desk.editor.actor, article.target);
    expect(gate.find(({ check }) => check === "notes_resolved")).toMatchObject({ passed: true, waived: 1 });
    expect(waivers).toMatchObject([{ askedBy: { name: "Edgar" }, confirmedBy: { name: "Olga" } }]);
    expect(await publishReport(desk.editor.actor, article.target)).toMatchObject({ outcome: "published" });
    const types = await db().event.findMany({ where: { entityId: waiver.waiverId }, orderBy: { id: "asc" } });
    expect(types.map(({ type }) => type)).toEqual(["waiver.asked", "waiver.confirmed"]);
  });

  it("asked for where nothing fails is none", async () => {
    const { target, input } = await notedArticle();
    expect(await askWaiver(desk.editor.actor, target, { ...input, check: "links_alive" })).toEqual({
      outcome: "nothing_fails",
    });
  });

  it("a double click and two at once ask once, and agree once", async () => {
    const { target, input } = await notedArticle();
    const actor = withKey(desk.editor.actor, randomUUID());
    const answers = await Promise.all([askWaiver(actor, target, input), askWaiver(actor, target, input)]);
    const [asked] = answers;
    expect(answers[1]).toEqual(asked);
    if (asked.outcome !== "asked") throw new Error(asked.outcome);
    const waiver = { workspace: desk.slug, waiverId: asked.id };
    await Promise.all([confirmWaiver(desk.owner.actor, waiver), confirmWaiver(desk.owner.actor, waiver)]);
    const confirmed = await db().event.count({ where: { entityId: asked.id, type: "waiver.confirmed" } });
    expect(confirmed).toBe(1);
  });

  it("late: what was taken back is not confirmed, and what was confirmed is not taken back", async () => {
    const back = await ask(await notedArticle());
    expect(await withdrawWaiver(desk.editor.actor, back)).toEqual({ outcome: "withdrawn" });
    expect(await confirmWaiver(desk.owner.actor, back)).toEqual({ outcome: "withdrawn" });
    const kept = await ask(await notedArticle());
    await confirmWaiver(desk.owner.actor, kept);
    expect(await withdrawWaiver(desk.editor.actor, kept)).toEqual({ outcome: "confirmed" });
  });

  it("strangers find nothing, reviewers and viewers waive nothing", async () => {
    const article = await notedArticle();
    const waiver = await ask(article);
    const stranger = await createDesk("Elsewhere");
    for (const workspace of [desk.slug, stranger.slug]) {
      const refused = { code: "not_found" };
      await expect(
        askWaiver(stranger.owner.actor, { ...article.target, workspace }, article.input),
      ).rejects.toMatchObject(refused);
      await expect(confirmWaiver(stranger.owner.actor, { ...waiver, workspace })).rejects.toMatchObject(
        refused,
      );
      await expect(withdrawWaiver(stranger.owner.actor, { ...waiver, workspace })).rejects.toMatchObject(
        refused,
      );
    }
    for (const { actor } of [desk.reviewer1, desk.viewer]) {
      await expect(confirmWaiver(actor, waiver)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await getReportPreview(desk.viewer.actor, article.target)).waivers).toEqual([]);
  });

  it("the database itself lets nobody agree with themselves", async () => {
    const { waiverId } = await ask(await notedArticle());
    const own = db().gateWaiver.updateMany({
      where: { workspaceId: desk.workspaceId, id: waiverId },
      data: { confirmedById: desk.editor.memberId, confirmedAt: new Date() },
    });
    await expect(own).rejects.toThrow("gate_waiver_second_person");
  });
});
