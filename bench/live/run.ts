import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { Client } from "pg";
import { timingOf, type Timing } from "../filled-desk";
import { onProgram, type Program } from "../program";
import type { Tell } from "../results";

const listeners = 200;
/** Nobody follows more than 20 at a time. */
const readers = 10;
const saves = 100;
const goalMs = 50;
const patienceMs = 10_000;

/**
 * From commit to the screens: 200 browsers follow an article, a colleague saves elsewhere on the same database, and the
 * event's way to the last of the screens that hear of it is timed beside PostgreSQL's own notice to a bare listener.
 */
export async function runLiveBench(tell: Tell): Promise<void> {
  await onProgram(async (program) => {
    const { desk } = program;
    const { annotate, createArticle } = await import("../../seeds/factories");
    const { id, claims } = await createArticle(desk, { title: "Followed by many" });
    const notice = await heardNotices(program);
    const screens = await openScreens(program, id);
    const took: Record<"second" | "last" | "notice", number[]> = { second: [], last: [], notice: [] };
    for (let save = 0; save < saves; save += 1) {
      const heard = screens.map((screen) => screen.next());
      const noticed = notice.next();
      await annotate(desk.slug, desk.reviewer1, claims[0]?.id ?? "", {
        verdict: save % 2 === 0 ? "true" : "false",
      });
      const committed = performance.now();
      const arrived = (await Promise.all(heard)).map((at) => Math.max(0, at - committed));
      took.notice.push(Math.max(0, (await noticed) - committed));
      took.second.push(arrived[0] ?? 0);
      took.last.push(Math.max(...arrived));
    }
    for (const screen of screens) screen.close();
    await notice.close();
    tellOf(tell, "the second browser", timingOf(took.second), timingOf(took.notice));
    tellOf(tell, `the last of ${listeners}`, timingOf(took.last), timingOf(took.notice));
  });
}

function tellOf(tell: Tell, whom: string, screen: Timing, notice: Timing): void {
  const more = screen.p95 - notice.p95;
  tell({
    what: `live event from commit to ${whom}, ${listeners} listeners`,
    against: `PostgreSQL's notice alone: p50 ${notice.p50.toFixed(1)} ms, p95 ${notice.p95.toFixed(1)} ms`,
    measured: `p50 ${screen.p50.toFixed(1)} ms, p95 ${screen.p95.toFixed(1)} ms`,
    ratio: null,
    goal: `p95 at most ${goalMs} ms more`,
    isMet: more <= goalMs,
  });
}

/** When the next thing of its kind was heard, in milliseconds of this process. */
type Ear = { readonly next: () => Promise<number> };

function ear(): Ear & { readonly hear: () => void } {
  let waiting: ((at: number) => void) | null = null;
  return {
    hear: () => {
      waiting?.(performance.now());
      waiting = null;
    },
    next: () =>
      new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          reject(new Error("Nothing was heard of a save"));
        }, patienceMs);
        waiting = (at) => {
          clearTimeout(tooLate);
          resolve(at);
        };
      }),
  };
}

async function heardNotices({
  databaseUrl,
}: Program): Promise<Ear & { readonly close: () => Promise<void> }> {
  const { liveChannel } = await import("../../lib/server/events/live-channel");
  const client = new Client({ connectionString: databaseUrl });
  const { hear, next } = ear();
  // When something else went wrong the database goes first.
  client.on("error", () => undefined);
  await client.connect();
  client.on("notification", hear);
  await client.query(`listen ${liveChannel}`);
  return { next, close: () => client.end() };
}

type Screen = Ear & { readonly close: () => void };

/** The colleagues' open screens, one connection each. */
async function openScreens({ desk, origin }: Program, articleId: string): Promise<readonly Screen[]> {
  const { cookieOf } = await import("../save/callers");
  const { createPerson } = await import("../../seeds/factories");
  const cookies = await Promise.all(
    Array.from({ length: readers }, async (_, at) => {
      const email = `reader${at}.${randomUUID()}@example.org`;
      return cookieOf(await createPerson(desk.workspaceId, { name: `Reader ${at}`, email, role: "editor" }));
    }),
  );
  const address = `${origin}/api/v1/workspaces/${desk.slug}/events?article=${articleId}`;
  return Promise.all(
    Array.from({ length: listeners }, (_, at) => openScreen(address, cookies[at % cookies.length] ?? "")),
  );
}

async function openScreen(address: string, cookie: string): Promise<Screen> {
  const { hear, next } = ear();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers: { cookie, accept: "text/event-stream" }, agent: false }, resolve).on(
      "error",
      reject,
    );
  });
  if (response.statusCode !== 200) throw new Error(`A screen was answered with ${response.statusCode}`);
  response.setEncoding("utf8");
  response.on("data", (piece: string) => {
    if (/^data:/m.test(piece)) hear();
  });
  return { next, close: () => response.destroy() };
}
