import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepClientFresh } from "./migrations/client";
import { Complaint } from "./process/complaint";
import { live, type Lifetime } from "./process/lifetime";
import { projectRoot } from "./process/project";
import { securityDocument } from "./security/document";
import { idProblems, judge, type Ran, type Verdict } from "./security/judge";
import { isHarm, isJourney, requiredIds } from "./security/requirement";
import { runBrowserTests, runVitest } from "./security/runners";
import { requirements } from "./security/table";

const marks = { held: "held", broken: "BROKEN", open: "OPEN", "not here": "–" } as const;

function lineOf({ requirement, state, tests, problems }: Verdict): string {
  const { id, says, thinner, notHere, open } = requirement;
  const count = state === "held" ? `${tests} test${tests === 1 ? "" : "s"}` : "";
  const remarks = [...problems, ...[thinner && `thinner: ${thinner}`, notHere, open].filter(Boolean)];
  const head = `  ${id.padEnd(4)} ${marks[state].padEnd(7)} ${count.padStart(9)}   ${says}`;
  return [head, ...remarks.map((remark) => `${" ".repeat(27)}${remark}`)].join("\n");
}

/** The files that the table names, of those kinds that were asked for. */
function filesToRun(isWanted: (file: string) => boolean): readonly string[] {
  const all = requirements.flatMap(({ heldBy = [] }) => heldBy.map(([file]) => file));
  return [...new Set(all)].filter(isWanted).toSorted();
}

async function run(life: Lifetime, folder: string): Promise<readonly Ran[]> {
  const place = { folder, signal: life.signal, atEnd: life.atEnd };
  const tests = filesToRun((file) => !isHarm(file) && !isJourney(file));
  process.stdout.write(`${tests.length} files of tests\n`);
  const ran = await runVitest(place, tests);
  life.check();
  process.stdout.write("the browser, with the built program\n");
  const played = await runBrowserTests(place, filesToRun(isHarm), filesToRun(isJourney));
  return [...ran, ...played];
}

/** Runs whatever holds a requirement of the security check list, and says of each whether it held. */
async function main(life: Lifetime): Promise<number> {
  const [flag, ...more] = process.argv.slice(2);
  if (more.length > 0 || (flag !== undefined && flag !== "--write")) {
    throw new Complaint(
      "npm run test:security [-- --write]   (--write writes docs/security.md and runs nothing)",
    );
  }
  if (flag === "--write") {
    writeFileSync(join(projectRoot, "docs/security.md"), securityDocument(requirements));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "assay-security-"));
  life.atEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  keepClientFresh();
  const ran = await run(life, folder);
  const verdicts = requirements.map((requirement) => judge(requirement, ran));
  const missing = idProblems(requirements, requiredIds);
  process.stdout.write(`${[...verdicts.map(lineOf), ...missing].join("\n")}\n`);
  const count = (state: Verdict["state"]) => verdicts.filter((verdict) => verdict.state === state).length;
  const broken = count("broken") + missing.length;
  life.lastWords(
    `${count("held")} held, ${broken} broken, ${count("not here")} do not apply, ${count("open")} open; ` +
      `${ran.filter(({ passed }) => passed).length} of ${ran.length} tests passed\n`,
  );
  return broken === 0 ? 0 : 1;
}

await live(main, 130);
