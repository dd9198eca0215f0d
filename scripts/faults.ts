import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findSeededBugs } from "./faults/bugs/search";
import { runChecks } from "./faults/checks/all-checks";
import { makePlan } from "./faults/plan";
import { builtProgram } from "./faults/program/built-program";
import { mountSmallDisk } from "./faults/program/small-disk";
import { describeRun, explain } from "./faults/report";
import { run, type Progress } from "./faults/run";
import { provideChromium } from "./chromium";
import { keepClientFresh } from "./migrations/client";
import { Complaint } from "./process/complaint";
import { live, type Lifetime } from "./process/lifetime";
import { step } from "./process/steps";
import { keepBuildFresh } from "./start/build";
import { testDist } from "./test/workplace";

const usage = `npm run test:faults                  kills, cuts, freezes and fills while 16 clients and two browsers save; then looks for what was lost
  -- --seed NUMBER                    the same plan again
  -- --saves NUMBER                   until so many writes are acknowledged (20000)
  -- --long                           until Ctrl-C, run after run
  -- --only run, --only bugs          not both of: the run on the built program, the search for six seeded bugs
  -- --keep                           leaves the clients' history and the list of faults in their folder`;

const longestMs = 45 * 60_000;
const servers = 2;
const clients = 16;

type Asked = {
  readonly seed: number;
  readonly saves: number;
  readonly long: boolean;
  readonly keep: boolean;
  readonly only: "run" | "bugs" | null;
};

function readArguments(): Asked {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: "string" },
        saves: { type: "string", default: "20000" },
        long: { type: "boolean", default: false },
        only: { type: "string" },
        keep: { type: "boolean", default: false },
      },
    });
    const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
    const saves = Number(values.saves);
    if (!Number.isInteger(seed) || !Number.isInteger(saves)) throw new Complaint(usage);
    const { only = null, long, keep } = values;
    if (only !== null && only !== "run" && only !== "bugs") throw new Complaint(usage);
    return { seed, saves, long, keep, only };
  } catch {
    throw new Complaint(usage);
  }
}

/** PostgreSQL runs as an account of its own, which has to pass through. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-faults-"));
  chmodSync(folder, 0o755);
  return folder;
}

function makeFolder(
  life: Lifetime,
  keep: boolean,
): { readonly folder: string; readonly disk: string | null } {
  const folder = newFolder();
  life.atEnd(() => {
    if (keep) process.stdout.write(`Kept: ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  });
  const disk = join(folder, "disk");
  const unmount = mountSmallDisk(disk);
  if (unmount) life.atEnd(unmount);
  else process.stdout.write("  A SMALL DISK COULD NOT BE MOUNTED: the full disk is not tested here.\n");
  return { folder, disk: unmount ? disk : null };
}

const progressMs = 15_000;

function progressTeller(): (progress: Progress) => void {
  let told = performance.now();
  return ({ acknowledged, unknown, faults, seconds }) => {
    if (performance.now() - told < progressMs) return;
    told = performance.now();
    process.stdout.write(
      `  ${seconds.toFixed(0).padStart(5)} s  ${acknowledged} acknowledged, ${unknown} asked again, ${faults} faults\n`,
    );
  };
}

/** One run on the built program. Answers whether all was well. */
async function runOnce(
  life: Lifetime,
  seed: number,
  chromium: string,
  { saves, keep }: Asked,
): Promise<boolean> {
  const { folder, disk } = makeFolder(life, keep);
  const ran = await run({
    seed,
    folder,
    disk,
    servers,
    clients,
    program: builtProgram,
    chromium,
    plan: makePlan(seed, servers),
    wanted: saves,
    untilMs: longestMs,
    signal: life.signal,
    say: (text) => process.stdout.write(`         ${text}\n`),
    onProgress: progressTeller(),
  });
  const findings = runChecks(ran.evidence);
  process.stdout.write(`${describeRun(ran.counts, ran.progress, findings)}\n`);
  const isSound = findings.every(({ findings: found }) => found.length === 0);
  const isWhole = [...ran.counts.keys()].every((name) => !name.endsWith(")"));
  const isEnough = ran.progress.acknowledged >= saves;
  if (!isSound) process.stdout.write(`${explain(findings, ran.serverWords)}\n`);
  if (!isWhole)
    process.stdout.write("  Some faults could not be injected: this run proves less than it should.\n");
  if (!isEnough) process.stdout.write(`  Fewer than ${saves} writes were acknowledged.\n`);
  return isSound && isWhole && isEnough;
}

async function main(life: Lifetime): Promise<number> {
  const asked = readArguments();
  const { seed, long, only } = asked;
  keepClientFresh();
  if (only === "bugs") return (await findSeededBugs(seed, newFolder, life.signal)) ? 0 : 1;
  await step("build", async (note) => {
    note((await keepBuildFresh(testDist, life.signal)) ? "built" : "fresh");
  });
  const say = (text: string) => process.stdout.write(`  ${text}\n`);
  const chromium = await provideChromium(say, life.signal);
  for (let round = 0; ; round += 1) {
    process.stdout.write(`\nseed ${seed + round}   (again: npm run test:faults -- --seed ${seed + round})\n`);
    if (!(await runOnce(life, seed + round, chromium, asked))) return 1;
    if (long) continue;
    if (only === "run") return 0;
    return (await findSeededBugs(seed, newFolder, life.signal)) ? 0 : 1;
  }
}

await live(main, 130);
