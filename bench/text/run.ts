import { segment, SEGMENTER_VERSION, type Span } from "../../lib/core/text/segment";
import type { Tell } from "../results";
import { curlQuotes, joinTexts, spacePeriods } from "./perturb";
import { type Score, scoreSet } from "../../lib/core/text/boundary-score";
import { type GoldSet, loadGoldSets } from "./sets";
import { measureIntl, measureSpeed } from "./speed";

const number = (value: number): string => value.toFixed(2).padStart(7);
const row = (name: string, cells: readonly string[]): string => `${name.padEnd(18)}${cells.join("")}`;

/** What a careful user of `Intl.Segmenter` would write. */
function intlSentences(language: string): (text: string) => readonly Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return (text) =>
    [...segmenter.segment(text)].flatMap(({ segment: piece, index }) => {
      const body = piece.trim();
      const start = index + piece.length - piece.trimStart().length;
      return body === "" ? [] : [{ start, end: start + body.length }];
    });
}

function printSet(set: GoldSet): { ours: Score; intl: Score } {
  const score = (texts: GoldSet["texts"]): Score => scoreSet(texts, (text) => segment(text));
  const ours = score(set.texts);
  const intl = scoreSet(set.texts, intlSentences(set.language));
  const variants = [
    score(set.texts.map(curlQuotes)),
    score(set.texts.map(spacePeriods)),
    score(joinTexts(set.texts, "\n")),
    score(joinTexts(set.texts, " ")),
  ];
  const worse = variants.flatMap(({ sF1, rF1 }) => [number(sF1 - ours.sF1), number(rF1 - ours.rF1)]);
  const ownCells = [ours.sF1, ours.rF1, ours.precision, intl.sF1, intl.rF1, intl.precision].map(number);
  console.log(row(set.name, [...ownCells, " |", ...worse]));
  return { ours, intl };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function printAccuracy(sets: readonly GoldSet[], tell: Tell): void {
  const heads = ["sF1", "rF1", "prec", "Intl s", "Intl r", "Intl p"].map((head) => head.padStart(7));
  const changes = ["curl s", "curl r", "space s", "spce r", "\\n s", "\\n r", "line s", "line r"];
  console.log(row("set", [...heads, " |", ...changes.map((head) => head.padStart(7))]));
  const scores = sets.map(printSet);
  if (scores.length === 0) {
    console.log("no sets found; point ASSAY_BENCH_DATA at a folder");
    return;
  }
  const [sF1, rF1] = [mean(scores.map(({ ours }) => ours.sF1)), mean(scores.map(({ ours }) => ours.rF1))];
  const precision = mean(scores.map(({ ours }) => ours.precision));
  const worst = Math.min(...scores.map(({ ours }) => ours.rF1));
  tell({
    what: `segmentation of ${sets.length} gold sets: sF1, rF1, worst rF1, precision`,
    against: `Intl.Segmenter: sF1 ${mean(scores.map(({ intl }) => intl.sF1)).toFixed(2)}`,
    measured: `${sF1.toFixed(2)}, ${rF1.toFixed(2)}, ${worst.toFixed(2)}, ${precision.toFixed(2)}`,
    ratio: sF1 / mean(scores.map(({ intl }) => intl.sF1)),
    goal: "91.5, 98, 95, 99",
    isMet: sF1 >= 91.5 && rF1 >= 98 && worst >= 95 && precision >= 99,
  });
  const cells = [
    mean(scores.map(({ ours }) => ours.sF1)),
    mean(scores.map(({ ours }) => ours.rF1)),
    mean(scores.map(({ ours }) => ours.precision)),
    mean(scores.map(({ intl }) => intl.sF1)),
    mean(scores.map(({ intl }) => intl.rF1)),
    mean(scores.map(({ intl }) => intl.precision)),
  ];
  console.log(row("mean", cells.map(number)));
  console.log(
    row("worst rF1", [number(0).replace(/./g, " "), number(Math.min(...scores.map(({ ours }) => ours.rF1)))]),
  );
}

function printSpeed(tell: Tell): void {
  const speeds = measureSpeed();
  const intlMs = measureIntl();
  console.log(row("\ninput", ["  units", "     ms", "   MB/s", "  t(2n)/t(n)"]));
  for (const speed of speeds) {
    const cells = [
      String(speed.units).padStart(8),
      ...[speed.milliseconds, speed.megabytesPerSecond, speed.doubling].map(number),
    ];
    console.log(row(speed.input, cells));
  }
  const growth = Math.max(...speeds.map(({ doubling }) => doubling));
  tell({
    what: "segmentation of 200 KB of prose on one line",
    against: `Intl.Segmenter: ${intlMs.toFixed(0)} ms`,
    measured: `${(speeds[0]?.milliseconds ?? NaN).toFixed(0)} ms; of twice as much text at most ${growth.toFixed(2)} × the time`,
    ratio: (speeds[0]?.milliseconds ?? NaN) / intlMs,
    goal: "faster; 2.5 × for twice as much",
    isMet: (speeds[0]?.milliseconds ?? NaN) < intlMs && growth <= 2.5,
  });
}

/**
 * Prints, for every gold set found: sF1, rF1 and boundary precision, ours and `Intl.Segmenter`'s; how much the
 * perturbed variants change ours (quotes curled, space before periods, ten texts joined by line breaks, or in one
 * line); then speed.
 */
export function runTextBench(tell: Tell): void {
  console.log(`segmenter ${SEGMENTER_VERSION}, Node ${process.version}`);
  printAccuracy(loadGoldSets(), tell);
  printSpeed(tell);
}
