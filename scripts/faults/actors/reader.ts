import type { BrowserContext } from "@playwright/test";
import { pause } from "../../process/living";
import type { BrowsersTask, Member } from "../desk";
import { typedMark, type HistoryLine } from "../history";
import { seeded, seedFor, type Random } from "../random";
import { Screen } from "./screen";

export type ReaderSettings = {
  readonly task: BrowsersTask;
  readonly context: BrowserContext;
  readonly person: Member;
  readonly number: number;
  readonly tell: (line: HistoryLine) => void;
  readonly now: () => number;
  /** Counts what was done, by its name. */
  readonly count: (what: string) => void;
};

/** How long whatever was written may wait for being saved, when nothing is broken any more. */
const restPatienceMs = 180_000;
/** So many times in a row a tab has to say that it is at rest. */
const restLooks = 3;
/** People read and think between what they write; this is short for them and long for a program. */
const thoughtMs = 3_000;

/**
 * Somebody who writes in a browser, without ever looking whether the program is there: offline, in two tabs, in tabs that
 * are closed or loaded anew in the middle of it. They never delete a word.
 */
export class Reader {
  private readonly settings: ReaderSettings;
  private readonly random: Random;
  private screen: Screen | null = null;
  private typed = 0;
  /** Words that no tab has called saved yet. */
  private waiting: string[] = [];

  constructor(settings: ReaderSettings) {
    this.settings = settings;
    this.random = seeded(seedFor(settings.task.seed, `reader ${settings.number}`));
  }

  /** Does one of the things that people do, and waits until all is saved. What fails on the way is begun again. */
  async step(): Promise<void> {
    const { count } = this.settings;
    const ways = [
      ["written", () => this.write()],
      ["written", () => this.write()],
      ["judged", () => this.judge()],
      ["written offline", () => this.offline(false)],
      ["closed offline", () => this.offline(true)],
      ["loaded anew while writing", () => this.reload()],
      ["written in two tabs", () => this.twoTabs()],
    ] as const;
    const [what, run] = this.random.pick(ways);
    try {
      await run();
      count(what);
      await this.rest();
      await pause(this.random.below(thoughtMs));
    } catch {
      // A page that the program did not give whole: its reader opens it again.
      count("begun again");
      await this.settings.context.setOffline(false);
      await this.leave();
    }
  }

  /** Waits until every tab says that all is saved. @throws Error when one of them does not come to that */
  async rest(): Promise<void> {
    const until = Date.now() + restPatienceMs;
    const screen = await this.here();
    // A tab that was just opened has to find first what was left on this device.
    for (let looks = 0; looks < restLooks; looks += 1) {
      if (!(await this.settle(screen))) looks = -1;
      if (Date.now() > until)
        throw new Error(`"${await screen.state()}" for ever: ${await screen.trouble()}`);
      await pause(200);
    }
    const { tell, now } = this.settings;
    for (const words of this.waiting) tell({ event: "shown", at: now(), words });
    this.waiting = [];
  }

  async leave(): Promise<void> {
    const { screen } = this;
    this.screen = null;
    await screen?.close().catch(() => undefined);
  }

  private async here(): Promise<Screen> {
    const { task, context, person } = this.settings;
    this.screen ??= await Screen.open({ ...task, context, person });
    return this.screen;
  }

  /** One look at a tab, and what its reader does about it. Answers whether all is saved. */
  private async settle(screen: Screen): Promise<boolean> {
    const { count, tell, now, number } = this.settings;
    const state = await screen.state();
    if (state === "conflict") {
      await screen.keepOwn();
      count("chosen between two texts");
    } else if (state === "signed out") {
      await screen.enter();
      count("signed in again");
    } else if (state === "gone") {
      await screen.enter();
    } else if (state === "failed") {
      tell({
        event: "broken",
        at: now(),
        client: number,
        what: `a tab does not save: ${await screen.trouble()}`,
      });
      await screen.reload();
    }
    return state === "at rest";
  }

  private get claims(): readonly string[] {
    return this.settings.task.desk.screens.claims;
  }

  private async write(screen?: Screen, place = this.random.below(this.claims.length)): Promise<void> {
    const { person, number, tell, now } = this.settings;
    this.typed += 1;
    const words = typedMark(`r${number}-${this.typed}`);
    await (screen ?? (await this.here())).write(place + 1, `${words} so it seems`);
    const claim = this.claims[place] ?? "";
    tell({ event: "typed", at: now(), member: person.id, claim, words });
    this.waiting.push(words);
  }

  private async judge(): Promise<void> {
    const screen = await this.here();
    await screen.judge(1 + this.random.below(this.claims.length), this.random.below(5));
  }

  private async offline(closes: boolean): Promise<void> {
    const { context } = this.settings;
    const screen = await this.here();
    await context.setOffline(true);
    await this.write(screen);
    await pause(this.random.below(1_500));
    if (closes) await this.leave();
    await context.setOffline(false);
  }

  private async reload(): Promise<void> {
    const screen = await this.here();
    await this.write(screen);
    await screen.reload();
  }

  private async twoTabs(): Promise<void> {
    const { task, context, person } = this.settings;
    const place = this.random.below(this.claims.length);
    const first = await this.here();
    const second = await Screen.open({ ...task, context, person });
    try {
      await this.write(first, place);
      await this.write(second, place);
      while (!(await this.settle(second))) await pause(200);
    } finally {
      await second.close();
    }
  }
}
