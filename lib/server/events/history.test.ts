import { Client } from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { HistoryLine } from "@/lib/core/events/event";
import { historyFiles } from "@/lib/core/events/history-file";
import { historyQuerySchema, type HistoryQuery } from "@/lib/core/events/history-query";
import { annotate, cite, createArticle, createDesk, type Desk, type Person } from "@/seeds/factories";
import { changeClaim } from "../claims/commands";
import { db } from "../db/client";
import { historyResponse } from "../http/stream-history";
import { checkChain, exportHistory, listHistory, listMissed } from "./queries";
import { sealWorkspace } from "./sealing";

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});

function read(person: Person, query: Partial<HistoryQuery> = {}) {
  return listHistory(person.actor, { workspace: desk.slug }, { ...historyQuerySchema.parse({}), ...query });
}
const typesOf = (items: readonly HistoryLine[]) => items.map(({ type }) => type);

describe("history", () => {
  it("is filtered by member, type, article, claim and day", async () => {
    const one = await createArticle(desk);
    const two = await createArticle(desk, { title: "The tower" });
    const claimId = one.claims[1]?.id ?? "";
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", submit: true });
    await annotate(desk.slug, desk.reviewer2, two.claims[0]?.id ?? "", { verdict: "true", submit: true });
    const { memberId } = desk.reviewer1;
    expect(typesOf((await read(desk.editor, { member: memberId })).items)).toEqual([
      "annotation.submitted",
      "member.added",
    ]);
    expect((await read(desk.editor, { type: "article.imported" })).items).toMatchObject([
      { articleTitle: "The tower" },
      { articleTitle: "The bridge" },
    ]);
    expect((await read(desk.editor, { article: two.id })).items).toHaveLength(2);
    expect((await read(desk.editor, { claim: claimId })).items).toMatchObject([
      { type: "annotation.submitted", claimOrdinal: 2, articleTitle: "The bridge" },
    ]);
    const today = new Date().toISOString().slice(0, 10);
    expect(
      (await read(desk.editor, { from: today, to: today, type: "article.imported" })).items,
    ).toHaveLength(2);
    expect((await read(desk.editor, { to: "2020-01-01" })).items).toEqual([]);
  });

  it("says what stood there before and after", async () => {
    const { claims } = await createArticle(desk);
    const claim = claims[0];
    const claimId = claim?.id ?? "";
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true" });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "mixed", submit: true });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "satire" });
    await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "false", submit: true });
    const told = async (person: Person) =>
      (await read(person, { claim: claimId })).items.map(({ type, verdicts }) => [
        type,
        verdicts?.before,
        verdicts?.after,
      ]);
    expect(await told(desk.reviewer1)).toEqual([
      ["annotation.submitted", "satire", "false"],
      ["annotation.saved", "mixed", "satire"],
      ["annotation.submitted", "true", "mixed"],
      ["annotation.saved", null, "true"],
    ]);
    // A colleague reads what was submitted, and nothing that was not.
    expect(await told(desk.reviewer2)).toEqual([
      ["annotation.submitted", "mixed", "false"],
      ["annotation.saved", undefined, undefined],
      ["annotation.submitted", null, "mixed"],
      ["annotation.saved", undefined, undefined],
    ]);
    await changeClaim(
      desk.editor.actor,
      { workspace: desk.slug, claimId, baseVersion: claim?.version ?? 0 },
      { disposition: "opinion" },
    );
    expect((await read(desk.editor, { type: "claim.changed" })).items).toMatchObject([
      { payload: { before: { disposition: "to_check" }, after: { disposition: "opinion" } } },
    ]);
  });

  it("reads as many claims in as many queries as one", async () => {
    const { claims } = await createArticle(desk);
    const count = async () => {
      const queries = vi.spyOn(Client.prototype, "query");
      await read(desk.editor);
      const { length } = queries.mock.calls;
      queries.mockRestore();
      return length;
    };
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    const one = await count();
    for (const { id } of claims)
      await annotate(desk.slug, desk.reviewer2, id, { verdict: "true", submit: true });
    expect(one).toBeGreaterThan(0);
    expect(await count()).toBe(one);
  });

  it("of a source tells its finder, and others once it stands in an annotation that lies open", async () => {
    const { claims } = await createArticle(desk, { policy: "double_blind" });
    const citation = await cite(desk.slug, desk.reviewer1, { title: "Road atlas" });
    const hears = async (person: Person) => (await read(person, { type: "source.added" })).items.length;
    const claimId = claims[0]?.id ?? "";
    expect(await hears(desk.reviewer1)).toBe(1);
    await annotate(desk.slug, desk.reviewer1, claimId, {
      verdict: "true",
      citations: [citation],
      submit: true,
    });
    expect(await hears(desk.reviewer2)).toBe(0);
    await annotate(desk.slug, desk.reviewer2, claimId, { verdict: "true", submit: true });
    expect(await hears(desk.reviewer2)).toBe(1);
  });
});

