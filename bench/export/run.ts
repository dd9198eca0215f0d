import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { withClient } from "../../scripts/database/connection";
import { memoryFlags } from "../../scripts/process/memory";
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
 * Prints how long CSV and JSON Lines of one article of 100,000 annotated claims take (or of --claims so many), against
 * COPY of the same rows, both drained in this process; and how much memory the process has above what it had before.
 * An export is what the route answers with, without HTTP. The median of three rounds, or of --rounds so many.
 */
async function measureExports(tell: Tell): Promise<void> {
  const { values } = parseArgs({
    strict: false,
    options: { claims: { type: "string", default: "100000" }, rounds: { type: "string", default: "3" } },
  });
  const claims = Number(values["claims"]);
  const rounds = Number(values["rounds"]);
  await atScratchDesk(async (desk, { ownerUrl }) => {
    const { articleId, short } = await withClient(ownerUrl, async (client) => {
      const made = {
        articleId: await fillArticle(client, desk.workspaceId, claims),
        short: await fillArticle(client, desk.workspaceId, pdfClaims),
      };
      await client.query("vacuum analyze");
      return made;
    });
    const { copyRows, copyTables, writeExport } = await import("./measure");
    const place = { workspaceId: desk.workspaceId, articleId };
    // Compiled, connected, planned: as a server is that has been asked before.
    for (const key of ["csv", "jsonl"]) await writeExport(desk, short, key);
    const idle = process.memoryUsage.rss();
    const exports = new Map<string, Measured[]>();
    // All exports before any COPY: what draining COPY leaves in this process is not theirs.
    for (const key of Object.keys(forms)) {
      const all: Measured[] = [];
      for (let round = 0; round < rounds; round += 1) {
        all.push(await writeExport(desk, place.articleId, key));
      }
      exports.set(key, all);
    }
    for (const [key, form] of Object.entries(forms)) {
      const copies: Measured[] = [];
      for (let round = 0; round < rounds; round += 1) copies.push(await copyRows(ownerUrl, place, form));
      const own = exports.get(key) ?? [];
      const [seconds, theirs] = [secondsOf(own), secondsOf(copies)];
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
    const apart = await copyTables(ownerUrl, place);
    console.log(`COPY of the tables apart, which is less than a report needs: ${apart.seconds.toFixed(2)} s`);
    await writeExport(desk, short, "pdf");
    const { seconds } = await writeExport(desk, short, "pdf");
    tell({
      what: `PDF of ${pdfClaims} claims`,
      against: "",
      measured: `${seconds.toFixed(2)} s`,
      ratio: null,
      goal: `${pdfTargetS} s`,
      isMet: seconds <= pdfTargetS,
    });
  });
}
