import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { withClient } from "../../scripts/database/connection";
import { timingOf } from "../filled-desk";
import { onProgram, type Program } from "../program";
import { fillDesk } from "../queue/fill";
import type { Tell } from "../results";
import type { Person } from "../../seeds/factories";
import type { Answered, Caller } from "./callers";

const clients = 16;
const forMs = 6_000;
const rounds = 3;
const goals = { echo: 0.6, bare: 0.2, growth: 1.1, bulk: 20 };

type Claims = { readonly id: string; readonly claims: readonly { readonly id: string }[] };

/**
 * What a save costs over HTTP, at a desk at work: one with 100,000 claims, and statistics of them. 16 people who are signed
 * in each save verdicts on a claim of their own, one after the other; against the same handler as far as it authenticates
 * and reads what is sent, and against a server without framework, sessions or checks that does the transaction step by
 * step. Then in a long article, and many in one request.
 */
export async function runSaveBench(tell: Tell): Promise<void> {
  await onProgram(async (program) => {
    process.stderr.write("  save: filling a desk\n");
    await withClient(program.ownerUrl, async (client) => {
      await fillDesk(client, program.desk.workspaceId);
      await client.query("vacuum analyze");
    });
    const { createArticle } = await import("../../seeds/factories");
    const articleOf = (sentences: number): Promise<Claims> =>
      createArticle(program.desk, {
        title: `Of ${sentences}`,
        text: Array.from({ length: sentences }, (_, n) => `In ${n} somebody counted the lamps.`).join(" "),
      });
    // As many claims as there are clients, so that nobody waits for a lock.
    const short = await articleOf(clients);
    const people = await peopleOf(program);
    await tellSingle(program, people, short, tell);
    const long = await articleOf(10_000);
    await tellGrowth(program, people, { short, long }, tell);
    await tellBulk(program, long, tell);
    const { tellDuringImport } = await import("./during-import");
    const eight = people
      .slice(0, 8)
      .map(({ call }, at) => saver(call, program.desk.slug, long.claims[7_000 + at]?.id ?? ""));
    await tellDuringImport(program, eight, tell);
  });
}

/** One connection each; of the desk's people several have more than one. */
async function peopleOf({ desk, origin }: Program): Promise<readonly { person: Person; call: Caller }[]> {
  const { signedIn } = await import("./callers");
  const people = [desk.reviewer1, desk.reviewer2, desk.editor, desk.owner];
  return Promise.all(
    Array.from({ length: clients }, async (_, at) => {
      const person = people[at % people.length] ?? desk.owner;
      return { person, call: await signedIn(origin, person) };
    }),
  );
}

/** Saves verdicts on one claim, each on top of the last. */
function saver(call: Caller, workspace: string, claimId: string, version = 0): () => Promise<void> {
  let at = version;
  return async () => {
    const body = { verdict: at % 2 === 0 ? "true" : "false" };
    const path = `/api/v1/workspaces/${workspace}/claims/${claimId}/annotation`;
    fine(await call({ method: "PUT", path, version: at, body }));
    at += 1;
  };
}

function fine({ status, body }: Answered, expected = 200): string {
  if (status !== expected) throw new Error(`${status}: ${body.slice(0, 300)}`);
  return body;
}

type People = Awaited<ReturnType<typeof peopleOf>>;

