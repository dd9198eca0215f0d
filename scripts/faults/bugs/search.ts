import { rmSync } from "node:fs";
import { step } from "../../process/steps";
import { explain } from "../report";
import { hunt, type Hunted } from "./hunt";
import { seededBugs, type SeededBug } from "./seeded-bugs";

const mostRuns = 3;

type NewFolder = () => string;
type Found = Hunted & { readonly run: number };

/** The first run in which the checks find something, or null after three. */
async function search(
  bug: SeededBug | null,
  seed: number,
  newFolder: NewFolder,
  signal: AbortSignal,
): Promise<Found | null> {
  const runs = bug === null ? 1 : mostRuns;
  for (let run = 1; run <= runs; run += 1) {
    const folder = newFolder();
    try {
      const hunted = await hunt({ seed: seed + run, folder, signal, bug });
      if (hunted.findings.length > 0) return { ...hunted, run };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return null;
}

const inShort = ({ run, findings }: Found) =>
  `found in run ${run} by ${findings.map(({ id, findings: lines }) => `${id} (${lines.length})`).join(", ")}`;

/** Whether the checks stay silent on the program as it is, and find each mistake that is put into it. */
export async function findSeededBugs(
  seed: number,
  newFolder: NewFolder,
  signal: AbortSignal,
): Promise<boolean> {
  let isSound = true;
  for (const bug of [null, ...seededBugs]) {
    const name = bug === null ? "the program as it is" : `bug: ${bug.name}`;
    const found = await step(name.padEnd(56), async (note) => {
      const result = await search(bug, seed, newFolder, signal);
      note(result ? inShort(result) : "nothing found");
      return result;
    });
    if (bug === null && found) {
      const lines = found.findings.flatMap(({ findings }) => findings);
      process.stdout.write(`${lines.join("\n")}\n${explain(found.findings, found.serverWords)}\n`);
    }
    isSound &&= (bug === null) === (found === null);
  }
  return isSound;
}
