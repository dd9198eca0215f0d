import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { judged, noted } from "@/seeds/api-scenes";
import { annotate, createArticle, createDesk, withKey, type Desk, type Person } from "@/seeds/factories";
import { getAnnotationVersion } from "../annotations/queries";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { getExport } from "../exports/queries";
import { startExport } from "../exports/commands";
import { changeNote } from "../notes/commands";
import { binArticle, changeArticle, restoreArticle } from "./commands";
import { getArticle, getWorkbench, listArticles, listBin, listClaims } from "./queries";

let desk: Desk;
let stranger: Desk;
beforeAll(async () => {
  desk = await createDesk();
  stranger = await createDesk("Elsewhere");
});

const notFound = { code: "not_found" };
const at = (articleId: string, baseVersion = 1) => ({ workspace: desk.slug, articleId, baseVersion });
const newArticle = async () => (await createArticle(desk)).id;
const eventsOf = async (articleId: string) =>
  (await db().event.findMany({ where: { articleId }, orderBy: { id: "asc" } })).map(({ type }) => type);

describe("changeArticle", () => {
  it("changes what is mentioned and tells which fields, not what they said", async () => {
    const id = await newArticle();
    await changeArticle(desk.editor.actor, at(id), { byline: "A. Writer", publisher: "The Post" });
    const patch = { title: "Another title", byline: null, publishedAt: "2026-05-01", publisher: undefined };
    expect(await changeArticle(desk.editor.actor, at(id, 2), patch)).toEqual({ outcome: "done", version: 3 });
    expect(await getArticle(desk.viewer.actor, at(id))).toMatchObject({
      title: "Another title",
      byline: null,
      publisher: "The Post",
      publishedAt: "2026-05-01T00:00:00.000Z",
      version: 3,
    });
    const event = await db().event.findFirstOrThrow({
      where: { articleId: id, type: "article.changed" },
      orderBy: { id: "desc" },
    });
    expect(event.payload).toEqual({ fields: ["title", "byline", "publishedAt"] });
  });

  it("writes nothing on top of what the caller has not read, and nothing for nothing", async () => {
    const id = await newArticle();
    expect(await changeArticle(desk.editor.actor, at(id), {})).toEqual({ outcome: "done", version: 1 });
    const saves = await Promise.all(
      ["One", "Two"].map((title) => changeArticle(desk.editor.actor, at(id), { title })),
    );
    expect(saves.map(({ outcome }) => outcome).toSorted()).toEqual(["done", "stale"]);
    expect(await eventsOf(id)).toEqual(["article.imported", "article.changed"]);
  });

  it("is for editors of the desk, and a double click is one", async () => {
    const id = await newArticle();
    const change = (person: Person) => changeArticle(person.actor, at(id), { title: "Mine" });
    await expect(change(stranger.owner)).rejects.toMatchObject(notFound);
    await expect(change(desk.reviewer1)).rejects.toMatchObject({ code: "forbidden" });
    const actor = withKey(desk.editor.actor, randomUUID());
    const twice = [1, 2].map(() => changeArticle(actor, at(id), { title: "Mine" }));
    expect(await Promise.all(twice)).toEqual([1, 2].map(() => ({ outcome: "done", version: 2 })));
    const elsewhere = { ...at(id), workspace: stranger.slug };
    await expect(changeArticle(stranger.owner.actor, elsewhere, { title: "Mine" })).rejects.toMatchObject(
      notFound,
    );
  });
});

describe("the bin", () => {
  it("holds an article with all that is its own, out of everybody's reach, and gives it back as it was", async () => {
    const { article, claim, annotation } = await judged(desk);
    const before = await getWorkbench(desk.editor.actor, at(article));
    const { id: exportId } = await startExport(desk.editor.actor, at(article), { format: "csv" });
    await binArticle(desk.editor.actor, at(article));
    const version = { workspace: desk.slug, annotationId: annotation, version: 1 };
    const reach: readonly (() => Promise<unknown>)[] = [
      () => getArticle(desk.owner.actor, at(article)),
      () => listClaims(desk.owner.actor, at(article)),
      () => getWorkbench(desk.owner.actor, at(article)),
      () => changeArticle(desk.owner.actor, at(article, 2), { title: "Still here" }),
      () => getClaimDetail(desk.owner.actor, { workspace: desk.slug, claimId: claim }),
      () => getAnnotationVersion(desk.owner.actor, version),
      () => annotate(desk.slug, desk.reviewer1, claim, { verdict: "false" }),
      () => getExport(desk.editor.actor, { workspace: desk.slug, exportId }),
    ];
    for (const ask of reach) await expect(ask()).rejects.toMatchObject(notFound);
    const { items } = await listArticles(desk.owner.actor, at(article));
    expect(items.map(({ id }) => id)).not.toContain(article);
    const bin = await listBin(desk.editor.actor, at(article));
    expect(bin.items).toContainEqual(expect.objectContaining({ id: article, version: 2, reports: 0 }));

    expect(await restoreArticle(desk.editor.actor, at(article, 2))).toEqual({ outcome: "done", version: 3 });
    const after = await getWorkbench(desk.editor.actor, at(article));
    expect(after).toEqual({ ...before, article: { ...before.article, version: 3 } });
    expect((await eventsOf(article)).slice(-2)).toEqual(["article.binned", "article.restored"]);
  });

  it("keeps the notes of a binned article from being changed", async () => {
    const { note } = await noted(desk);
    const { claim } = await db().note.findFirstOrThrow({ where: { id: note }, include: { claim: true } });
    await binArticle(desk.editor.actor, at(claim.articleId));
    const change = { workspace: desk.slug, noteId: note, baseVersion: 1 };
    for (const person of [desk.owner, desk.reviewer1]) {
      await expect(changeNote(person.actor, change, { body: "Other words" })).rejects.toMatchObject(notFound);
    }
  });

  it("twice is once; a late click moves nothing; strangers and reviewers find no bin", async () => {
    const id = await newArticle();
    expect((await binArticle(desk.editor.actor, at(id, 7))).outcome).toBe("stale");
    const both = await Promise.all([1, 2].map(() => binArticle(desk.editor.actor, at(id))));
    expect(both).toEqual([1, 2].map(() => ({ outcome: "done", version: 2 })));
    expect((await restoreArticle(desk.editor.actor, at(id, 1))).outcome).toBe("stale");
    for (const act of [binArticle, restoreArticle]) {
      await expect(act(stranger.owner.actor, at(id, 2))).rejects.toMatchObject(notFound);
      const elsewhere = { ...at(id, 2), workspace: stranger.slug };
      await expect(act(stranger.owner.actor, elsewhere)).rejects.toMatchObject(notFound);
      await expect(act(desk.reviewer1.actor, at(id, 2))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listBin(stranger.owner.actor, at(id))).rejects.toMatchObject(notFound);
    await expect(listBin(desk.reviewer1.actor, at(id))).rejects.toMatchObject({ code: "forbidden" });
    expect(await eventsOf(id)).toEqual(["article.imported", "article.binned"]);
  });
});
