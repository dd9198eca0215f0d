import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../process/project";
import { serverEnvironment } from "../../start/environment";
import { runChecks, type Finding } from "../checks/all-checks";
import { makeBriefPlan } from "../plan";
import { run, type RunSettings } from "../run";
import { withBug, type SeededBug } from "./seeded-bugs";

const copied = ["app", "lib", "prisma", "scripts", "seeds", "package.json", "tsconfig.json"];
const origin = "http://127.0.0.1:3000";

/** The sources with a mistake in them, or as they are, in a folder of their own. */
function copyProgram(folder: string, bug: SeededBug | null): string {
  const copy = join(folder, "program");
  mkdirSync(copy);
  for (const name of copied) cpSync(join(projectRoot, name), join(copy, name), { recursive: true });
  symlinkSync(join(projectRoot, "node_modules"), join(copy, "node_modules"));
  for (const patch of bug?.patches ?? []) {
    const path = join(copy, patch.file);
    writeFileSync(path, withBug(readFileSync(path, "utf8"), patch, bug?.name ?? ""));
  }
  return copy;
}

function programIn(copy: string): RunSettings["program"] {
  const host = join("scripts", "faults", "bugs", "thin-host.ts");
  return {
    cwd: copy,
    command: (port) => ["--conditions=react-server", "--import", "tsx", host, String(port)],
    env: (databaseUrl, assaySecret) => ({
      ...serverEnvironment(
        { host: "127.0.0.1", port: 3000, origin, databaseUrl, secret: assaySecret, demo: false },
        { databaseUrl, assaySecret, demoPassword: null },
      ),
      ASSAY_RATE_LIMIT: "0",
    }),
  };
}

type Hunt = {
  readonly seed: number;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly bug: SeededBug | null;
};

export type Hunted = {
  readonly findings: readonly Finding[];
  readonly serverWords: string;
};

/** One short run on one process of the program with a bug, or without one. Answers what the checks found. */
export async function hunt({ seed, folder, signal, bug }: Hunt): Promise<Hunted> {
  const copy = copyProgram(folder, bug);
  const ran = await run({
    seed,
    folder,
    disk: null,
    servers: 1,
    clients: 16,
    program: programIn(copy),
    chromium: null,
    plan: makeBriefPlan(seed),
    wanted: 0,
    untilMs: 0,
    signal,
    say: () => undefined,
    onProgress: () => undefined,
  });
  const findings = runChecks(ran.evidence).filter(({ findings: found }) => found.length > 0);
  return { findings, serverWords: ran.serverWords };
}
