import { withClient } from "../../scripts/database/connection";
import { atScratchDesk } from "../filled-desk";
import { fillDesk } from "../queue/fill";
import type { Tell } from "../results";

const small = 1_000;
const large = 1_000_000;
const goals = { ratio: 3, ms: 50 };

/**
 * What is listed and searched at a desk with 1,000,000 claims, beside the same at one with 1,000 in the same database:
 * milliseconds of the server's functions, without HTTP, as an editor calls them.
 */
export async function runListsBench(tell: Tell): Promise<void> {
  await atScratchDesk(async (big, { ownerUrl }) => {
    const { createDesk } = await import("../../seeds/factories");
    const little = await createDesk("Little bench desk");
    await withClient(ownerUrl, async (client) => {
      await fillDesk(client, little.workspaceId, small);
      process.stderr.write(`  lists: filling a desk with ${large} claims\n`);
      await fillDesk(client, big.workspaceId, large);
      await client.query("vacuum analyze");
    });
    const { measureLists } = await import("./measure");
    process.stderr.write("  lists: measuring\n");
    const [before, after] = [await measureLists(little), await measureLists(big)];
    for (const [what, timing] of after) {
      const base = before.get(what);
      if (!base) throw new Error(`${what} was measured at one desk only`);
      const ratio = timing.p95 / base.p95;
      tell({
        what: `${what}, ${large} claims`,
        against: `${small} claims: p50 ${base.p50.toFixed(1)} ms, p95 ${base.p95.toFixed(1)} ms`,
        measured: `p50 ${timing.p50.toFixed(1)} ms, p95 ${timing.p95.toFixed(1)} ms`,
        ratio,
        goal: `${goals.ratio} × and p95 ${goals.ms} ms`,
        isMet: ratio <= goals.ratio && timing.p95 <= goals.ms,
      });
    }
  });
}
