import { NONE, type ExactMatch } from "./exact";

/** What the exact matches say about the places of the rest. */
export class Frame {
  private readonly match: ExactMatch;
  /** How many kept sentences stand before each place, on either side: equal numbers are the same gap. */
  private readonly gapBefore: Int32Array;
  private readonly gapAfter: Int32Array;
  /** Where an old sentence would stand if nothing after the last kept one had come or gone. */
  private readonly expectedPlaces: Int32Array;

  constructor(match: ExactMatch, afterCount: number) {
    const { partner, inOrder } = match;
    this.match = match;
    this.gapBefore = new Int32Array(partner.length);
    this.gapAfter = new Int32Array(afterCount);
    this.expectedPlaces = new Int32Array(partner.length);
    const kept = new Uint8Array(afterCount);
    let [gap, shift] = [0, 0];
    for (const [a, b] of partner.entries()) {
      this.gapBefore[a] = gap;
      this.expectedPlaces[a] = a + shift;
      if (inOrder[a] !== 1) continue;
      gap += 1;
      shift = b - a;
      kept[b] = 1;
    }
    gap = 0;
    for (const [b, isKept] of kept.entries()) {
      this.gapAfter[b] = gap;
      gap += isKept;
    }
  }

  expectedPlace(a: number): number {
    return this.expectedPlaces[a] ?? 0;
  }

  /** Where a neighbour of `a` says that it went: beside the sentence that stood beside it before. */
  besideNeighbours(a: number): readonly number[] {
    const { partner } = this.match;
    const [previous, next] = [partner[a - 1] ?? NONE, partner[a + 1] ?? NONE];
    return [previous === NONE ? NONE : previous + 1, next === NONE ? NONE : next - 1].filter((b) => b >= 0);
  }

  /** Between the same kept sentences, or beside the same neighbour, wherever that one went. */
  areNeighbours(a: number, b: number): boolean {
    return this.gapBefore[a] === this.gapAfter[b] || this.besideNeighbours(a).includes(b);
  }

  /** How far `b` is from where `a` was to be expected, in sentences. */
  distance(a: number, b: number): number {
    return Math.abs(this.expectedPlace(a) - b);
  }
}
