import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import type { Tell } from "../results";
import { firstLoadScriptKb } from "../../e2e/first-load";
import { openTime } from "./opening";
import { scrollThrough } from "./scrolling";
import { onStage, type Stage } from "./stage";
import { verdictTimes, watchInteractions, workAnHour } from "./typing";

const small = 10;
const large = 10_000;
const openings = 9;
const presses = 120;
/** Between two keys of somebody who types 120 words a minute; nobody judges claims faster. */
const typistMs = 100;
const hourOfClaims = 120;

const limits = { verdictMs: 50, scriptKb: 180, interactionMs: 100, flat: 1.1, saveGrowth: 1.1 };

/** What every piece works with: the two articles, the stage, and where its figures go. */
type Bench = {
  readonly stage: Stage;
  readonly tell: Tell;
  readonly short: Article;
  readonly long: Article;
};
type Article = {
  readonly id: string;
  readonly claims: readonly { readonly id: string }[];
  readonly address: string;
  readonly sentences: number;
};

const pieces: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  script: tellScript,
  opening: tellOpening,
  verdict: tellVerdicts,
  scrolling: tellScrolling,
  hour: tellHour,
  save: tellSaves,
};

/**
 * What the workbench costs with an article of 10,000 sentences beside one of 10, in a real browser before the built
 * program: script, opening, key to painted verdict, what is in the page, an hour of work, and a save on the server.
 * `--part verdict,hour` measures some of it.
 */
export async function runWorkbenchBench(tell: Tell): Promise<void> {
  const { values } = parseArgs({ strict: false, options: { part: { type: "string" } } });
  const chosen = typeof values["part"] === "string" ? values["part"].split(",") : Object.keys(pieces);
  await onStage(async (stage) => {
    const [short, long] = [await articleOf(stage, small), await articleOf(stage, large)];
    for (const name of chosen) {
      const piece = pieces[name];
      if (!piece) throw new Error(`There is no piece "${name}". Pieces: ${Object.keys(pieces).join(", ")}`);
      progress(`workbench: ${name}`);
      await piece({ stage, tell, short, long });
    }
  });
}

function progress(words: string): void {
  process.stderr.write(`  ${words}\n`);
}

async function articleOf(stage: Stage, sentences: number): Promise<Article> {
  const { createArticle } = await import("../../seeds/factories");
  const made = await createArticle(stage.desk, { title: `Of ${sentences}`, text: textOf(sentences) });
  return { ...made, sentences, address: `${stage.origin}/w/${stage.desk.slug}/articles/${made.id}` };
}

