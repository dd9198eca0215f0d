import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, escapeLiteral } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { reportResponse } from "../../lib/server/http/stream-report";
import { formatOf } from "../../lib/server/reports/formats";
import { selectClaims, type ArticlePlace } from "../../lib/server/reports/claim-pages";
import { getReportFile } from "../../lib/server/reports/queries";
import type { Desk } from "../../seeds/factories";

const sampleMs = 50;
const beforeAll = { ordinal: -1, start: -1, id: "00000000-0000-0000-0000-000000000000" };

export type Measured = { readonly seconds: number; readonly bytes: number; readonly peak: number };

/** Seconds, bytes, and the most memory (resident, bytes) that this process had meanwhile. */
async function measure(run: () => Promise<number>): Promise<Measured> {
  let peak = process.memoryUsage.rss();
  const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(sample, sampleMs);
  const began = performance.now();
  try {
    const bytes = await run();
    sample();
    return { seconds: (performance.now() - began) / 1_000, bytes, peak };
  } finally {
    clearInterval(timer);
  }
}

/** The response that the route answers with, read to its end. */
export function writeExport(desk: Desk, articleId: string, key: string): Promise<Measured> {
  return measure(async () => {
    const format = formatOf(key);
    const file = await getReportFile(desk.viewer.actor, { workspace: desk.slug, articleId }, format);
    const reader = reportResponse(format, file).body?.getReader();
    let bytes = 0;
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) return bytes;
      bytes += next.value.length;
    }
  });
}

/** The same rows by COPY: what an export reads of each claim, in the order of the text, all in one statement. */
export function copyRows(url: string, place: ArticlePlace, form: "csv" | "json"): Promise<Measured> {
  const { text, values } = selectClaims(place, beforeAll, 2_000_000_000);
  const literal = (at: number) => escapeLiteral(String(values[at]));
  const rows = text.replaceAll(/\$(\d+)/g, (_, number: string) => literal(Number(number) - 1));
  const statement =
    form === "csv"
      ? `copy (${rows}) to stdout (format csv)`
      : `copy (select row_to_json(line) from (${rows}) line) to stdout`;
  return measure(() => copyOut(url, statement));
}

async function copyOut(url: string, statement: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let bytes = 0;
  try {
    const drain = new Writable({
      write(chunk: Buffer, _, done) {
        bytes += chunk.length;
        done();
      },
    });
    await pipeline(client.query(copyTo(statement)), drain);
  } finally {
    await client.end();
  }
  return bytes;
}
