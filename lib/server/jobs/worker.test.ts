import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "@/seeds/factories";
import { db } from "../db/client";
import { env } from "../env";
import { enqueue } from "./enqueue";
import { freeOrphans, openLiveness } from "./liveness";
import { startWorker, workOff } from "./worker";

let desk: Desk;
let pool: Pool;
beforeAll(async () => {
  desk = await createDesk();
  pool = new Pool({ connectionString: env().DATABASE_URL, max: 2 });
});
afterAll(() => pool.end());

async function waiting(): Promise<number> {
  const found = await pool.query("select 1 from graphile_worker._private_jobs");
  return found.rowCount ?? 0;
}

/** An answer that was given so many days ago; says whether it is still kept. */
async function keepAnswer(days: number): Promise<() => Promise<boolean>> {
  const key = randomUUID();
  const createdAt = new Date(Date.now() - days * 86_400_000);
  const { workspaceId, editor } = desk;
  const data = { workspaceId, memberId: editor.memberId, key, fingerprint: "-", createdAt };
  await db().idempotencyKey.create({ data });
  return async () => (await db().idempotencyKey.count({ where: { key } })) === 1;
}

describe("a job", () => {
  it("is asked for by a change, and goes with the change when that is undone", async () => {
    await expect(
      db().$transaction(async (tx) => {
        await enqueue(tx, "operations.forget", {});
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await waiting()).toBe(0);
  });

  it("is done once, and is then gone", async () => {
    const old = await keepAnswer(31);
    const young = await keepAnswer(29);
    await db().$transaction((tx) => enqueue(tx, "operations.forget", {}));
    expect(await waiting()).toBe(1);
    await workOff();
    expect([await old(), await young(), await waiting()]).toEqual([false, true, 0]);
  });

  it("waits once under one key, however often it is asked for", async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    for (const _ of [1, 2, 3]) {
      await db().$transaction((tx) => enqueue(tx, "operations.forget", {}, { key: "one", runAt }));
    }
    expect(await waiting()).toBe(1);
    await pool.query("select graphile_worker.remove_job('one')");
  });

  it("is done by a worker in this process, which stops when it is told to", async () => {
    const old = await keepAnswer(40);
    await db().$transaction((tx) => enqueue(tx, "operations.forget", {}));
    const worker = await startWorker();
    await expect.poll(old, { timeout: 20_000 }).toBe(false);
    await worker.stop();
    expect(await waiting()).toBe(0);
  });
});

describe("a worker that died", () => {
  async function holdJob(worker: string): Promise<void> {
    await db().$transaction((tx) => enqueue(tx, "operations.forget", {}, { key: worker }));
    await pool.query(
      "update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute' where key = $1",
      [worker],
    );
  }

  it("loses its job to the living; a living one keeps it", async () => {
    const liveness = openLiveness(env().DATABASE_URL);
    liveness.vouchFor("worker-alive");
    await holdJob("worker-alive");
    await holdJob("worker-dead");
    await expect.poll(() => isHeld("worker-alive"), { timeout: 10_000 }).toBe(true);
    expect(await freeOrphans(pool)).toBe(1);
    expect(await holders()).toEqual(["worker-alive"]);
    await liveness.end();
    expect(await freeOrphans(pool)).toBe(1);
    expect(await holders()).toEqual([]);
    await workOff();
    expect(await waiting()).toBe(0);
  });

  async function holders(): Promise<string[]> {
    const found = await pool.query<{ locked_by: string }>(
      "select locked_by from graphile_worker._private_jobs where locked_by is not null",
    );
    return found.rows.map((row) => row.locked_by);
  }

  async function isHeld(worker: string): Promise<boolean> {
    const found = await pool.query(
      `select 1 from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted
       and objid::bigint = hashtext($1)::bigint & 4294967295`,
      [worker],
    );
    return found.rowCount === 1;
  }
});
