import { beforeAll, describe, expect, it } from "vitest";
import { annotate, cite, createArticle, createDesk, type Desk } from "@/seeds/factories";
import { db } from "./client";

let here: Desk;
let elsewhere: Desk;
beforeAll(async () => {
  here = await createDesk();
  elsewhere = await createDesk();
});

/** Tables of identity, which stand above the workspaces, and the migrations' own. */
const aboveWorkspaces = [
  "_prisma_migrations",
  "access_link",
  "account",
  "credential",
  "session",
  "sign_in_throttle",
  "user",
  "workspace",
];

describe("the database itself", () => {
  it("puts the workspace first in the key of every table", async () => {
    const keys = await db().$queryRaw<{ table: string; first: string }[]>`
      select c.relname as table, a.attname as first
      from pg_class c
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;
    const without = keys.filter(({ first }) => first !== "workspace_id").map(({ table }) => table);
    expect(without.toSorted()).toEqual(aboveWorkspaces);
  });

  it("lets no foreign key between such tables go without the workspace", async () => {
    const loose = await db().$queryRaw<{ name: string }[]>`
      select conname as name from pg_constraint k
      where contype = 'f' and connamespace = 'public'::regnamespace
        and not exists (
          select 1 from pg_attribute a
          where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = 'workspace_id')
        and confrelid <> '"user"'::regclass`;
    expect(loose).toEqual([]);
  });

  it("keeps rows of two workspaces apart", async () => {
    const { claims } = await createArticle(here);
    const crossing = db().annotation.create({
      data: {
        workspaceId: elsewhere.workspaceId,
        claimId: claims[0]?.id ?? "",
        memberId: elsewhere.reviewer1.memberId,
        version: 1,
      },
    });
    await expect(crossing).rejects.toMatchObject({ code: "P2003" });
  });

  it.each(["event", "revision", "annotation_version"])("writes %s once", async (table) => {
    const { claims } = await createArticle(here);
    await annotate(here.slug, here.reviewer1, claims[0]?.id ?? "", { verdict: "true" });
    const change = `update "${table}" set created_at = now() where workspace_id = '${here.workspaceId}'`;
    await expect(rawAsApp(change)).rejects.toThrow(/append-only|permission denied/);
    await expect(
      rawAsApp(`delete from "${table}" where workspace_id = '${here.workspaceId}'`),
    ).rejects.toThrow(/append-only|permission denied/);
  });

  it("never changes a snapshot, and knows why where there is none", async () => {
    const { claims } = await createArticle(here);
    const citation = await cite(here.slug, here.reviewer1, { title: "Page", url: "https://page.example/" });
    await annotate(here.slug, here.reviewer1, claims[0]?.id ?? "", { citations: [citation] });
    const {
      id: citationId,
      workspaceId,
      sourceId,
    } = await db().citation.findFirstOrThrow({
      where: { sourceId: citation.sourceId },
    });
    const at = { workspaceId, citationId, sourceId };
    await expect(db().citationCheck.create({ data: at })).rejects.toThrow(/check_kept_or_not/);
    const { id: snapshotId } = await db().snapshot.create({
      data: {
        workspaceId,
        sourceId,
        url: "https://page.example/",
        mediaType: "text/html",
        text: "Words",
        sha256: "0",
        forCitation: true,
        takenById: here.reviewer1.memberId,
      },
    });
    for (const change of ["update snapshot set url = ''", "delete from snapshot"]) {
      await expect(rawAsApp(`${change} where id = '${snapshotId}'`)).rejects.toThrow(/append-only/);
    }
    await expect(
      db().citationCheck.create({ data: { ...at, snapshotId, finding: "exact" } }),
    ).rejects.toThrow(/check_found_words/);
    await db().citationCheck.create({ data: { ...at, snapshotId, finding: "not_found" } });
  });

  it("refuses a review of one's own annotation, whatever the code says", async () => {
    const { claims } = await createArticle(here);
    const claimId = claims[0]?.id ?? "";
    await annotate(here.slug, here.reviewer1, claimId, { verdict: "true", submit: true });
    const annotation = await db().annotation.findFirstOrThrow({ where: { claimId } });
    const own = {
      workspaceId: here.workspaceId,
      claimId,
      annotationId: annotation.id,
      version: 1,
      authorId: here.reviewer1.memberId,
      reviewerId: here.reviewer1.memberId,
      decision: "approve" as const,
    };
    await expect(db().review.create({ data: own })).rejects.toThrow(/review_is_by_a_colleague/);
    const pretended = { ...own, authorId: here.reviewer2.memberId };
    await expect(db().review.create({ data: pretended })).rejects.toMatchObject({ code: "P2003" });
  });

  it("of two owners who demote each other at once, one stays owner", async () => {
    const demote = (id: string) =>
      db().member.update({
        where: { workspaceId_id: { workspaceId: here.workspaceId, id } },
        data: { role: "viewer" },
      });
    const { memberId: second } = here.editor;
    await db().member.update({
      where: { workspaceId_id: { workspaceId: here.workspaceId, id: second } },
      data: { role: "owner" },
    });
    await Promise.allSettled([demote(here.owner.memberId), demote(second)]);
    expect(await db().member.count({ where: { workspaceId: here.workspaceId, role: "owner" } })).toBe(1);
  });

  it("gives the server no more rights than it needs", async () => {
    const [role] = await db().$queryRaw<{ super: boolean; owns: number }[]>`
      select rolsuper as super, (select count(*)::int from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({ super: false, owns: 0 });
  });
});

/** Statements that no command would send; the lint rule against raw SQL is for them. */
async function rawAsApp(sql: string): Promise<void> {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
