import { cpus } from "node:os";
import { atFilledDesk, timeCalls } from "../filled-desk";
import { CLAIMS } from "./fill";

const rounds = 100;
const targetMs = 50;

/**
 * Prints how long each part of the queue takes on the server, first page of 50, for an editor and for a reviewer of a desk
 * with 100,000 claims; then all counts together, and what Home shows. A member is somebody in the middle of the desk: with
 * work in every part. Times are those of the query functions, in milliseconds, without HTTP.
 */
export async function runQueueBench(): Promise<void> {
  await atFilledDesk(async (desk, filledIn) => {
    const { measureQueue } = await import("./measure");
    console.log(
      `queue, ${CLAIMS} claims (filled in ${filledIn.toFixed(0)} s), Node ${process.version}, ${cpus().length} cores, ${rounds} calls each`,
    );
    console.log("who        part                 found      p50      p95");
    await measureQueue(desk, async (who, part, run) => {
      let found = 0;
      const { p50, p95 } = await timeCalls(rounds, async () => {
        found = await run();
      });
      const late = p95 > targetMs ? `   over ${targetMs} ms` : "";
      console.log(
        who.padEnd(11) +
          part.padEnd(18) +
          String(found).padStart(8) +
          [p50, p95].map((ms) => ms.toFixed(1).padStart(9)).join("") +
          late,
      );
    });
  });
}
