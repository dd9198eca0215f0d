import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreSet, type GoldText } from "./boundary-score";
import { segment } from "./segment";

// CC BY-SA data stays outside the repository; where it is not at hand there is nothing to compare with.
const FOLDER = join(import.meta.dirname, "../../../../shared/data/segmentation");

/** Floors a little under what is reached today, so that a rule for one language cannot quietly spoil another. */
const FLOORS = [
  { set: "en_ewt-dev", sF1: 85, rF1: 97.5 },
  { set: "es_gsd-dev", sF1: 95.8, rF1: 99.7 },
  { set: "de_gsd-dev", sF1: 96.2, rF1: 99.6 },
  { set: "fr_gsd-dev", sF1: 96.1, rF1: 99.2 },
  { set: "zh_gsd-dev", sF1: 98.8, rF1: 99.7 },
];

describe.skipIf(!existsSync(FOLDER))("development sets (skipped without ../shared/data)", () => {
  it.each(FLOORS)("$set: sF1 ≥ $sF1, rF1 ≥ $rF1", ({ set, sF1, rF1 }) => {
    const texts = JSON.parse(readFileSync(join(FOLDER, `${set}.json`), "utf8")) as GoldText[];
    const score = scoreSet(texts, (text) => segment(text));
    expect(score.sF1).toBeGreaterThanOrEqual(sF1);
    expect(score.rF1).toBeGreaterThanOrEqual(rF1);
  });
});
