import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Prisma } from "@/prisma/client/client";
import { createDesk, type Desk } from "@/seeds/factories";
import { db, executeWithCommit, type Tx } from "./client";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => {
  vi.restoreAllMocks();
});

const tryBucket = (tx: Tx, bucket: string) =>
  tx.$executeRaw`insert into sign_in_throttle (bucket, failures, started_at) values (${bucket}, 1, ${new Date()})`;
const isKept = async (bucket: string) => (await db().signInThrottle.count({ where: { bucket } })) === 1;

describe("statements that are written out", () => {
  it("run in the transaction that they are asked for in, beside the client's own", async () => {
    const wrong = db().$transaction(async (tx) => {
      await tryBucket(tx, "undone");
      expect(await tx.signInThrottle.count({ where: { bucket: "undone" } })).toBe(1);
      expect(await isKept("undone")).toBe(false);
      throw new Error("on second thoughts");
    });
    await expect(wrong).rejects.toThrow("on second thoughts");
    expect(await isKept("undone")).toBe(false);
    await db().$transaction((tx) => tryBucket(tx, "done"));
    expect(await isKept("done")).toBe(true);
  });

  it("give what the client gives for each type", async () => {
    const asked = Prisma.sql`select 9007199254740993 as large, 7::int as small, '2026-11-23'::date as day,
      '2026-11-23 10:00:00.123+02'::timestamptz as moment, 1.5::numeric as exact, '{"a": [1]}'::jsonb as tree,
      array['x', null]::text[] as list, ${[1, 2]}::int[] as numbers, ${desk.workspaceId}::uuid as id, true as yes, null as nothing`;
    const [row] = await db().$queryRaw<object[]>(asked);
    expect(row).toEqual({
      large: 9_007_199_254_740_993n,
      small: 7,
      day: new Date("2026-11-23T00:00:00Z"),
      moment: new Date("2026-11-23T08:00:00.123Z"),
      exact: new Prisma.Decimal("1.5"),
      tree: { a: [1] },
      list: ["x", null],
      numbers: [1, 2],
      id: desk.workspaceId,
      yes: true,
      nothing: null,
    });
  });

  it("mean the same moment whatever zone the connection believes to be in", async () => {
    const moment = new Date("2026-11-23T08:00:00.123Z");
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`set local time zone 'Asia/Tokyo'`;
      const [row] = await tx.$queryRaw<{ told: Date }[]>`select ${moment}::timestamptz as told`;
      expect(row?.told).toEqual(moment);
    });
  });

  it("are refused once their transaction has ended: the connection is another's", async () => {
    const late: { tx: Tx | null } = { tx: null };
    await db().$transaction((tx) => {
      late.tx = tx;
      return tryBucket(tx, "in time");
    });
    await expect(tryBucket(late.tx ?? db(), "too late")).rejects.toMatchObject({ code: "P2028" });
    expect(await isKept("too late")).toBe(false);
  });

  it("are refused when the client has ended what took too long, and nothing of it is kept", async () => {
    const slow = db().$transaction(
      async (tx) => {
        await tryBucket(tx, "slow");
        await tx.$executeRaw`select pg_sleep(0.5)`;
        await tryBucket(tx, "slower");
      },
      { timeout: 100 },
    );
    await expect(slow).rejects.toMatchObject({ code: "P2028" });
    expect([await isKept("slow"), await isKept("slower")]).toEqual([false, false]);
  });
});

describe("a commit", () => {
  const noteWithCommit = (tx: Tx, bucket: string) => {
    executeWithCommit(
      tx,
      Prisma.sql`insert into sign_in_throttle (bucket, failures, started_at) values (${bucket}, 1, now())`,
    );
  };

  it("takes a last statement along, in one breath", async () => {
    const query = vi.spyOn(Client.prototype, "query");
    await db().$transaction(async (tx) => {
      await tryBucket(tx, "first");
      noteWithCommit(tx, "last");
      expect(await isKept("last")).toBe(false);
    });
    const sent = query.mock.calls.map(([asked]) => (asked as unknown as { readonly text: string }).text);
    query.mockRestore();
    expect(sent.at(-2)).toContain("insert into sign_in_throttle");
    expect(sent.at(-1)).toBe("COMMIT");
    expect(await isKept("last")).toBe(true);
  });

  it("does not happen when its last statement fails, and whoever waits is told", async () => {
    const failing = db().$transaction(async (tx) => {
      await tryBucket(tx, "before");
      noteWithCommit(tx, "before");
    });
    await expect(failing).rejects.toThrow(/unique|Unique/);
    expect(await isKept("before")).toBe(false);
    expect(await db().$queryRaw`select 1 as fine`).toEqual([{ fine: 1 }]);
  });

  it("is not believed of a transaction in which something had failed and was passed over", async () => {
    const deaf = db().$transaction(async (tx) => {
      await tryBucket(tx, "kept by mistake");
      await tx.$executeRaw`select 1 / 0`.catch(() => undefined);
    });
    await expect(deaf).rejects.toThrow("ROLLBACK");
    expect(await isKept("kept by mistake")).toBe(false);
  });
});
