/** Dice that fall the same way for the same seed. */
export type Random = {
  /** From 0 up to 1, without 1. */
  readonly next: () => number;
  /** A whole number from 0 up to `limit`, without it. */
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  /** @throws RangeError of an empty list */
  readonly pick: <T>(list: readonly T[]) => T;
};

/** The mulberry32 generator by Tommy Ettinger: 32 bits of state, which is plenty for a plan. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError("Nothing to pick from.");
      return picked;
    },
  };
}

/** A seed of its own for each part, so that one part's dice do not move another's. */
export function seedFor(seed: number, part: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const character of part) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
