import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { ArticleInput } from "@/lib/core/articles/article";
import { createDesk, withKey, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { importArticle } from "./commands";
import { listArticles, listClaims } from "./queries";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const input = (text: string): ArticleInput => ({ title: "An article", text, policy: "single" });
const bring = (text: string, actor = desk.editor.actor) =>
  importArticle(actor, { workspace: desk.slug }, input(text));

describe("importArticle", () => {
  it("keeps the seed article to the byte, one claim a sentence, each exactly its slice", async () => {
    const text = await readFile(new URL("../../../seeds/articles/seed-article.txt", import.meta.url), "utf8");
    const { id, claims: count } = await bring(text);
    expect(count).toBe(17);
    const revision = await db().revision.findFirstOrThrow({
      where: { workspaceId: desk.workspaceId, articleId: id },
    });
    expect(revision.text).toBe(text);
    expect(revision.sha256).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    const claims = await listClaims(desk.editor.actor, { workspace: desk.slug, articleId: id });
    expect(claims.map((claim) => claim.ordinal)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    for (const claim of claims) expect(claim.text).toBe(text.slice(claim.start, claim.end));
  });

  it("keeps emoji, combining marks, CRLF and bidi controls as they are", async () => {
    const text = "The 🏴‍☠️ flag flew.\r\nCafe\u0301 was shut.  \u202bשלום\u202c said he.";
    const { id } = await bring(text);
    const claims = await listClaims(desk.editor.actor, { workspace: desk.slug, articleId: id });
    for (const claim of claims) expect(claim.text).toBe(text.slice(claim.start, claim.end));
    expect((await db().revision.findFirstOrThrow({ where: { articleId: id } })).text).toBe(text);
  });

  it.each([
    ["nothing", "", "bad_input", "no words"],
    ["white space", " \n\t\u00a0\u200b ", "bad_input", "no words"],
    ["a NUL", "One.\u0000Two.", "bad_input", "NUL"],
    ["half a character", "One \ud83d two.", "bad_input", "position 4"],
    ["more than is taken", "A word. ".repeat(655_360), "too_large", "longer than"],
    ["more sentences than a book has", "He ran.\n".repeat(100_001), "too_large", "100,001 sentences"],
  ])("refuses %s and leaves nothing behind", async (_name, text, code, words) => {
    const before = await db().article.count({ where: { workspaceId: desk.workspaceId } });
    await expect(bring(text)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
      fields: [{ field: "/text" }],
    });
    expect(await db().article.count({ where: { workspaceId: desk.workspaceId } })).toBe(before);
  });

  it("a double click imports once", async () => {
    const actor = withKey(desk.editor.actor, randomUUID());
    const [one, two] = await Promise.all([bring("Twice? Once.", actor), bring("Twice? Once.", actor)]);
    expect(one).toEqual(two);
    expect(await db().article.count({ where: { id: one.id } })).toBe(1);
  });

  it("strangers and reviewers import nothing", async () => {
    const stranger = await createDesk("Elsewhere");
    await expect(bring("Words.", stranger.owner.actor)).rejects.toMatchObject({ code: "not_found" });
    await expect(bring("Words.", desk.reviewer1.actor)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lists articles newest first, in pages that neither repeat nor skip", async () => {
    const other = await createDesk();
    const target = { workspace: other.slug };
    for (const title of ["one", "two", "three"]) {
      await importArticle(other.editor.actor, target, { ...input("A fact."), title });
    }
    const first = await listArticles(other.viewer.actor, target, { limit: 2 });
    const rest = await listArticles(other.viewer.actor, target, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items].map((article) => article.title)).toEqual(["three", "two", "one"]);
    expect(rest.nextCursor).toBeNull();
  });

  it("are found by words of their title, taken as they are written, and by nobody from elsewhere", async () => {
    const other = await createDesk("Titles");
    const target = { workspace: other.slug };
    for (const title of ["Fuel is 100% duty free", "Fuel is 1000 times dearer", "ÉTÉ à la mer"]) {
      await importArticle(other.editor.actor, target, { ...input("A fact."), title });
    }
    const titles = async (q: string) =>
      (await listArticles(other.viewer.actor, target, { limit: 8, q })).items.map(({ title }) => title);
    expect(await titles("fuel")).toHaveLength(2);
    expect(await titles("100%")).toEqual(["Fuel is 100% duty free"]);
    expect([await titles("_"), await titles("\\"), await titles("'; drop table article")]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await titles("été")).toEqual(["ÉTÉ à la mer"]);
    await expect(listArticles(desk.editor.actor, target, { limit: 8, q: "fuel" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
