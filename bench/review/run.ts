import { atFilledDesk } from "../filled-desk";
import { CLAIMS } from "../queue/fill";
import type { Tell } from "../results";

const targetMs = 50;

/**
 * Prints what the review screen costs on the server at a desk with 100,000 claims, and what approving 500 claims in one
 * request costs beside approving them one by one. Milliseconds of the server's functions, without HTTP.
 */
export async function runReviewBench(tell: Tell): Promise<void> {
  await atFilledDesk(async (desk) => {
    const { measureBatch, measureScreen } = await import("./measure");
    for (const { part, p50, p95 } of await measureScreen(desk)) {
      tell({
        what: `review at a desk of ${CLAIMS} claims: ${part}`,
        against: "",
        measured: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
        ratio: null,
        goal: `p95 ${targetMs} ms`,
        isMet: p95 <= targetMs,
      });
    }
    const { count, together, back, oneByOne } = await measureBatch(desk);
    tell({
      what: `approving ${count} claims in one request`,
      against: `one by one: ${oneByOne.toFixed(0)} ms`,
      measured: `${together.toFixed(0)} ms; taking all of them back ${back.toFixed(0)} ms`,
      ratio: together / oneByOne,
      goal: "faster",
      isMet: together < oneByOne,
    });
  });
}
