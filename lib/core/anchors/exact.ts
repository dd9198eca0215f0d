/** `NONE` where a sentence has no partner. */
export const NONE = -1;

/** For every old sentence the place of the equal new one, and whether the pair stands in the order of both texts. */
export type ExactMatch = { readonly partner: Int32Array; readonly inOrder: Uint8Array };

type Range = {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  readonly depth: number;
};
type Pair = readonly [before: number, after: number];

/** Real edits need two or three levels; the bound keeps contrived texts from costing more than n log n each level. */
const DEEPEST = 12;

/**
 * Equal sentences of two texts, each used once. Patience diff (Cohen): what begins and ends alike, then sentences that
 * occur once on either side, in their longest common order, and the same again between them, where a repeated sentence
 * is often alone. What is left over and equal has moved.
 */
export function matchExactly(before: readonly number[], after: readonly number[]): ExactMatch {
  const match = {
    partner: new Int32Array(before.length).fill(NONE),
    inOrder: new Uint8Array(before.length),
  };
  const open: Range[] = [{ a0: 0, a1: before.length, b0: 0, b1: after.length, depth: 0 }];
  for (let range = open.pop(); range; range = open.pop()) {
    const inner = matchEnds(range, before, after, match);
    const pairs = inner.a0 < inner.a1 && inner.b0 < inner.b1 ? anchorsIn(inner, before, after) : [];
    for (const [a, b] of pairs) keep(match, a, b);
    if (pairs.length > 0 && inner.depth < DEEPEST) open.push(...between(inner, pairs));
  }
  matchMoved(before, after, match);
  return match;
}

function keep({ partner, inOrder }: ExactMatch, a: number, b: number): void {
  partner[a] = b;
  inOrder[a] = 1;
}

/** Takes off what both ranges begin and end with; gives what is left in the middle. */
function matchEnds(
  range: Range,
  before: readonly number[],
  after: readonly number[],
  match: ExactMatch,
): Range {
  let { a0, a1, b0, b1 } = range;
  while (a0 < a1 && b0 < b1 && before[a0] === after[b0]) keep(match, a0++, b0++);
  while (a0 < a1 && b0 < b1 && before[a1 - 1] === after[b1 - 1]) keep(match, --a1, --b1);
  return { a0, a1, b0, b1, depth: range.depth };
}

/** Sentences that occur once on either side; without any, the repeated ones, first with first and so on. */
function anchorsIn(range: Range, before: readonly number[], after: readonly number[]): readonly Pair[] {
  const left = placesOf(before, range.a0, range.a1);
  const right = placesOf(after, range.b0, range.b1);
  const unique: Pair[] = [];
  const repeated: Pair[] = [];
  for (const [key, places] of left) {
    const others = right.get(key) ?? [];
    const isUnique = places.length === 1 && others.length === 1;
    for (const [k, a] of places.entries()) {
      const b = others[k];
      if (b !== undefined) (isUnique ? unique : repeated).push([a, b]);
    }
  }
  return longestOrder(unique.length > 0 ? unique : repeated);
}

function placesOf(keys: readonly number[], from: number, to: number): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let i = from; i < to; i += 1) {
    const key = keys[i] ?? NONE;
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  return places;
}

/** The longest series of pairs that ascends on both sides, by patience sorting: O(n log n). */
export function longestOrder(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = pairs.toSorted((one, two) => one[0] - two[0]);
  const piles: number[] = [];
  const previous = new Int32Array(sorted.length).fill(NONE);
  for (const [i, [, b]] of sorted.entries()) {
    const pile = lowerBound(piles, sorted, b);
    previous[i] = pile > 0 ? (piles[pile - 1] ?? NONE) : NONE;
    piles[pile] = i;
  }
  const order: Pair[] = [];
  for (let i = piles.at(-1) ?? NONE; i !== NONE; i = previous[i] ?? NONE) {
    const pair = sorted[i];
    if (pair) order.push(pair);
  }
  return order.reverse();
}

/** The first pile whose top stands at `b` or later. */
function lowerBound(piles: readonly number[], sorted: readonly Pair[], b: number): number {
  let low = 0;
  let high = piles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = sorted[piles[middle] ?? NONE]?.[1] ?? NONE;
    if (top < b) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between({ a0, a1, b0, b1, depth }: Range, pairs: readonly Pair[]): readonly Range[] {
  const ranges: Range[] = [];
  let [a, b] = [a0, b0];
  for (const [nextA, nextB] of [...pairs, [a1, b1] as const]) {
    if (a < nextA && b < nextB) ranges.push({ a0: a, a1: nextA, b0: b, b1: nextB, depth: depth + 1 });
    [a, b] = [nextA + 1, nextB + 1];
  }
  return ranges;
}

/** Equal sentences that are left on both sides stand in another order: first with first. */
function matchMoved(before: readonly number[], after: readonly number[], { partner }: ExactMatch): void {
  const taken = new Set(partner);
  const free = new Map<number, number[]>();
  for (let b = after.length - 1; b >= 0; b -= 1) {
    if (taken.has(b)) continue;
    const key = after[b] ?? NONE;
    const places = free.get(key);
    if (places) places.push(b);
    else free.set(key, [b]);
  }
  for (const [a, key] of before.entries()) {
    if (partner[a] === NONE) partner[a] = free.get(key)?.pop() ?? NONE;
  }
}
