import { atFilledDesk, timeCalls } from "../filled-desk";
import type { Tell } from "../results";
import { CLAIMS } from "./fill";

const rounds = 100;
const targetMs = 50;

/**
 * Prints how long each part of the queue takes on the server, first page of 50, for an editor and for a reviewer of a desk
 * with 100,000 claims; then all counts together, and what Home shows. A member is somebody in the middle of the desk: with
 * work in every part. Times are those of the query functions, in milliseconds, without HTTP.
 */
export async function runQueueBench(tell: Tell): Promise<void> {
  await atFilledDesk(async (desk) => {
    const { measureQueue } = await import("./measure");
    await measureQueue(desk, async (who, part, run) => {
      let found = 0;
      const { p50, p95 } = await timeCalls(rounds, async () => {
        found = await run();
      });
      tell({
        what: `queue of ${CLAIMS} claims, ${who}: ${part}`,
        against: "",
        measured: `${found} found; p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
        ratio: null,
        goal: `p95 ${targetMs} ms`,
        isMet: p95 <= targetMs,
      });
    });
  });
}
