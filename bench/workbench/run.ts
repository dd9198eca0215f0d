import { cpus } from "node:os";
import type { Page } from "@playwright/test";
import { firstLoadScript, openTime } from "./opening";
import type { SaveTimes } from "./saving";
import { scrollThrough } from "./scrolling";
import { onStage, type Stage } from "./stage";
import { verdictTimes, watchInteractions, workAnHour } from "./typing";

const small = 10;
const large = 10_000;
const openings = 9;
const presses = 60;
const hourOfClaims = 120;

const targets = {
  opening: (ofSmall: number) => 1.5 * ofSmall + 300,
  verdictMs: 50,
  scriptKb: 180,
  interactionMs: 100,
  growth: 1.25,
};

/**
 * Prints what the workbench costs with an article of 10,000 sentences beside one of 10, in a real browser before the built
 * program: opening, key to painted verdict, what is in the page, script, an hour of work, and a save on the server.
 */
export async function runWorkbenchBench(): Promise<void> {
  await onStage(async (stage) => {
    const { createArticle } = await import("../../seeds/factories");
    const { saveTimes } = await import("./saving");
    const articleOf = (sentences: number) =>
      createArticle(stage.desk, { title: `Of ${sentences}`, text: textOf(sentences) });
    const [short, long] = [await articleOf(small), await articleOf(large)];
    const page = await stage.visit(stage.desk.reviewer1);
    await watchInteractions(page);
    const at = (article: { readonly id: string }) => addressOf(stage, article.id);
    console.log(
      `workbench, ${large} sentences beside ${small}, Node ${process.version}, ${cpus().length} cores, ${browserOf(page)}`,
    );
    await printScript(stage, at(short));
    await printOpening(page, at(short), at(long));
    await printVerdicts(page, at(short), at(long));
    await printScrolling(page, at(long));
    await printHour(page, at(long));
    printSaves(await saveTimes(stage.desk, short), await saveTimes(stage.desk, long));
  });
}

const addressOf = ({ origin, desk }: Stage, id: string) => `${origin}/w/${desk.slug}/articles/${id}`;
const browserOf = (page: Page) => `Chromium ${page.context().browser()?.version() ?? ""}`;

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

function line(what: string, measured: string, isMissed = false, target = ""): void {
  console.log(`${what.padEnd(40)}${measured}${isMissed ? `   over ${target}` : ""}`);
}

async function printScript(stage: Stage, address: string): Promise<void> {
  const page = await stage.visit(stage.desk.editor);
  await page
    .context()
    .newCDPSession(page)
    .then((session) => session.send("Network.clearBrowserCache"));
  const kb = await firstLoadScript(page, address);
  await page.context().close();
  line("script of the first load", `${kb.toFixed(1)} kB`, kb > targets.scriptKb, `${targets.scriptKb} kB`);
}

async function printOpening(page: Page, short: string, long: string): Promise<void> {
  const times: Record<"short" | "long", number[]> = { short: [], long: [] };
  for (let round = 0; round <= openings; round += 1) {
    const both = { short: await openTime(page, short), long: await openTime(page, long) };
    // The first of each fills the browser's cache and the server's.
    if (round === 0) continue;
    times.short.push(both.short);
    times.long.push(both.long);
  }
  const [ofShort, ofLong] = [share(times.short, 0.5), share(times.long, 0.5)];
  const target = targets.opening(ofShort);
  line(`opens and hears keys, ${small}`, `${ofShort.toFixed(0)} ms`);
  line(
    `opens and hears keys, ${large}`,
    `${ofLong.toFixed(0)} ms   ${(ofLong / ofShort).toFixed(2)} ×`,
    ofLong > target,
    `${target.toFixed(0)} ms`,
  );
}

async function printVerdicts(page: Page, short: string, long: string): Promise<void> {
  for (const [sentences, address, count] of [
    [small, short, small],
    [large, long, presses],
  ] as const) {
    const times: number[] = [];
    while (times.length < presses) {
      await openTime(page, address);
      await page.keyboard.press("Home");
      times.push(...(await verdictTimes(page, count - 1)));
    }
    const p95 = share(times, 0.95);
    line(
      `key to painted verdict, ${sentences}`,
      `p50 ${share(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${times.length} presses`,
      p95 > targets.verdictMs,
      `${targets.verdictMs} ms`,
    );
  }
}

async function printScrolling(page: Page, long: string): Promise<void> {
  await openTime(page, long);
  const { before, after, again, most, screens } = await scrollThrough(page);
  line(
    `elements, ${screens} screens scrolled`,
    `${before.nodes} before, ${most} at most, ${after.nodes} after, ${again.nodes} after once more`,
    after.nodes > before.nodes * targets.growth,
    `${targets.growth} ×`,
  );
  line(
    "heap after garbage collection",
    `${before.heapMb.toFixed(1)} MB before, ${after.heapMb.toFixed(1)} after, ${again.heapMb.toFixed(1)} after once more`,
    again.heapMb > before.heapMb * targets.growth,
    `${targets.growth} ×`,
  );
}

async function printHour(page: Page, long: string): Promise<void> {
  await openTime(page, long);
  const { slow, count } = await workAnHour(page, hourOfClaims);
  // The browser tells only of those that took a picture or longer.
  const times = [...slow, ...Array.from({ length: Math.max(0, count - slow.length) }, () => 0)];
  const p98 = share(times, 0.98);
  line(
    `interaction to next paint, ${hourOfClaims} claims`,
    `p98 ${p98.toFixed(0)} ms, longest ${share(times, 1).toFixed(0)} ms, ${count} interactions, ${slow.length} of 16 ms or more`,
    p98 > targets.interactionMs,
    `${targets.interactionMs} ms`,
  );
}

function printSaves(short: SaveTimes, long: SaveTimes): void {
  for (const [part, words] of [
    ["save", "a save on the server"],
    ["tell", "telling a screen of it"],
  ] as const) {
    const [a, b] = [short[part], long[part]];
    const ratio = b.p50 / a.p50;
    line(
      words,
      `${small}: p50 ${a.p50.toFixed(1)} ms   ${large}: p50 ${b.p50.toFixed(1)} ms   ${ratio.toFixed(2)} ×`,
      ratio > targets.growth,
      `${targets.growth} ×`,
    );
  }
}
