import { appRole, withClient } from "../scripts/database/connection";
import { openScratch } from "../scripts/database/embedded";
import { applyMigrations } from "../scripts/migrations/apply";
import type { Desk } from "../seeds/factories";
import { fillDesk } from "./queue/fill";

/** Runs a measurement at a desk with 100,000 claims, on a database of its own. `filledIn` are seconds. */
export async function atFilledDesk(run: (desk: Desk, filledIn: number) => Promise<void>): Promise<void> {
  await atScratchDesk(async (desk, { ownerUrl }) => {
    const began = performance.now();
    await withClient(ownerUrl, async (client) => {
      await fillDesk(client, desk.workspaceId);
      await client.query("vacuum analyze");
    });
    await run(desk, (performance.now() - began) / 1_000);
  });
}

/** Runs a measurement at an empty desk, on a database of its own. */
export async function atScratchDesk(
  run: (desk: Desk, database: { readonly ownerUrl: string }) => Promise<void>,
): Promise<void> {
  const database = await openScratch();
  try {
    await applyMigrations(database.ownerUrl, appRole);
    Object.assign(process.env, {
      DATABASE_URL: database.appUrl,
      ASSAY_URL: "http://127.0.0.1:3000",
      ASSAY_SECRET: database.secrets.assaySecret,
    });
    // The server's modules read the settings when they are first used.
    const { createDesk } = await import("../seeds/factories");
    const { db } = await import("../lib/server/db/client");
    await run(await createDesk("Bench desk"), database);
    await db().$disconnect();
  } finally {
    await database.stop();
  }
}

export type Timing = { readonly p50: number; readonly p95: number };

/** Calls so many times after a first call that does not count; milliseconds. */
export async function timeCalls(rounds: number, call: (round: number) => Promise<unknown>): Promise<Timing> {
  await call(0);
  const took: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const began = performance.now();
    await call(round);
    took.push(performance.now() - began);
  }
  return timingOf(took);
}

export function timingOf(took: readonly number[]): Timing {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
