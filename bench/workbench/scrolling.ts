import type { CDPSession, Page } from "@playwright/test";

export type Weight = { readonly nodes: number; readonly heapMb: number };

async function weigh(page: Page, session: CDPSession): Promise<Weight> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const nodes = await page.evaluate(() => document.getElementsByTagName("*").length);
  return { nodes, heapMb: usedSize / 1e6 };
}

/** Elements and heap before and after scrolling through the whole article and back, and the most elements on the way. */
export async function scrollThrough(page: Page) {
  const session = await page.context().newCDPSession(page);
  // Measured rows are remembered: the first way down is the opening of a book, the second its use.
  const before = await weigh(page, session);
  const { most, screens } = await scrollOnce(page);
  const after = await weigh(page, session);
  await scrollOnce(page);
  const again = await weigh(page, session);
  await session.detach();
  return { before, after, again, most, screens };
}

function scrollOnce(page: Page): Promise<{ readonly most: number; readonly screens: number }> {
  return page.evaluate(async () => {
    const section = document.querySelector('section[aria-label="Article"]');
    if (!section) throw new Error("There is no article");
    const picture = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let most = 0;
    let screens = 0;
    section.scrollTop = 0;
    await picture();
    while (section.scrollTop + section.clientHeight < section.scrollHeight - 2) {
      section.scrollTop += section.clientHeight;
      await picture();
      screens += 1;
      most = Math.max(most, document.getElementsByTagName("*").length);
    }
    section.scrollTop = 0;
    await picture();
    return { most, screens };
  });
}
