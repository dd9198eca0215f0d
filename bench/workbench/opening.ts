import type { Page } from "@playwright/test";

/**
 * Milliseconds from the beginning of the navigation to the first key press that the workbench answers: the page presses
 * `j` on itself, once a picture, until a claim is chosen.
 */
export async function openTime(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const press = () => {
          window.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
          requestAnimationFrame(() => {
            if (document.querySelector('article [aria-pressed="true"]')) resolve(performance.now());
            else press();
          });
        };
        press();
      }),
  );
}

/** Kilobytes of script, as they come over the line, that the document itself asks for. */
export async function firstLoadScript(page: Page, address: string): Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith(".js")) {
      sizes.set(
        pathname,
        response
          .request()
          .sizes()
          .then(
            ({ responseBodySize }) => responseBodySize,
            // What is fetched ahead may still be on its way when the page is closed.
            () => 0,
          ),
      );
    }
  });
  await openTime(page, address);
  const response = await page.request.get(address);
  const named = [...(await response.text()).matchAll(/(?:src|href)="([^"]+\.js)[^"]*"/g)];
  let sum = 0;
  for (const path of new Set(named.map(([, path = ""]) => path))) sum += (await sizes.get(path)) ?? 0;
  return sum / 1_000;
}
