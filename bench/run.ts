import { parseArgs } from "node:util";
import { runAnchorsBench } from "./anchors/run";
import { runExportBench } from "./export/run";
import { runImportBench } from "./import/run";
import { runPublicBench } from "./public/run";
import { runQueueBench } from "./queue/run";
import { runReviewBench } from "./review/run";
import { runAgreementBench } from "./agreement/run";
import { runTextBench } from "./text/run";
import { runWorkbenchBench } from "./workbench/run";

/** The parts of the benchmark; each prints a table of its own. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  text: runTextBench,
  anchors: runAnchorsBench,
  queue: runQueueBench,
  review: runReviewBench,
  agreement: runAgreementBench,
  import: runImportBench,
  export: runExportBench,
  public: runPublicBench,
  workbench: runWorkbenchBench,
};

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    /** Of the part "export": how many claims. */
    claims: { type: "string" },
    /** Of the part "export": how often each is written. */
    rounds: { type: "string" },
  },
});
const chosen = values.only?.split(",") ?? Object.keys(parts);
for (const name of chosen) {
  const part = parts[name];
  if (!part) {
    console.error(`There is no part "${name}". Parts: ${Object.keys(parts).join(", ")}`);
    process.exitCode = 1;
    continue;
  }
  await part();
}
