import { cpus } from "node:os";
import { atScratchDesk, timeCalls } from "../filled-desk";

const rounds = 300;
const targetMs = 20;
const targetBytes = 50_000;

/**
 * Prints how long the server takes to the first byte of a published report's page and of a claim's page, and how many
 * bytes of HTML each has, for the seed article with every sentence ruled. Asked of the route's own handler, without HTTP.
 */
export async function runPublicBench(): Promise<void> {
  await atScratchDesk(async (desk) => {
    const { publishSeedArticle } = await import("./publish");
    const pages = await publishSeedArticle(desk);
    console.log(
      `public pages of the seed article, Node ${process.version}, ${cpus().length} cores, ${rounds} calls each`,
    );
    console.log("page         HTML bytes   first byte p50      p95");
    for (const { name, get } of pages) {
      const response = await get();
      if (!response.ok) throw new Error(`The ${name} answered with ${response.status}`);
      const html = await response.text();
      if (html.includes("<script src")) throw new Error(`The ${name} fetches a script`);
      const bytes = Buffer.byteLength(html);
      const { p50, p95 } = await timeCalls(rounds, firstByte(get));
      const size = bytes > targetBytes ? `   over ${targetBytes} bytes` : "";
      const late = p95 > targetMs ? `   over ${targetMs} ms` : "";
      console.log(
        name.padEnd(11) +
          String(bytes).padStart(12) +
          [p50.toFixed(1).padStart(17), p95.toFixed(1).padStart(9)].join("") +
          size +
          late,
      );
    }
  });
}

const firstByte = (get: () => Promise<Response>) => async () => {
  const reader = (await get()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
};
