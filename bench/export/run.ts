import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { withClient } from "../../scripts/database/connection";
import { memoryFlags } from "../../scripts/process/memory";
import type { Desk } from "../../seeds/factories";
import { atScratchDesk } from "../filled-desk";
import type { Tell } from "../results";
import { fillArticle } from "./fill";
import type { Measured } from "./measure";

const forms = { csv: "csv", jsonl: "json" } as const;
const targetRatio = 3;
const targetBytes = 64 * 1024 * 1024;
const pdfClaims = 300;
const pdfTargetS = 3;

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const secondsOf = (all: readonly Measured[]) => median(all.map(({ seconds }) => seconds));

/** Measures in a process that keeps its memory as a serving one does. */
export async function runExportBench(tell: Tell): Promise<void> {
  if (memoryFlags.every((flag) => process.execArgv.includes(flag))) return measureExports(tell);
  const [program = "", ...rest] = process.argv.slice(1);
  const again = [...memoryFlags, ...process.execArgv, program, ...rest, "--only", "export"];
  const [code] = (await once(spawn(process.execPath, again, { stdio: "inherit" }), "close")) as [
    number | null,
  ];
  if (code !== 0) process.exitCode = 1;
}

/**
 * How long CSV and JSON Lines of one article of 100,000 annotated claims take, and of 1,000,000 (or of --claims so many,
 * with commas between them), against COPY of the same rows, both drained in this process; and how much memory the process
 * has above what it had before. An export is what the route answers with, without HTTP. The median of three rounds, of
 * --rounds so many, and of one for more than 100,000.
 */
async function measureExports(tell: Tell): Promise<void> {
  const { values } = parseArgs({
    strict: false,
    options: {
      claims: { type: "string", default: "100000,1000000" },
      rounds: { type: "string", default: "3" },
    },
  });
  const sizes = String(values["claims"]).split(",").map(Number);
  const roundsFor = (claims: number) => (claims > 100_000 ? 1 : Number(values["rounds"]));
  await atScratchDesk(async (desk, { ownerUrl }) => {
    const { short, articles } = await fill(ownerUrl, desk, sizes);
    const { copyRows, writeExport } = await import("./measure");
    // Compiled, connected, planned: as a server is that has been asked before.
    for (const key of Object.keys(forms)) await writeExport(desk, short, key);
    const idle = process.memoryUsage.rss();
    // All exports before any COPY: what draining COPY leaves in this process is not theirs.
    const exported: Exported[] = [];
    for (const { claims, articleId } of articles) {
      for (const [key, form] of Object.entries(forms)) {
        process.stderr.write(`  export: ${claims} claims, ${key}\n`);
        const own = await repeated(roundsFor(claims), () => writeExport(desk, articleId, key));
        exported.push({ claims, articleId, key, form, own });
      }
    }
    for (const { claims, articleId, key, form, own } of exported) {
      const place = { workspaceId: desk.workspaceId, articleId };
      const [seconds, theirs] = [
        secondsOf(own),
        secondsOf(await repeated(roundsFor(claims), () => copyRows(ownerUrl, place, form))),
      ];
      const above = Math.max(...own.map(({ peak }) => peak)) - idle;
      tell({
        what: `export of ${claims} annotated claims, ${key}`,
        against: `COPY of the same joined rows: ${theirs.toFixed(2)} s`,
        measured: `${seconds.toFixed(2)} s, ${megabytes(own[0]?.bytes ?? 0)} MB, memory ${megabytes(above)} MB above idle`,
        ratio: seconds / theirs,
        goal: `${targetRatio} ×, ${megabytes(targetBytes)} MB`,
        isMet: seconds <= theirs * targetRatio && above <= targetBytes,
      });
    }
    await tellPdf(desk, short, tell);
  });
}

type Exported = {
  readonly claims: number;
  readonly articleId: string;
  readonly key: string;
  readonly form: "csv" | "json";
  readonly own: readonly Measured[];
};

/** An article of each size, and a short one to ask for what makes a server warm. */
function fill(ownerUrl: string, { workspaceId }: Desk, sizes: readonly number[]) {
  return withClient(ownerUrl, async (client) => {
    const short = await fillArticle(client, workspaceId, pdfClaims);
    const articles: { claims: number; articleId: string }[] = [];
    for (const claims of sizes) {
      process.stderr.write(`  export: filling an article with ${claims} claims\n`);
      articles.push({ claims, articleId: await fillArticle(client, workspaceId, claims) });
    }
    await client.query("vacuum analyze");
    return { short, articles };
  });
}

async function repeated(rounds: number, run: () => Promise<Measured>): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await run());
  return all;
}

async function tellPdf(desk: Desk, articleId: string, tell: Tell): Promise<void> {
  const { writeExport } = await import("./measure");
  await writeExport(desk, articleId, "pdf");
  const { seconds } = await writeExport(desk, articleId, "pdf");
  tell({
    what: `PDF of ${pdfClaims} claims`,
    against: "",
    measured: `${seconds.toFixed(2)} s`,
    ratio: null,
    goal: `${pdfTargetS} s`,
    isMet: seconds <= pdfTargetS,
  });
}
