import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appRole } from "./database/connection";
import { openEmbedded } from "./database/embedded";
import { makeDesk } from "./faults/program/desk-process";
import type { FaultDesk } from "./faults/desk";
import { applyMigrations } from "./migrations/apply";
import { keepClientFresh } from "./migrations/client";
import { live, type Lifetime } from "./process/lifetime";
import { randomFreePort } from "./process/ports";
import { step } from "./process/steps";
import { findNginx, startNginx } from "./scale/nginx";
import { listen, save, signIn } from "./scale/visitor";
import { keepBuildFresh } from "./start/build";
import { serverEnvironment } from "./start/environment";
import { serve, type RunningServer } from "./start/server";
import { testDist } from "./test/workplace";

const host = "127.0.0.1";
const metricsToken = "for the scale-out test only";
const patienceMs = 10_000;
const saves = 40;
const notRun = 3;
/** Everybody's at a desk that is made for tests (seeds/factories.ts). */
const deskPassword = "correct horse battery staple";

type Stage = {
  readonly desk: FaultDesk;
  readonly servers: readonly RunningServer[];
  /** Past the proxy, one for each process. */
  readonly bases: readonly string[];
  /** What people type into their browser. */
  readonly front: string;
};

async function setTheStage(nginx: string, life: Lifetime): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "assay-scale-"));
  // PostgreSQL runs as an account of its own, which has to pass through.
  chmodSync(folder, 0o755);
  life.atEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const database = await openEmbedded(join(folder, "data"));
  life.atEnd(database.stop);
  await applyMigrations(database.ownerUrl, appRole);
  const ports = [await randomFreePort(host), await randomFreePort(host)];
  const front = `http://${host}:${await randomFreePort(host)}`;
  const { appUrl: databaseUrl, secrets } = database;
  const settings = { host, port: 0, origin: front, databaseUrl, secret: secrets.assaySecret, demo: false };
  const env = {
    ...serverEnvironment(settings, { databaseUrl, assaySecret: secrets.assaySecret, demoPassword: null }),
    ASSAY_DIST: testDist,
    ASSAY_PROXIES: "1",
    ASSAY_METRICS_TOKEN: metricsToken,
    ASSAY_RATE_LIMIT: "0",
  };
  const bases = ports.map((port) => `http://${host}:${port}`);
  const servers = await Promise.all(
    ports.map((port, at) =>
      serve({ host, port, address: bases[at] ?? "", env, signal: life.signal, quiet: true }, (server) => {
        life.atEnd(server.stop);
      }),
    ),
  );
  life.atEnd(await startNginx(nginx, folder, Number(new URL(front).port), ports));
  const desk = await makeDesk({ databaseUrl, secret: secrets.assaySecret, signal: life.signal });
  return { desk, servers, bases, front };
}

function ensure(isSo: boolean, words: string): void {
  if (!isSo) throw new Error(words);
}

const tokenOf = ({ desk }: Stage): string => desk.reviewers[0]?.token ?? "";

