import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import type { BrowsersReport, BrowsersTask } from "../desk";
import { openHistory } from "../history";
import { Reader } from "./reader";

// The browsers have a process of their own, as the clients have.
const task = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as BrowsersTask;
const tell = openHistory(task.historyFile);
const began = performance.now();
const now = () => performance.now() - began;
const counts: Record<string, number> = {};
const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
let over = false;

process.on("message", () => (over = true));
process.on("disconnect", () => process.exit(1));

const report = () => {
  const news: BrowsersReport = counts;
  process.send?.(news);
};
setInterval(report, 500).unref();

async function work(number: number): Promise<void> {
  const person = task.desk.readers[number];
  if (!person) return;
  const browser = await chromium.launch({ executablePath: task.chromium });
  const context = await browser.newContext({ locale: "en-GB" });
  const reader = new Reader({ task, context, person, number, tell, now, count });
  while (!over) await reader.step();
  await reader.rest().catch((error: unknown) => {
    tell({ event: "broken", at: now(), client: number, what: `browser ${number}: ${String(error)}` });
  });
  await browser.close();
}

await Promise.all(task.desk.readers.map((_, number) => work(number)));
report();
process.exit(0);
