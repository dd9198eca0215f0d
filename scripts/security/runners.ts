import { existsSync } from "node:fs";
import { join } from "node:path";
import { provideChromium } from "../chromium";
import { runProgram } from "../process/program";
import { projectRoot } from "../process/project";
import { keepBuildFresh } from "../start/build";
import { setStage } from "../test/stage";
import { testDist, type Workplace } from "../test/workplace";
import type { Ran } from "./judge";
import { readPlaywright, readVitest } from "./reports";
import { readServerLog } from "./server-log";

const bin = (...parts: string[]): string => join(projectRoot, "node_modules", ...parts);
const say = (text: string) => process.stdout.write(`  ${text}\n`);

/** The end of what a runner said, where something failed: the reports have the rest. */
function sayFailure(code: number, output: string): void {
  if (code !== 0) process.stdout.write(`${output.trim().slice(-20_000)}\n`);
}

const projects: readonly (readonly [name: string, folders: RegExp])[] = [
  ["pure", /^(?:lib\/(?:core|client)|components)\//],
  ["database", /^(?:lib\/server|app|seeds)\//],
  ["guards", /^scripts\//],
];

/** One project after the other, as the projects are made to be run. */
export async function runVitest(
  { folder, signal }: Workplace,
  files: readonly string[],
): Promise<readonly Ran[]> {
  const ran: Ran[] = [];
  for (const [project, folders] of projects) {
    const report = join(folder, `${project}.json`);
    const flags = [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${report}`,
    ];
    const chosen = files.filter((file) => folders.test(file));
    const { code, output } = await runProgram([bin("vitest", "vitest.mjs"), ...flags, ...chosen], { signal });
    sayFailure(code, output);
    if (existsSync(report)) ran.push(...readVitest(report));
  }
  return ran;
}

async function play(
  config: string,
  files: readonly string[],
  place: Workplace,
  env: NodeJS.ProcessEnv,
): Promise<readonly Ran[]> {
  const report = join(place.folder, `${config}.json`);
  const names = files.map((file) => file.replaceAll(/[.[\]()]/g, "\\$&"));
  const { code, output } = await runProgram(
    [bin("@playwright", "test", "cli.js"), "test", `--config=${config}`, "--reporter=json,line", ...names],
    { signal: place.signal, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  sayFailure(code, output);
  return existsSync(report) ? readPlaywright(report) : [];
}

/** The journeys that the table names, then those that mean harm, against one built program. */
export async function runBrowserTests(
  place: Workplace,
  harms: readonly string[],
  journeys: readonly string[],
): Promise<readonly Ran[]> {
  await keepBuildFresh(testDist, place.signal);
  const chromium = await provideChromium(say, place.signal);
  const stage = await setStage(place);
  const env = { ...stage.env, CHROMIUM_PATH: chromium };
  const played = await play("playwright.config.ts", journeys, place, env);
  const tried = await play("harm.config.ts", harms, place, env);
  return [...played, ...tried, readServerLog(stage.serverOutput())];
}
