import type { Page } from "@playwright/test";

/** Somebody who waits longer than this has gone: the measurement ends with an error instead of waiting on. */
export const patienceMs = 30_000;

/**
 * Milliseconds from the beginning of the navigation to the first key press that the workbench answers: the page presses
 * `j` on itself, once a picture, until a claim is chosen.
 */
export async function openTime(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(
    (patience) =>
      new Promise<number>((resolve, reject) => {
        const press = () => {
          window.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
          requestAnimationFrame(() => {
            if (document.querySelector('article [aria-pressed="true"]')) resolve(performance.now());
            else if (performance.now() > patience) reject(new Error("No claim was chosen"));
            else press();
          });
        };
        press();
      }),
    patienceMs,
  );
}
