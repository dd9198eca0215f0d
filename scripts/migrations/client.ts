import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Complaint } from "../process/complaint";
import { projectRoot } from "../process/project";
import { readSchema } from "./folder";

const clientFolder = join(projectRoot, "prisma", "client");

/** Generates the Prisma client when the schema or Prisma's version changed. Answers whether it had to. */
export function keepClientFresh(): boolean {
  const manifest = createRequire(import.meta.url).resolve("prisma/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const wanted = createHash("sha256").update(version).update(readSchema().content).digest("hex");
  const stampFile = join(clientFolder, ".stamp");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return false;
  const generated = spawnSync(process.execPath, [join(dirname(manifest), "build", "index.js"), "generate"], {
    cwd: projectRoot,
    encoding: "utf8",
    env: {
      ...process.env,
      // Generating needs no schema engine, but without this Prisma tries to download one first.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (generated.status !== 0) {
    throw new Complaint(`The Prisma client could not be generated:\n${generated.stdout}${generated.stderr}`);
  }
  writeFileSync(stampFile, wanted);
  return true;
}
