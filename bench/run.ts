import { parseArgs } from "node:util";
import { runAgreementBench } from "./agreement/run";
import { runAnchorsBench } from "./anchors/run";
import { runExportBench } from "./export/run";
import { runImportBench } from "./import/run";
import { runListsBench } from "./lists/run";
import { runLiveBench } from "./live/run";
import { runPublicBench } from "./public/run";
import { runQueueBench } from "./queue/run";
import { Table, type Tell } from "./results";
import { runReviewBench } from "./review/run";
import { runSaveBench } from "./save/run";
import { runStartBench } from "./start/run";
import { runTextBench } from "./text/run";
import { runWorkbenchBench } from "./workbench/run";

/** The parts of the benchmark; each tells the table its figures, and prints more than those. */
const parts: Readonly<Record<string, (tell: Tell) => void | Promise<void>>> = {
  text: runTextBench,
  anchors: runAnchorsBench,
  queue: runQueueBench,
  review: runReviewBench,
  agreement: runAgreementBench,
  import: runImportBench,
  export: runExportBench,
  public: runPublicBench,
  workbench: runWorkbenchBench,
  save: runSaveBench,
  live: runLiveBench,
  lists: runListsBench,
  start: runStartBench,
};

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    /** Of the part "workbench": which of its pieces; then nothing is written. */
    part: { type: "string" },
    /** Of the part "export": how many claims. */
    claims: { type: "string" },
    /** Of the part "export": how often each is written. */
    rounds: { type: "string" },
  },
});
const chosen = values.only?.split(",") ?? Object.keys(parts);
const table = new Table();
for (const name of chosen) {
  const part = parts[name];
  if (!part) {
    console.error(`There is no part "${name}". Parts: ${Object.keys(parts).join(", ")}`);
    process.exitCode = 1;
    continue;
  }
  await part(table.tell);
  if (values.part === undefined) await table.write(name);
}
