import { join } from "node:path";
import { checkMigrations } from "../migrations/compare";
import { describeFailure } from "../process/complaint";
import { runProgram } from "../process/program";
import { projectRoot } from "../process/project";
import { keepBuildFresh, nextProgram } from "../start/build";
import { oneFailed, onePassed, readTally, type Tally } from "./tally";
import { forgetOldRouteTypes, testDist, type Workplace } from "./workplace";

export type Result = { readonly tally: Tally; readonly output: string; readonly note?: string };
export type Step = { readonly name: string; readonly run: (place: Workplace) => Promise<Result> };

const bin = (...parts: string[]): string => join(projectRoot, "node_modules", ...parts);

/** A step that passes or fails as a whole. Each program runs only if the one before it was content. */
function check(name: string, ...programs: (readonly string[])[]): Step {
  return {
    name,
    run: async ({ signal }) => {
      let said = "";
      for (const args of programs) {
        const { code, output } = await runProgram(args, { signal });
        said += output;
        if (code !== 0) return { tally: oneFailed, output: said };
      }
      return { tally: onePassed, output: said };
    },
  };
}

/** The same for a piece of our own that throws. */
function attempt(name: string, run: (place: Workplace) => Promise<string | undefined>): Step {
  return {
    name,
    run: async (place) => {
      try {
        const note = await run(place);
        return { tally: onePassed, output: "", ...(note === undefined ? {} : { note }) };
      } catch (error) {
        place.signal.throwIfAborted();
        return { tally: oneFailed, output: describeFailure(error) };
      }
    },
  };
}

export const formatting = check("formatting", [bin("prettier", "bin", "prettier.cjs"), "--check", "."]);
export const lint = check("lint", [bin("eslint", "bin", "eslint.js"), "--max-warnings=0", "."]);
export const imports = check("imports", [
  bin("dependency-cruiser", "bin", "dependency-cruise.mjs"),
  "--config",
  ".dependency-cruiser.cjs",
  "app",
  "components",
  "lib",
  "seeds",
  "scripts",
]);
export const deadCode = check("deadcode", [bin("knip", "bin", "knip.js")]);
const compiler = check("types", [nextProgram, "typegen"], [bin("typescript", "bin", "tsc"), "--noEmit"]);
export const types: Step = {
  name: compiler.name,
  run: (place) => {
    forgetOldRouteTypes();
    return compiler.run(place);
  },
};
export const schema = attempt("schema", async () => {
  await checkMigrations();
  return undefined;
});
export const build = attempt("build", async ({ signal }) =>
  (await keepBuildFresh(testDist, signal)) ? "built" : "fresh",
);

/** The tests of one project of vitest.config.ts. */
export function tests(project: "pure" | "database" | "guards"): Step {
  return {
    name: project,
    run: async ({ folder, signal }) => {
      const report = join(folder, `${project}.json`);
      const flags = [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile=${report}`,
      ];
      const { code, output } = await runProgram([bin("vitest", "vitest.mjs"), ...flags], { signal });
      return { tally: readTally(report, code), output };
    },
  };
}