async function tellSingle(program: Program, people: People, article: Claims, tell: Tell): Promise<void> {
  const { rateOf } = await import("./callers");
  const { desk, databaseUrl } = program;
  const saves = people.map(({ call }, at) => saver(call, desk.slug, article.claims[at]?.id ?? ""));
  // The first save of each makes the annotation that the bare server goes on with, on claims of their own.
  for (const save of saves) await save();
  const bare = await startBare(databaseUrl);
  const other = await bareSaves(program, people, bare.origin);
  // Without a version the same handler authenticates, reads the body and says that a version is missing.
  const echoes = people.map(({ call }, at) => {
    const path = `/api/v1/workspaces/${desk.slug}/claims/${article.claims[at]?.id ?? ""}/annotation`;
    return async () => fine(await call({ method: "PUT", path, body: { verdict: "true" } }), 428);
  });
  const rates: Record<"save" | "echo" | "bare", number[]> = { save: [], echo: [], bare: [] };
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      process.stderr.write(`  save: round ${round + 1} of ${rounds}\n`);
      rates.echo.push((await rateOf(echoes, forMs)).perSecond);
      const save = await rateOf(saves, forMs);
      rates.save.push(save.perSecond);
      times.push(...save.times);
      rates.bare.push((await rateOf(other, forMs)).perSecond);
    }
  } finally {
    bare.stop();
  }
  const {
    save,
    echo,
    bare: limit,
  } = { save: median(rates.save), echo: median(rates.echo), bare: median(rates.bare) };
  const { p50, p95 } = timingOf(times);
  const measured = `${save.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  for (const [against, rate, goal] of [
    [`the same handler without the save: ${echo.toFixed(0)}/s`, echo, goals.echo],
    [`a bare server, step by step: ${limit.toFixed(0)}/s`, limit, goals.bare],
  ] as const) {
    const what = `single save over HTTP, ${clients} clients`;
    const ratio = save / rate;
    tell({ what, against, measured, ratio, goal: `at least ${goal} of its rate`, isMet: ratio >= goal });
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function startBare(databaseUrl: string) {
  const { env } = await import("../../lib/server/env");
  const program = fileURLToPath(new URL("./bare-server.ts", import.meta.url));
  const child = fork(program, [databaseUrl, String(env().ASSAY_POOL_SIZE)]);
  const [port] = (await once(child, "message")) as [number];
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

/** What the bare server is asked: the same verdicts, on claims that nobody else saves on. */
async function bareSaves({ desk }: Program, people: People, origin: string) {
  const { caller } = await import("./callers");
  const { annotate, createArticle } = await import("../../seeds/factories");
  const { db } = await import("../../lib/server/db/client");
  const text = Array.from({ length: clients }, (_, n) => `In ${n} somebody counted the lamps.`).join(" ");
  const article = await createArticle(desk, { title: "Of the bare server", text });
  return Promise.all(
    people.map(async ({ person }, at) => {
      const claimId = article.claims[at]?.id ?? "";
      await annotate(desk.slug, person, claimId, { verdict: "true" });
      const { id } = await db().annotation.findFirstOrThrow({
        where: { workspaceId: desk.workspaceId, claimId },
        select: { id: true },
      });
      const body = {
        workspaceId: desk.workspaceId,
        annotationId: id,
        articleId: article.id,
        claimId,
        memberId: person.memberId,
        verdict: "true",
      };
      const call = caller(origin);
      return async () => fine(await call({ method: "PUT", path: "/", body }));
    }),
  );
}

type Both = { readonly short: Claims; readonly long: Claims };

async function tellGrowth({ desk }: Program, people: People, both: Both, tell: Tell): Promise<void> {
  const { rateOf } = await import("./callers");
  const savesIn = ({ claims }: Claims, from: number) =>
    people.map(({ person, call }, at) => {
      const claimId = claims[from + at]?.id ?? "";
      let save: (() => Promise<void>) | null = null;
      return async () => {
        save ??= saver(call, desk.slug, claimId, await versionOf(desk.slug, person, claimId));
        await save();
      };
    });
  const times: Record<"short" | "long", number[]> = { short: [], long: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.short.push(...(await rateOf(savesIn(both.short, 0), forMs)).times);
    times.long.push(...(await rateOf(savesIn(both.long, 5_000), forMs)).times);
  }
  const [short, long] = [timingOf(times.short), timingOf(times.long)];
  const ratio = long.p50 / short.p50;
  tell({
    what: `saves in an article of ${both.long.claims.length} claims`,
    against: `in one of ${both.short.claims.length}: p50 ${short.p50.toFixed(1)} ms`,
    measured: `p50 ${long.p50.toFixed(1)} ms, p95 ${long.p95.toFixed(1)} ms`,
    ratio,
    goal: `${goals.growth} ×`,
    isMet: ratio <= goals.growth,
  });
}

/** The version of somebody's annotation as it stands; 0 where there is none. */
async function versionOf(workspace: string, { actor }: Person, claimId: string): Promise<number> {
  const { getClaimDetail } = await import("../../lib/server/claims/queries");
  return (await getClaimDetail(actor, { workspace, claimId })).own.version;
}

async function tellBulk({ desk, origin }: Program, { claims }: Claims, tell: Tell): Promise<void> {
  const { rateOf, signedIn } = await import("./callers");
  const call = await signedIn(origin, desk.reviewer1);
  const many = claims.slice(0, 500).map(({ id }) => id);
  let version = 0;
  const bulk = async () => {
    const annotation = { verdict: version % 2 === 0 ? "true" : "false" };
    const annotations = many.map((claimId) => ({ claimId, version, annotation }));
    const path = `/api/v1/workspaces/${desk.slug}/annotations`;
    const answer = JSON.parse(fine(await call({ method: "PUT", path, body: { annotations } }))) as {
      readonly saved: readonly unknown[];
    };
    if (answer.saved.length !== many.length) throw new Error(`${answer.saved.length} were saved`);
    version += 1;
  };
  await bulk();
  const together = timingOf(await inRow(8, bulk));
  const single = await rateOf([saver(call, desk.slug, claims[600]?.id ?? "")], forMs);
  const perSecond = (1_000 * many.length) / together.p50;
  const ratio = perSecond / single.perSecond;
  tell({
    what: `bulk save, ${many.length} verdicts in one request`,
    against: `single saves one after the other: ${single.perSecond.toFixed(0)}/s`,
    measured: `${perSecond.toFixed(0)}/s, ${together.p50.toFixed(0)} ms a request`,
    ratio,
    goal: `at least ${goals.bulk} × the rate`,
    isMet: ratio >= goals.bulk,
  });
}

async function inRow(count: number, call: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return times;
}