describe("taking history away", () => {
  const text = async (format: "csv" | "jsonl", person = desk.owner) => {
    const batches = await exportHistory(person.actor, { workspace: desk.slug }, {});
    return historyResponse(historyFiles[format], `history.${format}`, batches).text();
  };

  it("gives every line, oldest first, as CSV and as JSON Lines", async () => {
    const { claims } = await createArticle(desk, { title: "=cmd|'/c calc'!A1" });
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    const lines = (await text("jsonl")).trim().split("\n");
    const told = lines.map((line) => JSON.parse(line) as HistoryLine);
    expect(typesOf(told).slice(-2)).toEqual(["article.imported", "annotation.submitted"]);
    expect(told).toEqual([...(await read(desk.owner, { limit: 500 })).items].reverse());
    const rows = (await text("csv")).trimEnd().split("\r\n");
    expect(rows).toHaveLength(lines.length + 1);
    expect(rows.at(-1)).toContain(",annotation.submitted,");
    expect(rows.at(-1)).toContain(",'=cmd|'/c calc'!A1,");
    expect(rows.at(-1)).toMatch(/,,true,"\{""version"":1/);
  });

  it("is more than one batch long where history is", async () => {
    const { id } = await createArticle(desk);
    const { workspaceId } = desk;
    const row = {
      workspaceId,
      type: "article.changed",
      articleId: id,
      entityId: id,
      payload: { fields: ["title"] },
    };
    await db().event.createMany({ data: Array.from({ length: 1_203 }, () => row) });
    const lines = (await text("jsonl")).trim().split("\n");
    expect(lines).toHaveLength(await db().event.count({ where: { workspaceId } }));
  });

  it("is for owners; a stranger finds nothing; and no role lifts blindness", async () => {
    for (const person of [desk.editor, desk.reviewer1, desk.viewer]) {
      await expect(text("csv", person)).rejects.toMatchObject({ code: "forbidden" });
    }
    const elsewhere = await createDesk();
    await expect(text("csv", elsewhere.owner)).rejects.toMatchObject({ code: "not_found" });
    const { claims } = await createArticle(desk, { policy: "double_blind" });
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", { verdict: "true", submit: true });
    expect(await text("jsonl")).not.toContain("annotation.submitted");
  });
});

describe("the chain, asked for by a member", () => {
  it("holds or is broken, and says no more that could move with what is blind", async () => {
    await createArticle(desk);
    await sealWorkspace(desk.workspaceId);
    expect(await checkChain(desk.reviewer1.actor, { workspace: desk.slug })).toEqual({ holds: true });
    await expect(checkChain(desk.viewer.actor, { workspace: desk.slug })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("catching up", () => {
  it("tells of a line that drew a lower number and was committed later than the last one heard", async () => {
    const { id: articleId } = await createArticle(desk);
    const late = new Client({ connectionString: process.env["DATABASE_URL"] });
    await late.connect();
    await late.query("begin");
    const drawn = await late.query<{ id: string }>(
      `insert into event (workspace_id, type, article_id, entity_id, payload)
       values ($1, 'article.restored', $2, $2, '{}') returning id`,
      [desk.workspaceId, articleId],
    );
    const heard = await db().event.create({
      data: {
        workspaceId: desk.workspaceId,
        type: "article.binned",
        articleId,
        entityId: articleId,
        payload: {},
      },
    });
    expect(heard.id).toBeGreaterThan(BigInt(drawn.rows[0]?.id ?? 0));
    await late.query("commit");
    await late.end();
    const { authorize } = await import("../auth/authorize");
    const scope = await authorize(desk.editor.actor, desk.slug, "article.read");
    expect((await listMissed(scope, articleId, heard.id)).map(({ type }) => type)).toContain(
      "article.restored",
    );
    const [restored] = await listMissed(scope, articleId, heard.id);
    expect(restored?.id).toBe(drawn.rows[0]?.id);
  });
});
