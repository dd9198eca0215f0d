import { createWriteStream, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { fileName } from "../../lib/core/formats/catalogue";
import { Refusal } from "../../lib/core/shared/refusal";
import { db } from "../../lib/server/db/client";
import { formatOf } from "../../lib/server/reports/formats";
import { getReportFile } from "../../lib/server/reports/queries";
import { Complaint } from "../process/complaint";
import { findActor } from "./find-actor";
import { progressBar } from "./progress-bar";

type ExportOptions = {
  readonly email: string;
  readonly workspace: string;
  readonly format: string;
  /** A file, or "-" for standard output; a name made of the title when it is not given. */
  readonly output: string | undefined;
  readonly json: boolean;
};

/** Writes an article's report to a file, which is there only when it is whole. @returns 0 */
export async function exportReport(articleId: string, options: ExportOptions): Promise<number> {
  const { workspace, json } = options;
  const bar = progressBar(json);
  try {
    const actor = await findActor(options.email);
    const format = formatOf(options.format);
    const target = { workspace, articleId };
    const file = await getReportFile(actor, target, format, (done) => {
      bar.draw(done, file.claims, "claims");
    });
    const path = options.output ?? fileName(file.title, format);
    const bytes = await (path === "-" ? print(file.pieces) : keep(file.pieces, path));
    bar.clear();
    const told = { file: path, format: format.key, claims: file.claims, bytes };
    if (json) process.stderr.write(`${JSON.stringify(told)}\n`);
    else process.stderr.write(`${path}: ${file.claims} claims, ${bytes} bytes\n`);
    return 0;
  } catch (error) {
    bar.clear();
    throw error instanceof Refusal ? new Complaint(error.message) : error;
  } finally {
    await db().$disconnect();
  }
}

type Pieces = AsyncIterable<string | Uint8Array>;

async function print(pieces: Pieces): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    const chunk = Buffer.from(piece);
    bytes += chunk.length;
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return bytes;
}

async function keep(pieces: Pieces, path: string): Promise<number> {
  const unfinished = `${path}.part`;
  try {
    const file = createWriteStream(unfinished);
    await pipeline(pieces, file);
    renameSync(unfinished, path);
    return file.bytesWritten;
  } catch (error) {
    rmSync(unfinished, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!/^(ENOENT|EACCES|EISDIR|ENOSPC|EROFS)$/.test(code)) throw error;
    throw new Complaint(`${path} cannot be written (${code}). Nothing was kept.`);
  }
}
