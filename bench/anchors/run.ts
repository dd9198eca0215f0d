import { alignSentences, type SentenceFate } from "../../lib/core/anchors/align";
import { wordsKey } from "../../lib/core/anchors/words";
import type { Tell } from "../results";
import { loadGoldSets } from "../text/sets";
import { dice, editAtRandom, type Edited, type Shares } from "./edit";

const COUNT = 2_000;
const goals = { keptPercent: 99, ms: 200 };
const shares: Shares = { edited: 0.1, moved: 0.05, deleted: 0.05, added: 0.05 };

/** Sentences of a made-up language: words by Zipf's law, so that short ones repeat as they do in print. */
function madeUp(count: number, random: () => number): readonly string[] {
  const word = () => `w${Math.floor(3_000 ** random())}`;
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(random() * 25) }, word)
      .join(" ")
      .concat("."),
  );
}

type Corpus = {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly fresh: readonly string[];
};

function corpora(): readonly Corpus[] {
  const invented = madeUp(COUNT * 1.1, dice(1));
  const printed = loadGoldSets()
    .filter(({ name }) => !name.startsWith("golden"))
    .map(({ name, texts }) => {
      const all = texts.flatMap(({ text, spans }) => spans.map(([start, end]) => text.slice(start, end)));
      const count = Math.min(COUNT, Math.floor(all.length / 1.1));
      return { name, sentences: all.slice(0, count), fresh: all.slice(count) };
    });
  return [{ name: "made up", sentences: invented.slice(0, COUNT), fresh: invented.slice(COUNT) }, ...printed];
}

type Counts = {
  /** Of what nobody touched, in per cent: found with its own words, in place or moved. */
  readonly kept: number;
  /** Carried or moved onto other words. Nothing may ever be. */
  readonly wrong: number;
  /** Carried or moved onto the same words elsewhere in the text: a repeated sentence taken for its twin. */
  readonly twins: number;
  readonly movedFound: number;
  readonly editedFound: number;
  readonly milliseconds: number;
};

function measure({ sentences, fresh }: Corpus, seed: number): Counts {
  const edited = editAtRandom(sentences, fresh, shares, dice(seed));
  const began = performance.now();
  const { fates } = alignSentences(sentences, edited.after);
  const milliseconds = performance.now() - began;
  return { milliseconds, ...judge(sentences, edited, fates) };
}

function judge(before: readonly string[], { after, truth, origin }: Edited, fates: readonly SentenceFate[]) {
  const seen = { unchanged: 0, edited: 0, moved: 0, deleted: 0 };
  const found = { unchanged: 0, edited: 0, moved: 0, deleted: 0 };
  let [wrong, twins] = [0, 0];
  for (const [a, fate] of fates.entries()) {
    const kind = truth[a] ?? "deleted";
    seen[kind] += 1;
    if (fate.fate === "deleted") continue;
    const equal = isEqual(before[a], after[fate.after]);
    const own = origin[fate.after] === a;
    if (fate.fate === "changed") found.edited += own && kind === "edited" ? 1 : 0;
    else if (!equal) wrong += 1;
    else if (own) found[kind] += 1;
    else twins += 1;
  }
  const percent = (kind: keyof typeof seen) => (100 * found[kind]) / Math.max(1, seen[kind]);
  return {
    kept: percent("unchanged"),
    movedFound: percent("moved"),
    editedFound: percent("edited"),
    wrong,
    twins,
  };
}

function isEqual(one = "", other = ""): boolean {
  return wordsKey(one) === wordsKey(other);
}

const cell = (value: number, digits = 2): string => value.toFixed(digits).padStart(9);

type Measured = {
  /** The worst share, in per cent, of what nobody touched that kept its place. */
  readonly worst: number;
  readonly wrong: number;
  /** Milliseconds of the first run and of the fastest. */
  readonly first: number;
  readonly best: number;
};

function measureCorpus(corpus: Corpus): Measured {
  const runs = Array.from({ length: 5 }, (_, seed) => measure(corpus, seed + 1));
  const mean = (of: (counts: Counts) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const worst = Math.min(...runs.map(({ kept }) => kept));
  const wrong = runs.reduce((sum, run) => sum + run.wrong, 0);
  const first = runs[0]?.milliseconds ?? 0;
  const best = Math.min(...runs.map(({ milliseconds }) => milliseconds));
  console.log(
    corpus.name.padEnd(16) +
      cell(corpus.sentences.length, 0) +
      cell(worst) +
      cell(mean(({ movedFound }) => movedFound)) +
      cell(mean(({ editedFound }) => editedFound)) +
      cell(wrong, 0) +
      cell(
        mean(({ twins }) => twins),
        1,
      ) +
      cell(first, 1) +
      cell(best, 1),
  );
  return { worst, wrong, first, best };
}

/** How the time grows, for edits as above and for texts that have nothing in common. */
function printSpeed(): void {
  for (const count of [2_000, 4_000, 8_000, 16_000]) {
    const before = madeUp(count, dice(count));
    const { after } = editAtRandom(before, madeUp(count / 10, dice(3)), shares, dice(5));
    const strangers = madeUp(count, dice(count + 1)).map((sentence) => sentence.replaceAll("w", "v"));
    const alike = Array.from({ length: count }, () => "Yes.");
    const time = (other: readonly string[], own = before) => {
      const began = performance.now();
      alignSentences(own, other);
      return performance.now() - began;
    };
    console.log(
      String(count).padStart(8) +
        [
          time(after),
          time(strangers),
          time(madeUp(count, dice(count + 2))),
          time(alike.slice(count / 10), alike),
          time(before.toReversed()),
        ]
          .map((ms) => cell(ms, 1))
          .join(""),
    );
  }
}

/**
 * Prints, for 2,000 sentences of every set found (fewer where a set has fewer) with 10 % edited, 5 % moved, 5 % deleted
 * and 5 % new, five times at random: the worst share of untouched sentences that were kept, moved and edited ones found,
 * wrong carries, repeated sentences taken for each other, the first and the best run's time; then how the time grows.
 * Tells the table the worst of all sets.
 */
export function runAnchorsBench(tell: Tell): void {
  const heads = ["sentences", "kept %", "moved %", "edited %", "wrong", "twins", "first ms", "best ms"];
  console.log("set".padEnd(16) + heads.map((head) => head.padStart(9)).join(""));
  const measured = corpora().map(measureCorpus);
  const kept = Math.min(...measured.map(({ worst }) => worst));
  const wrong = measured.reduce((sum, one) => sum + one.wrong, 0);
  const slowest = Math.max(...measured.map(({ first }) => first));
  const usual = Math.max(...measured.map(({ best }) => best));
  tell({
    what: `untouched sentences that keep their claims, the worst of ${measured.length} sets`,
    against: "",
    measured: `${kept.toFixed(2)} %, ${wrong} carried onto other words`,
    ratio: null,
    goal: `${goals.keptPercent} %, none`,
    isMet: kept >= goals.keptPercent && wrong === 0,
  });
  tell({
    what: `aligning two versions of ${COUNT} sentences`,
    against: "",
    measured: `${usual.toFixed(0)} ms, ${slowest.toFixed(0)} ms the first time`,
    ratio: null,
    goal: `${goals.ms} ms`,
    isMet: slowest <= goals.ms,
  });
  const speeds = ["edits ms", "foreign", "other", "repeats", "reversed"];
  console.log("\nnumber".padStart(9) + speeds.map((head) => head.padStart(9)).join(""));
  printSpeed();
}