/** How many saves a process has answered, as it counts them itself. */
async function savesAt(base: string): Promise<number> {
  const answer = await fetch(`${base}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const counts = (await answer.text()).matchAll(
    /assay_request_seconds_count\{method="PUT",route="[^"]*\/annotation",status="200"\} (\d+)/g,
  );
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

async function saveThroughBoth(stage: Stage): Promise<string> {
  const { desk, front, bases } = stage;
  const claims = desk.tail.slice(0, saves);
  const common = { base: front, workspace: desk.workspace, token: tokenOf(stage) };
  const first = await Promise.all(
    claims.map((claim) => save({ ...common, claim, version: 0, verdict: "true" })),
  );
  ensure(
    first.every(({ version }) => version === 1),
    `A first save was not kept: ${JSON.stringify(first)}`,
  );
  const second = await Promise.all(
    claims.map((claim) => save({ ...common, claim, version: 1, verdict: "mixed" })),
  );
  ensure(
    second.every(({ version }) => version === 2),
    `A second save was not kept: ${JSON.stringify(second)}`,
  );
  const stale = await save({ ...common, claim: claims[0] ?? "", version: 1, verdict: "false" });
  ensure(stale.status === 412, `A stale save was answered ${stale.status}.`);
  const shares = await Promise.all(bases.map(savesAt));
  ensure(
    shares.every((share) => share > 0),
    `One process did nothing: ${shares.join(" and ")} saves.`,
  );
  return `${first.length + second.length} saves, ${shares.join(" and ")} of them by each process`;
}

/** The feed hangs at one process, whichever it is: of two saves, one at each, one was the other's. */
async function hearTheOther(stage: Stage): Promise<string> {
  const { desk, front, bases } = stage;
  const feed = await listen(front, desk.workspace, desk.twins.articleId, desk.editor.token);
  try {
    const claims = [desk.twins.first, desk.twins.second];
    for (const [at, base] of bases.entries()) {
      const claim = claims[at] ?? "";
      const saved = await save({
        base,
        workspace: desk.workspace,
        claim,
        token: tokenOf(stage),
        version: 0,
        verdict: "true",
      });
      ensure(saved.version === 1, `A save past the proxy was answered ${saved.status}.`);
      await feed.heard(claim, patienceMs);
    }
  } finally {
    feed.stop();
  }
  return "a save at either process reaches the feed through the proxy";
}

async function staySignedIn({ front, bases }: Stage): Promise<string> {
  const cookie = await signIn(front, "ravi@faults.example", deskPassword);
  for (const base of [front, ...bases]) {
    const answer = await fetch(`${base}/api/v1/me`, { headers: { cookie } });
    ensure(answer.status === 200, `Signed in through the proxy, ${base} answers ${answer.status}.`);
  }
  return "a session made at one process holds at both";
}

async function surviveADeath(stage: Stage): Promise<string> {
  const { desk, front, servers, bases } = stage;
  const claims = desk.tail.slice(saves, saves * 2);
  const common = {
    base: front,
    workspace: desk.workspace,
    token: tokenOf(stage),
    version: 0,
    verdict: "true",
  };
  const half = claims.length / 2;
  const underWay = claims.slice(0, half).map((claim) => save({ ...common, claim }));
  process.kill(-(servers[0]?.pid ?? 0), "SIGKILL");
  const before = await Promise.all(underWay);
  const after = [];
  for (const claim of claims.slice(half)) after.push(await save({ ...common, claim }));
  const all = [...before, ...after];
  ensure(
    all.every(({ version }) => version === 1),
    `Not all saves were kept: ${JSON.stringify(all)}`,
  );
  const dead = await fetch(`${bases[0] ?? ""}/api/health`).catch(() => null);
  ensure(dead === null, "The process that was killed still answers.");
  const again = all.filter(({ tries }) => tries > 1).length;
  return `${all.length} saves over kill -9 of one process, each kept once; ${again} were asked again`;
}

const checks: readonly (readonly [name: string, check: (stage: Stage) => Promise<string>])[] = [
  ["saves", saveThroughBoth],
  ["live feed", hearTheOther],
  ["sign-in", staySignedIn],
  ["one dies", surviveADeath],
];

async function main(life: Lifetime): Promise<number> {
  const nginx = findNginx();
  if (nginx === null) {
    process.stdout.write(
      "NOT RUN: nginx is not installed here, so nothing was shown. Install it: apt-get install nginx-light\n",
    );
    return notRun;
  }
  keepClientFresh();
  await step("build", async (note) => {
    note((await keepBuildFresh(testDist, life.signal)) ? "built" : "fresh");
  });
  const stage = await step("two processes", () => setTheStage(nginx, life));
  for (const [name, check] of checks) {
    life.check();
    await step(name, async (note) => {
      note(await check(stage));
    });
  }
  return 0;
}

await live(main, 1);
