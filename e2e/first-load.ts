import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Kilobytes of compressed script that the document at this address asks for by itself. */
export async function firstLoadScriptKb(page: Page, address: string): Promise<number> {
  const document = await page.request.get(address);
  const tags = (await document.text()).match(/<(?:script|link)\b[^>]*>/g) ?? [];
  // What only browsers of long ago ask for is marked.
  const asked = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  const paths = new Set(
    asked.flatMap((tag) => /(?:src|href)="([^"]+\.js)(?:\?[^"]*)?"/.exec(tag)?.[1] ?? []),
  );
  if (paths.size === 0) throw new Error("The document asks for no script");
  let bytes = 0;
  for (const path of paths) {
    const script = await page.request.get(new URL(path, document.url()).href);
    if (!script.ok()) throw new Error(`${path} answers with ${script.status()}`);
    bytes += gzipSync(await script.body()).length;
  }
  return bytes / 1_000;
}
