import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type IReporterOutput, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { ESLint } from "eslint";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Violations that no one may be able to land, each in a file that is planted, judged and taken away again. */
const importViolations: Readonly<Record<string, readonly [path: string, code: string]>> = {
  "core-imports-core-only": ["lib/core/planted/a.ts", 'export { env } from "../../server/env";'],
  "core-uses-pure-packages-only": ["lib/core/planted/b.ts", 'import "node:fs"; import "react";'],
  "client-imports-core-and-client": ["lib/client/planted-a.ts", 'export { db } from "../server/db/client";'],
  "components-never-meet-the-server": [
    "components/planted/a.ts",
    'export { db } from "../../lib/server/db/client";',
  ],
  "the-kit-knows-no-noun": [
    "components/ui/planted-a.ts",
    'export { can } from "../../lib/core/permissions/table";',
  ],
  "server-imports-core-and-server": [
    "lib/server/planted/a.ts",
    'export { classNames } from "../../../components/ui/class-names";',
  ],
  "prisma-only-behind-the-server": [
    "app/planted/a.ts",
    'export { PrismaClient } from "../../prisma/client/client";',
  ],
  "rows-are-private-to-the-server": [
    "app/planted/b.ts",
    'export { toScale } from "../../lib/server/workspaces/rows";',
  ],
  "nothing-that-runs-imports-made-up-data": [
    "lib/server/planted/b.ts",
    'export { seedDemo } from "../../../seeds/seed";',
  ],
  "no-package-for-tests-in-what-runs": ["lib/server/planted/c.ts", 'export { it } from "vitest";'],
  "no-cycles": ["lib/core/planted/c.ts", 'export { d } from "./d"; export const c = 1;'],
};
const companions: Readonly<Record<string, string>> = {
  "lib/core/planted/d.ts": 'export { c } from "./c"; export const d = 1;',
};

const plantedFolders = [
  "lib/core/planted",
  "components/planted",
  "lib/server/planted",
  "app/planted",
  "lib/client/planted-a.ts",
  "components/ui/planted-a.ts",
];

function clear(): void {
  for (const path of plantedFolders) rmSync(join(root, path), { recursive: true, force: true });
}

function plant(path: string, code: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `${code}\n`);
}

describe("the arrows of the house are guarded", () => {
  let bitten: ReadonlySet<string>;
  beforeAll(async () => {
    clear();
    for (const [path, code] of Object.values(importViolations)) plant(path, code);
    for (const [path, code] of Object.entries(companions)) plant(path, code);
    try {
      bitten = await namesOfViolations();
    } finally {
      clear();
    }
  });
  afterAll(clear);

  it.each(Object.keys(importViolations))("%s", (rule) => {
    expect(bitten).toContain(rule);
  });
});

async function namesOfViolations(): Promise<ReadonlySet<string>> {
  const config = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as {
    forbidden: [];
    options: object;
  };
  const paths = Object.values(importViolations).map(([path]) => path);
  const result: IReporterOutput = await cruise(
    [...paths, ...Object.keys(companions)],
    { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    {},
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  const { summary } = result.output as ICruiseResult;
  return new Set(summary.violations.map((violation) => violation.rule.name));
}

/** Rule, where the code pretends to stand, and the code. */
const lintViolations: readonly (readonly [rule: string, path: string, code: string])[] = [
  ["no-restricted-properties", "lib/core/shared/assert.ts", "export const dice = Math.random();"],
  ["no-restricted-properties", "lib/core/shared/assert.ts", "export const now = Date.now();"],
  ["house/no-clock", "lib/core/shared/assert.ts", "export const now = new Date();"],
  ["no-restricted-globals", "lib/core/shared/assert.ts", "export const answer = fetch('/');"],
  ["no-restricted-properties", "lib/server/db/client.ts", "export const url = process.env['DATABASE_URL'];"],
  [
    "house/actor-first",
    "lib/server/notes/commands.ts",
    "export function writeNote(id: string) { return id; }",
  ],
  ["house/server-only", "lib/server/notes/commands.ts", "export const open = 1;"],
  ["no-restricted-syntax", "lib/core/shared/assert.ts", "export default function nameless() { return 1; }"],
  ["no-restricted-syntax", "lib/core/shared/assert.ts", "export * from './fields';"],
  [
    "no-restricted-syntax",
    "lib/server/db/client.ts",
    "export const run = (db: any) => db.$queryRawUnsafe('x');",
  ],
  [
    "no-restricted-syntax",
    "components/ui/button.tsx",
    "export const raw = <p dangerouslySetInnerHTML={{ __html: '' }} />;",
  ],
  ["regexp/no-super-linear-backtracking", "lib/core/shared/assert.ts", "export const slow = /^(?:a+)+$/u;"],
  ["max-lines", "lib/core/shared/assert.ts", "export {};\n".repeat(301)],
  [
    "max-lines-per-function",
    "lib/core/shared/assert.ts",
    `export function long() {${"\n;[1].at(0);".repeat(61)}\n}`,
  ],
  [
    "complexity",
    "lib/core/shared/assert.ts",
    `export function knot(n: number) {${Array.from({ length: 11 }, (_, i) => `if (n === ${i}) return ${i};`).join("\n")} return n; }`,
  ],
  ["@typescript-eslint/no-explicit-any", "lib/core/shared/assert.ts", "export const value: any = 1;"],
  [
    "@typescript-eslint/no-floating-promises",
    "lib/core/shared/assert.ts",
    "Promise.resolve(1).then((n) => n);",
  ],
  ["no-warning-comments", "lib/core/shared/assert.ts", ["// TO", "DO later\nexport const a = 1;"].join("")],
];

describe("the habits of the house are guarded", () => {
  const eslint = new ESLint({ cwd: root });

  it.each(lintViolations)("%s in %s", async (rule, path, code) => {
    const [result] = await eslint.lintText(code, { filePath: join(root, path) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(["utils.ts", "helpers.ts", "index.ts", "CamelCase.ts"])("no file is called %s", async (name) => {
    const folder = join(root, "lib/core/planted-names");
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(join(folder, name), "export const one = 1;\n");
      const [result] = await eslint.lintFiles(join(folder, name));
      expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("house/file-name");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
