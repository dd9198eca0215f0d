import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepClientFresh } from "./migrations/client";
import { Complaint } from "./process/complaint";
import { live, type Lifetime } from "./process/lifetime";
import { secondsSince } from "./process/steps";
import {
  build,
  deadCode,
  formatting,
  imports,
  lint,
  schema,
  tests,
  types,
  type Result,
  type Step,
} from "./test/checks";
import { journeys } from "./test/journeys";
import { addTallies, type Tally } from "./test/tally";
import type { Workplace } from "./test/workplace";

/** Two of these at a time, the longest first: none of them keeps a second processor busy, and none disturbs another. */
const sideBySide: readonly Step[] = [lint, tests("pure"), types, formatting, imports, deadCode, schema];
const oneByOne: readonly Step[] = [tests("database"), tests("guards"), build, journeys];
const steps = [...sideBySide, ...oneByOne];

function chosenSteps(args: readonly string[]): readonly Step[] {
  const names = steps.map((step) => step.name);
  const [flag, list = ""] = args.flatMap((arg) => arg.split("="));
  if (flag === undefined) return steps;
  const wanted = list.split(",").filter(Boolean);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (flag !== "--only" || wanted.length === 0 || unknown.length > 0) {
    throw new Complaint(`npm test -- --only STEP[,STEP]   where STEP is one of\n  ${names.join(" ")}`);
  }
  // Journeys play the build: alone they would play an old one.
  const whole = wanted.includes("journeys") ? [...wanted, "build"] : wanted;
  return steps.filter((step) => whole.includes(step.name));
}

const readableChars = 30_000;

function report(name: string, { tally, output, note }: Result, took: string): void {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  const remark = note === undefined ? "" : `   ${note}`;
  if (tally.failed > 0) process.stdout.write(`\n--- ${name} ---\n${output.trim().slice(-readableChars)}\n\n`);
  process.stdout.write(
    `  ${name.padEnd(12)} ${took.padStart(8)}   ${tally.passed} passed, ${tally.failed} failed${skipped}${remark}\n`,
  );
}

async function main(life: Lifetime): Promise<number> {
  const chosen = chosenSteps(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), "assay-test-"));
  life.atEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const place: Workplace = { folder, signal: life.signal, atEnd: life.atEnd };
  keepClientFresh();
  const tallies: Tally[] = [];
  const work = async (queue: Step[]): Promise<void> => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      life.check();
      const start = performance.now();
      const result = await step.run(place);
      tallies.push(result.tally);
      report(step.name, result, secondsSince(start));
    }
  };
  const early = sideBySide.filter((step) => chosen.includes(step));
  await Promise.all([work(early), work(early)]);
  await work(oneByOne.filter((step) => chosen.includes(step)));
  const { passed, failed } = addTallies(tallies);
  life.lastWords(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

await live(main, 130);
