import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { withClient } from "../../scripts/database/connection";
import { memoryFlags } from "../../scripts/process/memory";
import { atScratchDesk } from "../filled-desk";
import { fillArticle } from "./fill";
import type { Measured } from "./measure";

const forms = { csv: "csv", jsonl: "json" } as const;
const targetRatio = 3;
const targetBytes = 64 * 1024 * 1024;
const pdfClaims = 300;
const pdfTargetS = 3;

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0).padStart(6);
const over = (isOver: boolean, words: string) => (isOver ? `   over ${words}` : "");
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function tellOf(name: string, all: readonly Measured[], idle: number) {
  const seconds = median(all.map((one) => one.seconds));
  const above = Math.max(...all.map((one) => one.peak)) - idle;
  const line = `${name.padEnd(20)}${seconds.toFixed(2).padStart(7)}    ${megabytes(all[0]?.bytes ?? 0)}          ${megabytes(above)}`;
  return { seconds, line, tooMuch: over(above > targetBytes, "64 MB") };
}

/** Measures in a process that keeps its memory as a serving one does. */
export async function runExportBench(): Promise<void> {
  if (memoryFlags.every((flag) => process.execArgv.includes(flag))) return measureExports();
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
async function measureExports(): Promise<void> {
  const { values } = parseArgs({
    strict: false,
    options: { claims: { type: "string", default: "100000" }, rounds: { type: "string", default: "3" } },
  });
  const claims = Number(values["claims"]);
  const rounds = Number(values["rounds"]);
  await atScratchDesk(async (desk, { ownerUrl }) => {
    const began = performance.now();
    const { articleId, short } = await withClient(ownerUrl, async (client) => {
      const made = {
        articleId: await fillArticle(client, desk.workspaceId, claims),
        short: await fillArticle(client, desk.workspaceId, pdfClaims),
      };
      await client.query("vacuum analyze");
      return made;
    });
    const filledIn = (performance.now() - began) / 1_000;
    console.log(
      `export, ${claims} claims (filled in ${filledIn.toFixed(0)} s), Node ${process.version}, ${cpus().length} cores, ${rounds} rounds`,
    );
    const { copyRows, copyTables, writeExport } = await import("./measure");
    const place = { workspaceId: desk.workspaceId, articleId };
    // Compiled, connected, planned: as a server is that has been asked before.
    for (const key of ["csv", "jsonl"]) await writeExport(desk, short, key);
    const idle = process.memoryUsage.rss();
    console.log("                          s        MB   MB above idle");
    const tell = (name: string, all: readonly Measured[]) => tellOf(name, all, idle);
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
      const own = tell(key, exports.get(key) ?? []);
      const theirs = tell(`COPY, ${form}`, copies);
      const ratio = own.seconds / theirs.seconds;
      console.log(own.line + own.tooMuch);
      console.log(theirs.line);
      console.log(`ratio${ratio.toFixed(2).padStart(22)}${over(ratio > targetRatio, String(targetRatio))}`);
    }
    console.log(tell("COPY, tables apart", [await copyTables(ownerUrl, place)]).line);
    await writeExport(desk, short, "pdf");
    const pdf = tell(`PDF, ${pdfClaims} claims`, [await writeExport(desk, short, "pdf")]);
    console.log(pdf.line + over(pdf.seconds > pdfTargetS, `${pdfTargetS} s`));
  });
}
