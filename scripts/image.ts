import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { databaseAccount } from "./database/account";
import { openEmbedded } from "./database/embedded";
import { commandOf, environmentOf, stagesOf, type Instruction } from "./image/dockerfile";
import { listenTo, playStage } from "./image/play";
import { Complaint } from "./process/complaint";
import { live, type Lifetime } from "./process/lifetime";
import { randomFreePort } from "./process/ports";
import { endGroup } from "./process/program";
import { projectRoot } from "./process/project";
import { step } from "./process/steps";

const host = "127.0.0.1";
const readyMs = 120_000;
const stopMs = 30_000;

/**
 * Plays deploy/Dockerfile on a machine without containers: its first stage in a folder of its own, then what its second
 * one starts, as an account that may write nothing of it and with npm told that there is no network. Says what a container
 * alone would tell: nothing of the base images, of the image's layers, or of a kernel's bounds.
 */
async function main(life: Lifetime): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "assay-image-"));
  chmodSync(folder, 0o755);
  life.atEnd(() => {
    execFileSync("chmod", ["-R", "u+w", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const [build = [], image = []] = stagesOf(readFileSync(join(projectRoot, "deploy", "Dockerfile"), "utf8"));
  const app = join(folder, "app");
  mkdirSync(app);
  await step("build", () => playStage(build, { folder: app, signal: life.signal }));
  await step("size", (note) => {
    note(execFileSync("du", ["-sh", app], { encoding: "utf8" }).split("\t")[0] ?? "");
  });
  // Nobody may write, root's own files or not: what starts is to find that it need not.
  execFileSync("chmod", ["-R", "a-w", app]);
  await start(image, { folder, app }, life);
  process.stdout.write("The image builds, starts without a network, answers and stops.\n");
  return 0;
}

type Places = { readonly folder: string; readonly app: string };

async function start(image: readonly Instruction[], { folder, app }: Places, life: Lifetime): Promise<void> {
  const database = await openEmbedded(join(folder, "database"));
  life.atEnd(database.stop);
  const account = databaseAccount();
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);
  const port = await randomFreePort(host);
  const origin = `http://${host}:${port}`;
  const [program = "", ...args] = commandOf(image);
  const child = spawn(program, args, {
    cwd: app,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      HOME: data,
      npm_config_offline: "true",
      ...environmentOf(image),
      HOST: host,
      PORT: String(port),
      ASSAY_DATA: data,
      ASSAY_URL: origin,
      ASSAY_SECRET: database.secrets.assaySecret,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
  });
  life.atEnd(() => endGroup(child));
  const said = listenTo(child);
  await step("start", async () => {
    const until = Date.now() + readyMs;
    for (;;) {
      life.check();
      const isOver = child.exitCode !== null || Date.now() > until;
      if (isOver) throw new Complaint(`It did not start:\n${said()}`);
      if ((await answer(`${origin}/api/ready`)) === 200 && said().includes("/setup/")) return;
      await wait(250);
    }
  });
  await step("answers", async () => {
    const link = /http\S+\/setup\/\S+/.exec(said())?.[0] ?? "";
    const found = await answer(link);
    if (found !== 200) throw new Complaint(`The first page answers ${String(found)}:\n${said()}`);
  });
  await step("stop", async () => {
    const ended = once(child, "exit") as Promise<[number | null]>;
    child.kill("SIGTERM");
    const [code] = await Promise.race([ended, wait(stopMs, [null] as const)]);
    if (code !== 0) throw new Complaint(`Told to stop, it ended with ${String(code)}:\n${said()}`);
  });
}

const answer = (url: string): Promise<number | null> =>
  fetch(url).then(
    ({ status }) => status,
    () => null,
  );

await live(main, 1);
