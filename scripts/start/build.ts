import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { runProgram } from "../process/program";
import { projectRoot } from "../process/project";

export const nextProgram = join(projectRoot, "node_modules", "next", "dist", "bin", "next");

const folders = ["app", "components", "lib", "public"];
const topFile =
  /^(next\.config|postcss\.config|tailwind\.config|proxy|instrumentation(-client)?)\.|^(tsconfig|package-lock)\.json$/;
const besideThePoint = /\.test\.tsx?$/;

function addFolder(hash: Hash, folder: string): void {
  if (!existsSync(join(projectRoot, folder))) return;
  const entries = readdirSync(join(projectRoot, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (!besideThePoint.test(entry.name)) addFile(hash, path);
  }
}

function addFile(hash: Hash, path: string): void {
  hash.update(`\0${path}\0`).update(readFileSync(join(projectRoot, path)));
}

/** Everything that goes into the built program, as one number. */
function sourceHash(): string {
  const hash = createHash("sha256");
  for (const folder of folders) addFolder(hash, folder);
  const tops = readdirSync(projectRoot).filter((name) => topFile.test(name));
  for (const name of [...tops.sort(), join("prisma", "schema.prisma")]) addFile(hash, name);
  return hash.update(process.versions.node).digest("hex");
}

/** Builds into `distFolder` unless what stands there was built from the same sources. Answers whether it had to. */
export async function keepBuildFresh(distFolder: string, signal: AbortSignal): Promise<boolean> {
  const stampFile = join(projectRoot, distFolder, "assay-build");
  const wanted = sourceHash();
  const finished = existsSync(join(projectRoot, distFolder, "BUILD_ID"));
  if (finished && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return false;
  // Without the stamp first: a build that is cut off must not pass for the one before it.
  rmSync(stampFile, { force: true });
  const { code, output } = await runProgram([nextProgram, "build"], {
    signal,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ASSAY_DIST: distFolder },
  });
  if (code !== 0) throw new Complaint(`The build failed:\n${output.trim()}`);
  writeFileSync(stampFile, wanted);
  return true;
}
