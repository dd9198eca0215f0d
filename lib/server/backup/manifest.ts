import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { Refusal } from "@/lib/core/shared/refusal";

const fileSchema = z.strictObject({
  table: z.string().regex(/^[a-z_]+$/),
  rows: z.number().int().min(0),
  sha256: z.string(),
});

/** What a backup says of itself; written last, so that a folder without it is no backup. */
export const manifestSchema = z.strictObject({
  format: z.literal("assay-backup/1"),
  madeAt: z.string(),
  /** The slug of the one workspace that it holds; null when it is the whole installation. */
  workspace: z.string().nullable(),
  /** The migrations that the database had, in their order: they say what the rows look like. */
  migrations: z.array(z.string()),
  files: z.array(fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type BackupFile = Manifest["files"][number];

export const manifestName = "manifest.json";
export const fileNameOf = (table: string) => `${table}.jsonl`;

/** @throws Refusal bad_input that says what is wrong with the folder */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  if (!statSync(path, { throwIfNoEntry: false })) {
    throw new Refusal("bad_input", `${folder} holds no whole backup: there is no ${manifestName} in it.`);
  }
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new Refusal("bad_input", `${path} cannot be read: it is damaged, or not of this kind of backup.`);
  }
}

/** Looks through every file before anything is written. @throws Refusal bad_input that names the file, and the line */
export async function checkFiles(folder: string, { files }: Manifest): Promise<void> {
  for (const file of files) {
    const path = join(folder, fileNameOf(file.table));
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
      throw new Refusal("bad_input", `${path} is missing. Nothing was restored.`);
    }
    if ((await hashOf(path)) === file.sha256) continue;
    const place = (await firstBrokenLine(path, file.rows)) ?? "it was changed after it was written";
    throw new Refusal("bad_input", `${path} is damaged: ${place}. Nothing was restored.`);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function firstBrokenLine(path: string, rows: number): Promise<string | null> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    try {
      JSON.parse(line);
    } catch {
      return `line ${number} is not whole`;
    }
  }
  return number === rows ? null : `it has ${number} lines of ${rows}`;
}
