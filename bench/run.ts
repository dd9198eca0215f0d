import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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
    /** Of the part "export": how many claims, with commas between several. */
    claims: { type: "string" },
    /** Of the part "export": how often each is written. */
    rounds: { type: "string" },
  },
});
const chosen = values.only?.split(",") ?? Object.keys(parts);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join(", ")}". Parts: ${Object.keys(parts).join(", ")}`);
  process.exitCode = 1;
} else if (chosen.length > 1) {
  // A process each: a part has a database of its own, and leaves nothing warm for the next one.
  for (const name of chosen) runAlone(name);
} else {
  const table = new Table();
  for (const name of chosen) await parts[name]?.(table.tell);
  if (values.part === undefined) for (const name of chosen) await table.write(name);
}

function runAlone(name: string): void {
  const given = process.argv
    .slice(2)
    .filter((word, at, all) => word !== "--only" && all[at - 1] !== "--only");
  const program = [...process.execArgv, fileURLToPath(import.meta.url), "--only", name, ...given];
  const { status } = spawnSync(process.execPath, program, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
