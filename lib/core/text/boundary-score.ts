import type { Span } from "./segmentation/span";

export type GoldText = { readonly text: string; readonly spans: readonly (readonly [number, number])[] };

/** All in percent. `precision` is that of the boundaries that rF1 counts. */
export type Score = { readonly sF1: number; readonly rF1: number; readonly precision: number };

type Counts = { sentences: Tally; boundaries: Tally };
type Tally = { both: number; gold: number; ours: number };

// A gold boundary counts for rF1 only where its sentence ends like one: a mark, and perhaps closing quotes or brackets.
const ENDS_LIKE_A_SENTENCE = /[\p{Sentence_Terminal}…⋯][\p{Pe}\p{Pf}\p{Pi}"'`\s]*$/u;

/** How many characters that are not white space stand before each UTF-16 offset. */
function inkBefore(text: string): Uint32Array {
  const ink = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) {
    ink[i + 1] = (ink[i] ?? 0) + (/\s/.test(text.charAt(i)) ? 0 : 1);
  }
  return ink;
}

function countText(counts: Counts, gold: GoldText, ours: readonly Span[]): void {
  const ink = inkBefore(gold.text);
  const at = (offset: number): number => ink[offset] ?? 0;
  const last = at(gold.text.length);
  const key = (start: number, end: number): string => [at(start), at(end)].join("-");
  const goldSentences = new Set(gold.spans.map(([start, end]) => key(start, end)));
  counts.sentences.gold += goldSentences.size;
  counts.sentences.ours += ours.length;
  counts.sentences.both += ours.filter(({ start, end }) => goldSentences.has(key(start, end))).length;

  const goldBoundaries = new Set<number>();
  const ignored = new Set<number>([last]);
  for (const [start, end] of gold.spans) {
    const isReal = ENDS_LIKE_A_SENTENCE.test(gold.text.slice(Math.max(start, end - 12), end));
    if (at(end) !== last) (isReal ? goldBoundaries : ignored).add(at(end));
  }
  const found = ours.map(({ end }) => at(end)).filter((position) => !ignored.has(position));
  counts.boundaries.gold += goldBoundaries.size;
  counts.boundaries.ours += found.length;
  counts.boundaries.both += found.filter((position) => goldBoundaries.has(position)).length;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole);
const f1 = ({ both, gold, ours }: Tally): number => percent(2 * both, gold + ours);

/** Scores a whole set at once (micro-averaged), as ../shared/data/README.md defines sF1 and rF1. */
export function scoreSet(set: readonly GoldText[], segmentText: (text: string) => readonly Span[]): Score {
  const counts: Counts = {
    sentences: { both: 0, gold: 0, ours: 0 },
    boundaries: { both: 0, gold: 0, ours: 0 },
  };
  for (const gold of set) countText(counts, gold, segmentText(gold.text));
  return {
    sF1: f1(counts.sentences),
    rF1: f1(counts.boundaries),
    precision: percent(counts.boundaries.both, counts.boundaries.ours),
  };
}
