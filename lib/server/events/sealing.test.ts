import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { annotate, createArticle, createDesk, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { sealWorkspace } from "./sealing";
import { verifyHistory } from "./verify-history";

let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
  await owner.connect();
});
afterAll(() => owner.end());

let desk: Desk;
let ids: readonly bigint[];
beforeEach(async () => {
  desk = await createDesk();
  const { claims } = await createArticle(desk);
  for (const { id } of claims)
    await annotate(desk.slug, desk.reviewer1, id, { verdict: "true", submit: true });
  await sealWorkspace(desk.workspaceId);
  const events = await db().event.findMany({
    where: { workspaceId: desk.workspaceId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  ids = events.map(({ id }) => id);
});

/** What only somebody with all rights over the database can do. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  for (const statement of statements) await owner.query(statement);
  await owner.query("commit");
}

const here = (column: string, value: bigint | number | undefined) =>
  `workspace_id = '${desk.workspaceId}' and ${column} = ${String(value)}`;

describe("the chain of history", () => {
  it("seals every line once, in order, also when two seal at the same time", async () => {
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ holds: true, lines: ids.length });
    await createArticle(desk);
    await Promise.all([sealWorkspace(desk.workspaceId), sealWorkspace(desk.workspaceId)]);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ holds: true, lines: ids.length + 1 });
  });

  it("of a desk where nothing has been sealed yet is whole, and empty", async () => {
    const fresh = await createDesk();
    expect(await verifyHistory(fresh.workspaceId)).toEqual({ holds: true, lines: 0, hash: null });
  });

  it("names the line in which one byte was changed", async () => {
    const { id } = await db().event.findFirstOrThrow({
      where: { workspaceId: desk.workspaceId, type: "annotation.submitted" },
    });
    await tamper(`update event set payload = jsonb_set(payload, '{version}', '2') where ${here("id", id)}`);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({
      holds: false,
      broken: "changed",
      eventId: id.toString(),
    });
  });

  it.each([
    "type = type || ' '",
    "actor_id = null",
    "created_at = created_at + interval '1 millisecond'",
    "entity_id = gen_random_uuid()",
  ])("sees %s", async (change) => {
    await tamper(`update event set ${change} where ${here("id", ids[4])}`);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({
      broken: "changed",
      eventId: ids[4]?.toString(),
    });
  });

  it("names the first line that is gone", async () => {
    await tamper(`delete from event where ${here("id", ids[2])}`);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({
      broken: "line_missing",
      eventId: ids[2]?.toString(),
    });
  });

  it("names the first of two that were exchanged", async () => {
    const seal = (number: number) => here("number", number);
    await tamper(
      `update history_seal set event_id = -1 where ${seal(3)}`,
      `update history_seal set event_id = ${ids[2]} where ${seal(4)}`,
      `update history_seal set event_id = ${ids[3]} where ${seal(3)}`,
    );
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ broken: "changed", number: "3" });
  });

  it("sees a line cut out with its seal, and an end cut off with its seals", async () => {
    await tamper(
      `delete from history_seal where ${here("number", 2)}`,
      `delete from event where ${here("id", ids[1])}`,
    );
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ broken: "seal_missing", number: "3" });
    const other = await createDesk();
    await createArticle(other);
    await sealWorkspace(other.workspaceId);
    await tamper(`delete from history_seal where workspace_id = '${other.workspaceId}'
      and number = (select max(number) from history_seal where workspace_id = '${other.workspaceId}')`);
    expect(await verifyHistory(other.workspaceId)).toMatchObject({ broken: "end_missing" });
  });

  it("sees a line that was put in between", async () => {
    await createArticle(desk);
    await sealWorkspace(desk.workspaceId);
    await sealWorkspace(desk.workspaceId);
    await tamper(`insert into event (workspace_id, id, type, entity_id, payload)
      values ('${desk.workspaceId}', -5, 'article.binned', '${randomUUID()}', '{}')`);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ broken: "line_added", eventId: "-5" });
  });

  it("holds a seal that was written down, and shows when a whole chain was written anew", async () => {
    const verdict = await verifyHistory(desk.workspaceId);
    const known = { number: BigInt(ids.length), hash: verdict.holds ? (verdict.hash ?? "") : "" };
    await createArticle(desk);
    await sealWorkspace(desk.workspaceId);
    expect(await verifyHistory(desk.workspaceId, known)).toMatchObject({ holds: true });
    await tamper(
      `delete from history_seal where workspace_id = '${desk.workspaceId}'`,
      `delete from history_chain where workspace_id = '${desk.workspaceId}'`,
      `update event set actor_id = null where ${here("id", ids[0])} or ${here("id", ids[5])}`,
    );
    await sealWorkspace(desk.workspaceId);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ holds: true });
    expect(await verifyHistory(desk.workspaceId, known)).toMatchObject({
      holds: false,
      broken: "other_chain",
    });
  });

  it("takes up a line that drew its number early and was committed late", async () => {
    const late = new Client({ connectionString: process.env["DATABASE_URL"] });
    await late.connect();
    await late.query("begin");
    await late.query(
      "insert into event (workspace_id, type, entity_id, payload) values ($1, 'article.binned', $2, '{}')",
      [desk.workspaceId, randomUUID()],
    );
    await createArticle(desk);
    await sealWorkspace(desk.workspaceId);
    await sealWorkspace(desk.workspaceId);
    await late.query("commit");
    await late.end();
    await sealWorkspace(desk.workspaceId);
    await sealWorkspace(desk.workspaceId);
    expect(await verifyHistory(desk.workspaceId)).toMatchObject({ holds: true, lines: ids.length + 2 });
    const horizon = async () => {
      await sealWorkspace(desk.workspaceId);
      const where = { workspaceId: desk.workspaceId };
      return (await db().historyChain.findUniqueOrThrow({ where })).sealedThrough;
    };
    // It moves on once nothing that began earlier is under way anywhere on this PostgreSQL, other tests included.
    await expect.poll(horizon, { timeout: 30_000 }).toBeGreaterThan(ids.at(-1) ?? 0n);
  });

  it("goes on in a database that was restored elsewhere and counts its transactions anew", async () => {
    await tamper(
      `update history_chain set seen_before = 4000000000000 where workspace_id = '${desk.workspaceId}'`,
    );
    await createArticle(desk);
    for (const _ of [1, 2, 3]) await sealWorkspace(desk.workspaceId);
    const chain = await db().historyChain.findUniqueOrThrow({ where: { workspaceId: desk.workspaceId } });
    expect(chain.number).toBe(BigInt(ids.length + 1));
    expect(chain.sealedThrough).toBe(chain.seenThrough);
  });

  it("is written once: the server itself cannot change a seal", async () => {
    const change = db().historySeal.updateMany({
      where: { workspaceId: desk.workspaceId },
      data: { number: { increment: 9n } },
    });
    await expect(change).rejects.toThrow(/permission denied|append-only/);
    await expect(
      owner.query(`delete from history_seal where workspace_id = '${desk.workspaceId}'`),
    ).rejects.toThrow("append-only");
  });
});
