import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { projectRoot } from "../process/project";
import type { Ran } from "./judge";

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

type Suite = {
  readonly file: string;
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly status: string }[];
  }[];
};
type PlaywrightReport = { readonly config: { readonly rootDir: string }; readonly suites: readonly Suite[] };

const parse = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** The tests of a report that vitest's JSON reporter wrote. */
export function readVitest(path: string): readonly Ran[] {
  const { testResults } = parse(path) as VitestReport;
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative(projectRoot, file),
      name: fullName,
      passed: status === "passed",
    })),
  );
}

/** The tests of a report that Playwright's JSON reporter wrote; a skipped one has not passed. */
export function readPlaywright(path: string): readonly Ran[] {
  const { config, suites } = parse(path) as PlaywrightReport;
  const folder = relative(projectRoot, config.rootDir);
  const walk = (suite: Suite, names: readonly string[]): readonly Ran[] => [
    ...(suite.specs ?? []).map(({ title, ok, tests }) => ({
      file: `${folder}/${suite.file}`,
      name: [...names, title].join(" "),
      passed: ok && tests.every(({ status }) => status === "expected"),
    })),
    ...(suite.suites ?? []).flatMap((inner) => walk(inner, [...names, inner.title])),
  ];
  return suites.flatMap((suite) => walk(suite, []));
}
