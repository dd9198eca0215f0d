import { krippendorffAlpha } from "../../lib/core/agreement/krippendorff";
import { seededRandom } from "../../lib/core/agreement/bootstrap";
import { groupUnits } from "../../lib/core/agreement/unit-groups";
import { appRole } from "../../scripts/database/connection";
import { openScratch } from "../../scripts/database/embedded";
import { applyMigrations } from "../../scripts/migrations/apply";
import type { Tell } from "../results";
import { seedJudgedDesk } from "./seed";

const claims = 100_000;
const raters = 5;
/** fast-krippendorff (NumPy) on the same shape of table, as measured for the project. */
const referenceMs = 110;

const categories = 10;

/** Judgements that agree in about seven of ten cases, as a table and without gaps. */
function judgedTable(): Int8Array {
  const random = seededRandom(1);
  const cells = new Int8Array(claims * raters);
  for (let unit = 0; unit < claims; unit += 1) {
    const truth = Math.floor(random() * 5);
    for (let rater = 0; rater < raters; rater += 1) {
      cells[unit * raters + rater] = random() < 0.7 ? truth : Math.floor(random() * categories);
    }
  }
  return cells;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;

function measureAlpha(tell: Tell): void {
  const cells = judgedTable();
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const began = performance.now();
    const rated = groupUnits(cells, raters, categories);
    const names = Array.from({ length: categories }, (_, place) => place);
    krippendorffAlpha(rated, names, "nominal").of(rated.groups.map(({ units }) => units));
    times.push(performance.now() - began);
  }
  const median = quantile(times, 0.5);
  tell({
    what: `nominal alpha of ${claims} claims × ${raters} raters`,
    against: `NumPy, measured elsewhere: ${referenceMs} ms`,
    measured: `${median.toFixed(0)} ms`,
    ratio: median / referenceMs,
    goal: "3 ×",
    isMet: median <= 3 * referenceMs,
  });
}

type Save = () => Promise<void>;

/** Saves one after the other by four people until `until` says so; how long each took, in ms. */
async function timeSaves(savers: readonly Save[], until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    savers.map(async (save) => {
      while (!until()) {
        const began = performance.now();
        await save();
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}

const quietMs = 8_000;

async function measureBesideSaves(ownerUrl: string, tell: Tell): Promise<void> {
  const { report, savers } = await seedJudgedDesk(ownerUrl, claims);
  await timeSaves(savers, after(2_000));
  const alone = await timeSaves(savers, after(quietMs));
  let running = true;
  let tookMs = 0;
  const reading = (async () => {
    const began = performance.now();
    const { overall } = await report();
    tookMs = performance.now() - began;
    running = false;
    return overall;
  })();
  const beside = await timeSaves(savers, () => !running);
  const { alphaNominal } = await reading;
  console.log(
    `the whole report from the database, with every coefficient, interval, pair and month: ${(tookMs / 1_000).toFixed(1)} s; ` +
      `alpha ${alphaNominal.value?.toFixed(4)} from ${alphaNominal.counts.pairable} judgements`,
  );
  const [p95, p95Beside] = [quantile(alone, 0.95), quantile(beside, 0.95)];
  tell({
    what: `saves while agreement of ${claims} claims is counted in the same process (${(tookMs / 1_000).toFixed(1)} s)`,
    against: `alone: p95 ${p95.toFixed(1)} ms`,
    measured: `p95 ${p95Beside.toFixed(1)} ms`,
    ratio: p95Beside / p95,
    goal: "1.5 ×",
    isMet: p95Beside <= 1.5 * p95,
  });
}

function after(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

/** Agreement of 100,000 claims by five people: the arithmetic, then the whole report beside people who save. */
export async function runAgreementBench(tell: Tell): Promise<void> {
  measureAlpha(tell);
  const database = await openScratch();
  try {
    await applyMigrations(database.ownerUrl, appRole);
    const { assaySecret: ASSAY_SECRET } = database.secrets;
    const ASSAY_URL = "http://127.0.0.1";
    Object.assign(process.env, { DATABASE_URL: database.appUrl, ASSAY_SECRET, ASSAY_URL });
    await measureBesideSaves(database.ownerUrl, tell);
  } finally {
    const { db } = await import("../../lib/server/db/client");
    await db().$disconnect();
    await database.stop();
  }
}
