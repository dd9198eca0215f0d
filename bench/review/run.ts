import { cpus } from "node:os";
import { atFilledDesk } from "../filled-desk";
import { CLAIMS } from "../queue/fill";

/**
 * Prints what the review screen costs on the server at a desk with 100,000 claims, and what approving 500 claims in one
 * request costs beside approving them one by one. Milliseconds of the server's functions, without HTTP.
 */
export async function runReviewBench(): Promise<void> {
  await atFilledDesk(async (desk) => {
    const { measureBatch, measureScreen } = await import("./measure");
    console.log(`review, a desk of ${CLAIMS} claims, Node ${process.version}, ${cpus().length} cores`);
    for (const { part, p50, p95 } of await measureScreen(desk)) {
      const late = p95 > 50 ? "   over 50 ms" : "";
      console.log(`${part.padEnd(34)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)}${late}`);
    }
    const { count, together, back, oneByOne } = await measureBatch(desk);
    console.log(`approve ${count} claims together      ${together.toFixed(0).padStart(8)} ms`);
    console.log(`take all of them back          ${back.toFixed(0).padStart(8)} ms`);
    console.log(`approve ${count} claims one by one    ${oneByOne.toFixed(0).padStart(8)} ms`);
    console.log(`one by one / together          ${(oneByOne / together).toFixed(1).padStart(8)} ×`);
  });
}
