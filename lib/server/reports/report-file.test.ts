import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFormat, reportFormats } from "@/lib/core/formats/catalogue";
import { streamOf } from "@/lib/core/report/content";
import { present } from "@/lib/core/shared/assert";
import { annotate, createArticle, createDesk, type Desk } from "@/seeds/factories";
import { seedLightship } from "@/seeds/lightship";
import { changeClaim } from "../claims/commands";
import { getClaimDetail } from "../claims/queries";
import { db } from "../db/client";
import { env } from "../env";
import { castVote } from "../review/commands";
import { formatOf } from "./formats";
import { deskPlace } from "./place";
import { getReportFile, getReportPreview } from "./queries";

let desk: Desk;
let pool: Pool;
beforeAll(async () => {
  desk = await createDesk();
  pool = new Pool({ connectionString: env().DATABASE_URL, max: 1 });
});
afterAll(() => pool.end());

type Pieces = AsyncIterable<string | Uint8Array>;

async function bytesOf(pieces: Pieces): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString("latin1");
}

const csv = () => present(findFormat("csv"), "the format");

/** Connections that are reading an export now. */
async function reading(): Promise<number> {
  const found = await pool.query<{ count: number }>(
    `select count(*)::int from pg_stat_activity
     where datname = current_database() and application_name = 'assay exports' and xact_start is not null`,
  );
  return found.rows[0]?.count ?? 0;
}

/** More claims than are read at a time. */
async function longArticle() {
  const text = Array.from({ length: 1_100 }, (_, at) => `Number ${at} is on the list.`).join(" ");
  return createArticle(desk, { text });
}

async function panelRuling(): Promise<string> {
  const { id, claims } = await createArticle(desk, { policy: "panel" });
  const claimId = claims[0]?.id ?? "";
  await annotate(desk.slug, desk.reviewer1, claimId, { verdict: "true", rationale: "So", submit: true });
  const target = { workspace: desk.slug, claimId };
  const votes = [
    [desk.reviewer2, "false"],
    [desk.editor, "true"],
    [desk.owner, "true"],
  ] as const;
  for (const [person, verdict] of votes) {
    await castVote(person.actor, target, { verdict, rationale: "Seen" });
  }
  return id;
}

describe("a report that is read from the database as it is written", () => {
  it.each([
    { names: false, dissent: true },
    { names: true, dissent: false },
  ])("has the bytes of the report that would be published ($names, $dissent)", async ({ names, dissent }) => {
    const data = { namesCheckers: names, printsDissent: dissent };
    await db().workspace.update({ where: { id: desk.workspaceId }, data });
    if (names) await seedLightship(desk);
    const panel = await panelRuling();
    const articles = await db().article.findMany({ where: { workspaceId: desk.workspaceId } });
    expect(articles.length).toBeGreaterThan(0);
    for (const { id: articleId } of articles) {
      const target = { workspace: desk.slug, articleId };
      const { content } = await getReportPreview(desk.viewer.actor, target);
      if (articleId === panel) {
        expect(content.claims[0]?.ruling).toMatchObject({
          method: "panel",
          checkers: 4,
          dissent: dissent ? ["false"] : [],
        });
      }
      for (const format of [...reportFormats, formatOf("pdf")]) {
        const expected = await bytesOf(format.write(streamOf(content), deskPlace(target)));
        const file = await getReportFile(desk.viewer.actor, target, format);
        expect(await bytesOf(file.pieces), format.key).toBe(expected);
        expect(file.claims).toBe(content.claims.length);
      }
    }
    expect(await reading()).toBe(0);
  });

  it("is one cut: what is saved between two pages is not in it", async () => {
    const { id: articleId, claims } = await longArticle();
    const target = { workspace: desk.slug, articleId };
    const before = await bytesOf((await getReportFile(desk.viewer.actor, target, csv())).pieces);
    const { pieces } = await getReportFile(desk.viewer.actor, target, csv());
    const rows = pieces[Symbol.asyncIterator]();
    let written = "";
    for (let row = 0; row < 3; row += 1) written += String((await rows.next()).value);

    const last = present(claims.at(-1), "a claim");
    const disposed = { workspace: desk.slug, claimId: last.id, baseVersion: last.version };
    await changeClaim(desk.editor.actor, disposed, { disposition: "opinion" });
    await db().claim.updateMany({ where: { articleId }, data: { wording: "canary" } });
    await annotate(desk.slug, desk.reviewer1, claims[600]?.id ?? "", {
      verdict: "true",
      rationale: "canary",
    });
    expect((await getClaimDetail(desk.editor.actor, disposed)).claim.disposition).toBe("opinion");

    for await (const row of { [Symbol.asyncIterator]: () => rows }) written += String(row);
    expect(written).toBe(before);
    expect(written.split("\r\n")).toHaveLength(1_102);
    expect(await reading()).toBe(0);
  });

  it("reads no further than its reader takes, and lets the database go when the reader does", async () => {
    const { id: articleId } = await longArticle();
    let read = 0;
    const format = {
      ...csv(),
      write: async function* ({ claims }: { claims: AsyncIterable<unknown> | Iterable<unknown> }) {
        for await (const _ of claims) yield String((read += 1));
      },
    };
    const { pieces } = await getReportFile(desk.viewer.actor, { workspace: desk.slug, articleId }, format);
    const rows = pieces[Symbol.asyncIterator]();
    await rows.next();
    expect(read).toBe(1);
    expect(await reading()).toBe(1);
    await rows.return?.();
    expect(await reading()).toBe(0);
  });

  it("holds no work that is not ruled, and no stranger gets it", async () => {
    const { id: articleId, claims } = await createArticle(desk);
    const draft = { verdict: "false", rationale: "canary", submit: true } as const;
    await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", draft);
    const target = { workspace: desk.slug, articleId };
    for (const format of reportFormats) {
      const { pieces } = await getReportFile(desk.owner.actor, target, format);
      expect(await bytesOf(pieces), format.key).not.toContain("canary");
    }
    const stranger = await createDesk("Elsewhere");
    await expect(getReportFile(stranger.owner.actor, target, csv())).rejects.toMatchObject({
      code: "not_found",
    });
    const elsewhere = { ...target, workspace: stranger.slug };
    await expect(getReportFile(stranger.owner.actor, elsewhere, csv())).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await reading()).toBe(0);
  });
});
