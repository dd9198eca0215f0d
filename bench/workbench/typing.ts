import type { Page } from "@playwright/test";

// By attribute: what asks the whole page for roles and names takes time from the page that is measured.
const verdictGroup = '[role="group"][aria-label="Your verdict"]';

/** What the page measures by itself: it is asked for at the end. */
type Measured = { readonly bench: { painted: number[]; interactions: Map<number, number> } };

/** Has to run before the page's own scripts: keeps how long every interaction takes until the next picture. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const bench = { painted: [] as number[], interactions: new Map<number, number>() };
    Object.assign(window, { bench });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId, duration } = entry as PerformanceEventTiming;
        if (interactionId === 0) continue;
        bench.interactions.set(interactionId, Math.max(duration, bench.interactions.get(interactionId) ?? 0));
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/**
 * Milliseconds from a digit to the picture in which the words bear its verdict: on claim after claim, one that they do not
 * bear yet. A picture is out once a task runs after its animation frame. Keys come `paceMs` after the picture of the one
 * before; with 0 as fast as the browser takes them, which is while the last one's save still has the server busy.
 */
export async function verdictTimes(page: Page, presses: number, paceMs: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    window.addEventListener(
      "keydown",
      (event) => {
        if (!/^[0-9]$/.test(event.key)) return;
        const words = document.querySelector('article [aria-pressed="true"]');
        const before = words?.getAttribute("data-tone") ?? null;
        const look = () => {
          if ((words?.getAttribute("data-tone") ?? null) === before) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            (window as unknown as Measured).bench.painted.push(performance.now() - event.timeStamp);
          };
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  for (let press = 0; press < presses; press += 1) {
    await page.waitForTimeout(paceMs);
    await page.keyboard.press("j");
    // The detail is there: what is measured is the verdict, not the reading of a claim.
    await page.locator(verdictGroup).waitFor();
    const tone = await page.locator('article [aria-pressed="true"]').getAttribute("data-tone");
    await page.waitForTimeout(paceMs);
    await page.keyboard.press(tone === "false" ? "5" : "1");
    await page.waitForFunction(
      (count) => (window as unknown as Measured).bench.painted.length >= count,
      press + 1,
    );
  }
  return page.evaluate(() => (window as unknown as Measured).bench.painted);
}

/** Milliseconds of the interactions that took 16 or more, and how many there were of any length. */
type Worked = { readonly slow: readonly number[]; readonly count: number };

/** An hour at the desk without its pauses: so many claims, each read, judged, explained, and now and then looked up. */
export async function workAnHour(
  page: Page,
  claims: number,
  onProgress: (done: number) => void,
): Promise<Worked> {
  const { keyboard } = page;
  for (let done = 0; done < claims; done += 1) {
    onProgress(done);
    await keyboard.press("n");
    await page.locator(verdictGroup).waitFor();
    await keyboard.press(String(1 + (done % 5)));
    await keyboard.press("c");
    await keyboard.press("w");
    await keyboard.type("As in the minutes.");
    await keyboard.press("Escape");
    if (done % 4 === 0) await keyboard.press("k");
    if (done % 6 === 0) await lookUp(page, done);
    if (done % 8 === 0) await openAndClose(page);
    if (done % 10 === 0) await page.locator("article [data-claim]:visible").nth(3).click();
    await keyboard.press("Enter");
  }
  return page.evaluate(() => ({
    slow: [...(window as unknown as Measured).bench.interactions.values()],
    count: (performance as unknown as { interactionCount: number }).interactionCount,
  }));
}

async function lookUp({ keyboard }: Page, number: number): Promise<void> {
  await keyboard.press("/");
  await keyboard.type(`road number ${number * 7}`);
  await keyboard.press("Enter");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Backspace");
  await keyboard.press("Escape");
}

async function openAndClose(page: Page): Promise<void> {
  for (const tab of ["Notes", "Review", "History", "Claim"]) {
    await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
}
