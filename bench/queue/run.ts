import { cpus } from "node:os";
import { appRole, withClient } from "../../scripts/database/connection";
import { openScratch } from "../../scripts/database/embedded";
import { applyMigrations } from "../../scripts/migrations/apply";

const rounds = 100;
const targetMs = 50;

type Timing = { readonly p50: number; readonly p95: number; readonly found: number };

async function time(run: () => Promise<number>): Promise<Timing> {
  let found = await run();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    found = await run();
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), found };
}

/**
 * Prints how long each part of the queue takes on the server, first page of 50, for an editor and for a reviewer of a desk
 * with 100,000 claims; then all counts together, and what Home shows. A member is somebody in the middle of the desk: with
 * work in every part. Times are those of the query functions, in milliseconds, without HTTP.
 */
export async function runQueueBench(): Promise<void> {
  const database = await openScratch();
  try {
    await applyMigrations(database.ownerUrl, appRole);
    Object.assign(process.env, {
      DATABASE_URL: database.appUrl,
      ASSAY_URL: "http://127.0.0.1:3000",
      ASSAY_SECRET: database.secrets.assaySecret,
    });
    // The server's modules read the settings when they are first used.
    const [{ measureQueue }, { fillDesk, CLAIMS }, factories] = await Promise.all([
      import("./measure"),
      import("./fill"),
      import("../../seeds/factories"),
    ]);
    const desk = await factories.createDesk("Bench desk");
    const began = performance.now();
    await withClient(database.ownerUrl, async (client) => {
      await fillDesk(client, desk.workspaceId);
      await client.query("vacuum analyze");
    });
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    console.log(
      `queue, ${CLAIMS} claims (filled in ${seconds} s), Node ${process.version}, ${cpus().length} cores, ${rounds} calls each`,
    );
    console.log("who        part                 found      p50      p95");
    await measureQueue(desk, async (who, part, run) => {
      const { p50, p95, found } = await time(run);
      const late = p95 > targetMs ? `   over ${targetMs} ms` : "";
      console.log(
        who.padEnd(11) +
          part.padEnd(18) +
          String(found).padStart(8) +
          [p50, p95].map((ms) => ms.toFixed(1).padStart(9)).join("") +
          late,
      );
    });
    const { db } = await import("../../lib/server/db/client");
    await db().$disconnect();
  } finally {
    await database.stop();
  }
}
