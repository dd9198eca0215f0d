import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Complaint } from "../process/complaint";
import { endGroup } from "../process/program";
import { projectRoot } from "../process/project";
import { environmentOf, type Instruction } from "./dockerfile";

/** What an image would not get: the lines of .dockerignore, which name entries of the top folder. */
function ignored(): (name: string) => boolean {
  const lines = readFileSync(join(projectRoot, ".dockerignore"), "utf8").split("\n").filter(Boolean);
  return (name) =>
    lines.some((line) => (line.endsWith("*") ? name.startsWith(line.slice(0, -1)) : name === line));
}

function copy(names: readonly string[], folder: string): void {
  const isIgnored = ignored();
  const wanted = names.includes(".") ? readdirSync(projectRoot) : names;
  for (const name of wanted.filter((one) => !isIgnored(one))) {
    // Builds of the tests and benchmarks that stand in the tree are not the project's.
    if (name.startsWith(".next")) continue;
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }
}

/** npm's own settings go along, such as where packages come from; what a run of npm notes about itself does not. */
function outerEnvironment(): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !/^(npm_(lifecycle|package)_|ASSAY_|NODE_ENV$)/.test(name)),
  );
}

type Running = { readonly folder: string; readonly signal: AbortSignal };

/** Does what a stage says in a folder: its COPY and RUN, with its ENV. @throws Complaint when a command fails */
export async function playStage(stage: readonly Instruction[], { folder, signal }: Running): Promise<void> {
  for (const [at, { name, rest }] of stage.entries()) {
    if (name === "COPY") copy(rest.split(/\s+/).slice(0, -1), folder);
    if (name !== "RUN") continue;
    const env = { ...outerEnvironment(), ...environmentOf(stage.slice(0, at)) } as NodeJS.ProcessEnv;
    const child = spawn("sh", ["-c", rest], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const said = listenTo(child);
    const abort = () => void endGroup(child);
    signal.addEventListener("abort", abort, { once: true });
    const [code] = (await once(child, "close")) as [number | null];
    signal.removeEventListener("abort", abort);
    signal.throwIfAborted();
    if (code !== 0) throw new Complaint(`RUN ${rest}\nended with ${String(code)}:\n${said().slice(-3_000)}`);
  }
}

/** What a program says from now on. */
export function listenTo(child: ChildProcess): () => string {
  let said = "";
  const hear = (chunk: Buffer) => (said += chunk.toString("utf8"));
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return () => said;
}
