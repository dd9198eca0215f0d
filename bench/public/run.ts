import { atScratchDesk, timeCalls } from "../filled-desk";
import type { Tell } from "../results";

const rounds = 300;
const targetMs = 20;
const targetBytes = 50_000;

/**
 * Prints how long the server takes to the first byte of a published report's page and of a claim's page, and how many
 * bytes of HTML each has, for the seed article with every sentence ruled. Asked of the route's own handler, without HTTP.
 */
export async function runPublicBench(tell: Tell): Promise<void> {
  await atScratchDesk(async (desk) => {
    const { publishSeedArticle } = await import("./publish");
    const pages = await publishSeedArticle(desk);
    for (const { name, get } of pages) {
      const response = await get();
      if (!response.ok) throw new Error(`The ${name} answered with ${response.status}`);
      const html = await response.text();
      if (html.includes("<script src")) throw new Error(`The ${name} fetches a script`);
      const bytes = Buffer.byteLength(html);
      const { p50, p95 } = await timeCalls(rounds, firstByte(get));
      tell({
        what: `public ${name} of the seed article`,
        against: "",
        measured: `${bytes} bytes of HTML; first byte p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
        ratio: null,
        goal: `${targetBytes} bytes, p95 ${targetMs} ms`,
        isMet: bytes <= targetBytes && p95 <= targetMs,
      });
    }
  });
}

const firstByte = (get: () => Promise<Response>) => async () => {
  const reader = (await get()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
};