/** Paragraphs of five sentences, no two alike. */
function textOf(sentences: number): string {
  const sentence = (n: number) =>
    `In the year ${1_000 + n} the town council counted ${(n * 7) % 9_973} lamps along road number ${n}, and wrote down who had paid for them.`;
  const paragraphs = Array.from({ length: Math.ceil(sentences / 5) }, (_, paragraph) =>
    Array.from({ length: Math.min(5, sentences - paragraph * 5) }, (_, place) =>
      sentence(paragraph * 5 + place + 1),
    ).join(" "),
  );
  return paragraphs.join("\n\n");
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

async function tellScript({ stage, tell, short, long }: Bench): Promise<void> {
  const page = await stage.visit(stage.desk.editor);
  for (const article of [short, long]) {
    const kb = await firstLoadScriptKb(page, article.address);
    tell({
      what: `script of the first load, ${article.sentences} sentences`,
      against: "",
      measured: `${kb.toFixed(1)} kB`,
      ratio: null,
      goal: `${limits.scriptKb} kB compressed`,
      isMet: kb <= limits.scriptKb,
    });
  }
  await page.context().close();
}

async function worker(stage: Stage): Promise<Page> {
  const page = await stage.visit(stage.desk.reviewer1);
  await watchInteractions(page);
  return page;
}

async function tellOpening({ stage, tell, short, long }: Bench): Promise<void> {
  const page = await worker(stage);
  const times: Record<"short" | "long", number[]> = { short: [], long: [] };
  for (let round = 0; round <= openings; round += 1) {
    progress(`opening, round ${round} of ${openings}`);
    const both = { short: await openTime(page, short.address), long: await openTime(page, long.address) };
    // The first of each fills the browser's cache and the server's.
    if (round === 0) continue;
    times.short.push(both.short);
    times.long.push(both.long);
  }
  await page.context().close();
  const [ofShort, ofLong] = [share(times.short, 0.5), share(times.long, 0.5)];
  const limit = 1.5 * ofShort + 300;
  tell({
    what: `opened and hearing keys, ${large} sentences`,
    against: `${small} sentences: ${ms(ofShort)}`,
    measured: ms(ofLong),
    ratio: ofLong / ofShort,
    goal: `1.5 × + 300 ms = ${limit.toFixed(0)} ms`,
    isMet: ofLong <= limit,
  });
}

async function tellVerdicts({ stage, tell, short, long }: Bench): Promise<void> {
  const page = await worker(stage);
  for (const { words, paceMs } of [
    { words: `a key each ${typistMs} ms`, paceMs: typistMs },
    { words: "keys without a pause", paceMs: 0 },
  ]) {
    const p50: number[] = [];
    for (const { sentences, address } of [short, long]) {
      const times: number[] = [];
      while (times.length < presses) {
        progress(`verdicts, ${words}, ${sentences} sentences: ${times.length} of ${presses}`);
        await openTime(page, address);
        await page.keyboard.press("Home");
        times.push(...(await verdictTimes(page, Math.min(sentences - 1, presses), paceMs)));
      }
      const p95 = share(times, 0.95);
      p50.push(share(times, 0.5));
      const [ofShort = 0, own] = p50;
      tell({
        what: `key to painted verdict, ${words}, ${sentences} sentences`,
        against: own === undefined ? "" : `${small} sentences: p50 ${ms(ofShort)}`,
        measured: `p50 ${ms(own ?? ofShort)}, p95 ${ms(p95)}, ${times.length} presses`,
        ratio: own === undefined ? null : own / ofShort,
        goal: `p95 ${limits.verdictMs} ms`,
        isMet: p95 <= limits.verdictMs,
      });
    }
  }
  await page.context().close();
}

async function tellScrolling({ stage, tell, long }: Bench): Promise<void> {
  const page = await worker(stage);
  await openTime(page, long.address);
  const { before, after, again, most, screens } = await scrollThrough(page);
  await page.context().close();
  tell({
    what: `elements after ${screens} screens, ${large} sentences`,
    against: `before: ${before.nodes}`,
    measured: `${after.nodes}, once more ${again.nodes}; ${most} at most`,
    ratio: after.nodes / before.nodes,
    goal: `flat: ${limits.flat} ×`,
    isMet: Math.max(after.nodes, most) <= before.nodes * limits.flat,
  });
  tell({
    what: `heap after ${screens} screens, ${large} sentences`,
    against: `before: ${before.heapMb.toFixed(1)} MB`,
    measured: `${after.heapMb.toFixed(1)} MB, once more ${again.heapMb.toFixed(1)} MB`,
    ratio: after.heapMb / before.heapMb,
    goal: `flat: ${limits.flat} ×`,
    isMet: Math.max(after.heapMb, again.heapMb) <= before.heapMb * limits.flat,
  });
}

async function tellHour({ stage, tell, long }: Bench): Promise<void> {
  const page = await worker(stage);
  await openTime(page, long.address);
  const { slow, count } = await workAnHour(page, hourOfClaims, (done) => {
    if (done % 20 === 0) progress(`hour of work: claim ${done} of ${hourOfClaims}`);
  });
  await page.context().close();
  // The browser tells only of those that took a picture or longer.
  const times = [...slow, ...Array.from({ length: Math.max(0, count - slow.length) }, () => 0)];
  const p98 = share(times, 0.98);
  tell({
    what: `interaction to next paint, ${hourOfClaims} claims worked`,
    against: "",
    measured: `p98 ${p98.toFixed(0)} ms, longest ${share(times, 1).toFixed(0)} ms, ${count} interactions`,
    ratio: null,
    goal: `p98 ${limits.interactionMs} ms`,
    isMet: p98 <= limits.interactionMs,
  });
}

async function tellSaves({ stage, tell, short, long }: Bench): Promise<void> {
  const { saveTimes } = await import("./saving");
  const times = await saveTimes(stage.desk, short, long);
  for (const [part, what] of [
    ["save", "a save on the server"],
    ["tell", "telling a screen of a save"],
  ] as const) {
    const { short: a, long: b } = times[part];
    tell({
      what: `${what}, ${large} sentences`,
      against: `${small} sentences: p50 ${ms(a.p50)}, p95 ${ms(a.p95)}`,
      measured: `p50 ${ms(b.p50)}, p95 ${ms(b.p95)}`,
      ratio: b.p50 / a.p50,
      goal: `${limits.saveGrowth} ×`,
      isMet: b.p50 <= a.p50 * limits.saveGrowth,
    });
  }
}
