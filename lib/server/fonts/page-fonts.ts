import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The fonts of the public pages, by the names under which these ask for them. */
const files: ReadonlyMap<string, string> = new Map([
  ["source-serif.woff2", "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2"],
  ["inter.woff2", "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"],
]);

/** A font as it lies in its package; null for any other name. */
export async function findPageFont(name: string): Promise<Buffer | null> {
  const path = files.get(name);
  return path === undefined ? null : readFile(join(process.cwd(), "node_modules", path));
}
