import type { Coefficient, Interval, Measure } from "./coefficient";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Resampling = { readonly replicates: number; readonly random: () => number };

/** With fewer resamples that have a value, an interval would hide how little is known. */
const definedShare = 0.9;

/**
 * Each measure with its interval, all from the same resamples: units are drawn with replacement, as many as there are
 * (Efron & Tibshirani 1993, chapter 13: the percentile interval). Yields now and then, so that whoever runs it can let
 * others have their turn.
 * @param units how many units of each kind there are.
 */
export function* estimate<K extends string>(
  units: readonly number[],
  measures: Readonly<Record<K, Measure>>,
  { replicates, random }: Resampling,
): Generator<void, Readonly<Record<K, Coefficient>>> {
  const entries = Object.entries<Measure>(measures);
  const drawn = entries.map((): number[] => []);
  const weights = new Float64Array(units.length);
  const open = entries.map(([, measure]) => typeof measure.of(units) === "number");
  for (let round = 0; round < replicates && open.includes(true); round += 1) {
    drawUnits(units, random, weights);
    entries.forEach(([, measure], place) => {
      const value = open[place] ? measure.of(weights) : null;
      if (typeof value === "number") drawn[place]?.push(value);
    });
    yield;
  }
  const told = entries.map(([name, measure], place) => {
    const value = measure.of(units);
    const interval = percentiles(drawn[place] ?? [], replicates);
    const { counts } = measure;
    return [
      name,
      typeof value === "number"
        ? { value, reason: null, interval, counts }
        : { value: null, reason: value, interval: null, counts },
    ];
  });
  return Object.fromEntries(told) as Record<K, Coefficient>;
}

/** Runs a generator to its end at once. */
export function finish<T>(running: Generator<void, T>): T {
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
  }
}

function percentiles(values: number[], replicates: number): Interval | null {
  if (replicates === 0 || values.length < definedShare * replicates) return null;
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** One resample, a multinomial draw, kind by kind: what is left over is a binomial draw each time. */
function drawUnits(units: readonly number[], random: () => number, into: Float64Array): void {
  let left = units.reduce((sum, count) => sum + count, 0);
  let toDraw = left;
  units.forEach((count, place) => {
    const drawn = left > 0 ? drawBinomial(toDraw, Math.min(1, count / left), random) : 0;
    into[place] = drawn;
    left -= count;
    toDraw -= drawn;
  });
}

/** Beyond this variance the normal curve is nearer to the binomial than a thousand resamples can tell. */
const normalFrom = 100;

function drawBinomial(trials: number, chance: number, random: () => number): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - drawBinomial(trials, 1 - chance, random);
  const variance = trials * chance * (1 - chance);
  if (variance > normalFrom) {
    // Box and Muller (1958).
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const drawn = Math.round(trials * chance + normal * Math.sqrt(variance));
    return Math.min(trials, Math.max(0, drawn));
  }
  // Exact: the gaps between successes are geometric (Devroye 1986, chapter X.4).
  const slope = Math.log1p(-chance);
  let successes = 0;
  for (let at = 0; ; successes += 1) {
    at += 1 + Math.floor(Math.log(1 - random()) / slope);
    if (at > trials) return successes;
  }
}
