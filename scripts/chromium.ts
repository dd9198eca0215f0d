import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Complaint } from "./process/complaint";
import { runProgram } from "./process/program";
import { projectRoot } from "./process/project";

type Say = (text: string) => void;

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macPrograms = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const ownFolder = join(projectRoot, ".assay", "chromium");
const ownBinary = join(ownFolder, "chromium");

// Newer ones ask for a newer Node than ours.
const packagedChromium = "@sparticuz/chromium@^141.0.0";

/** Ubuntu's chromium-browser is a note about another package manager, and a slim system lacks libraries: ask it. */
const works = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ["--version", "--no-sandbox"], { timeout: 30_000 }).status === 0;

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

async function find(): Promise<string | null> {
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...macPrograms, await playwrightsOwn(), ownBinary].find(works) ?? null;
}

function asRoot(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : null;
}

function run(command: readonly string[], timeoutMs: number): boolean {
  const [program = "", ...args] = command;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { env, stdio: "ignore", timeout: timeoutMs }).status === 0;
}

function installDebianPackage(say: Say): void {
  const root = asRoot();
  if (!existsSync("/usr/bin/apt-get") || root === null) return;
  say("installing Debian's package chromium (apt-get) …");
  const apt = [...root, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"];
  run([...apt, "update"], 300_000);
  run([...apt, "install", "-y", "--no-install-recommends", "chromium"], 900_000);
}

async function downloadPlaywrights(say: Say, signal: AbortSignal): Promise<void> {
  say("downloading Playwright's Chromium …");
  const program = join(projectRoot, "node_modules", "@playwright", "test", "cli.js");
  await runProgram([program, "install", "chromium"], {
    signal: AbortSignal.any([signal, AbortSignal.timeout(300_000)]),
  }).catch(() => undefined);
  signal.throwIfAborted();
}

// Unpacked in a process of its own, told that it runs in the cloud, where the package expects few system libraries
// and brings its own; it prints where it has put the program.
const unpack = `
import chromium from "@sparticuz/chromium";
process.stdout.write(await chromium.executablePath());
`;

async function unpackPackaged(say: Say, signal: AbortSignal): Promise<void> {
  say(`fetching the npm package ${packagedChromium} …`);
  mkdirSync(ownFolder, { recursive: true });
  writeFileSync(join(ownFolder, "package.json"), '{ "private": true, "type": "module" }\n');
  const flags = [
    "install",
    "--prefix",
    ownFolder,
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    packagedChromium,
  ];
  if (!run(["npm", ...flags], 600_000)) return;
  const script = join(ownFolder, "unpack.mjs");
  writeFileSync(script, unpack);
  const { code, output } = await runProgram([script], { signal });
  if (code === 0 && existsSync(output.trim())) cpSync(output.trim(), ownBinary);
}

/** A Chromium that runs here: CHROMIUM_PATH, one that is installed, or one that is installed now. */
export async function provideChromium(say: Say, signal: AbortSignal): Promise<string> {
  const wanted = process.env["CHROMIUM_PATH"];
  if (wanted) {
    if (works(wanted)) return wanted;
    throw new Complaint(`CHROMIUM_PATH is ${wanted}, but that is no Chromium that runs here.`);
  }
  const ways = [installDebianPackage, downloadPlaywrights, unpackPackaged];
  for (const install of [null, ...ways]) {
    if (install) await install(say, signal);
    signal.throwIfAborted();
    const found = await find();
    if (found) return found;
  }
  throw new Complaint(
    "The browser journeys need a Chromium, and none could be installed here.\n" +
      "Install one by hand and, if it is not found, say where it is: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}
