export type PlanClaim = {
  readonly id: string;
  /** Members who may be given this claim. */
  readonly eligible: readonly string[];
};

export type PlanInput = {
  /** In the order of the text, so that the overlap is spread over it. */
  readonly claims: readonly PlanClaim[];
  readonly members: readonly string[];
  readonly perClaim: number;
  /** Share of the claims, 0 to 1, that get one member more than `perClaim`. */
  readonly overlapShare: number;
  readonly seed: number;
};

/** Member ids by claim id. */
export type Plan = ReadonlyMap<string, readonly string[]>;

/**
 * Deals claims out: as many members a claim as asked for (fewer where fewer may take it), nobody twice on one, and as
 * even as that allows. A member's share is changed only by handing claims on along a path of members (no path left that
 * would even shares out means that no plan is more even: Harvey, Ladner, Lovász, Tamir, "Semi-matchings for bipartite
 * graphs and load balancing", 2006). Among equals those are put together who have met least, so that every two members
 * can be compared. The same input gives the same plan.
 */
export function planEvenly(input: PlanInput): Plan {
  const desk = new Deal(input.members, input.seed);
  const extra = spread(input.claims.length, input.overlapShare);
  for (const [place, claim] of input.claims.entries()) {
    desk.deal(claim, input.perClaim + (extra.has(place) ? 1 : 0));
  }
  desk.evenOut();
  return desk.plan();
}

/** Which of `count` places are among a share of them, as evenly apart as can be. Rounds to whole places. */
export function spread(count: number, share: number): ReadonlySet<number> {
  const wanted = Math.round(count * Math.min(1, Math.max(0, share)));
  const chosen = Array.from({ length: count }, (_, place) => place).filter(
    (place) => Math.floor(((place + 1) * wanted) / count) > Math.floor((place * wanted) / count),
  );
  return new Set(chosen);
}

class Deal {
  private readonly held = new Map<string, Set<string>>();
  private readonly rank = new Map<string, number>();
  private readonly met = new Map<string, number>();
  private readonly takers = new Map<string, string[]>();
  private readonly eligible = new Map<string, ReadonlySet<string>>();

  constructor(members: readonly string[], seed: number) {
    for (const [rank, member] of shuffle(members, seed).entries()) {
      this.held.set(member, new Set());
      this.rank.set(member, rank);
    }
  }

  deal(claim: PlanClaim, wanted: number): void {
    const free = new Set(claim.eligible.filter((member) => this.held.has(member)));
    this.eligible.set(claim.id, new Set(free));
    const takers: string[] = [];
    while (takers.length < wanted && free.size > 0) {
      const next = [...free].reduce((best, member) => (this.isBefore(member, best, takers) ? member : best));
      free.delete(next);
      for (const other of takers) this.meet(next, other);
      takers.push(next);
      this.held.get(next)?.add(claim.id);
    }
    this.takers.set(claim.id, takers);
  }

  plan(): Plan {
    return this.takers;
  }

  evenOut(): void {
    // Each hand-over makes the shares strictly more even, so that this ends.
    while (this.evenOnce());
  }

  private evenOnce(): boolean {
    for (const member of this.held.keys()) {
      const path = this.pathFrom(member);
      if (!path) continue;
      this.handOn(path);
      return true;
    }
    return false;
  }

  private isBefore(member: string, best: string, takers: readonly string[]): boolean {
    const meetings = (one: string) =>
      takers.reduce((sum, other) => sum + (this.met.get(pairOf(one, other)) ?? 0), 0);
    const differences = [
      this.load(member) - this.load(best),
      meetings(member) - meetings(best),
      (this.rank.get(member) ?? 0) - (this.rank.get(best) ?? 0),
    ];
    return (differences.find((difference) => difference !== 0) ?? 0) < 0;
  }

  private meet(one: string, other: string): void {
    this.met.set(pairOf(one, other), (this.met.get(pairOf(one, other)) ?? 0) + 1);
  }

  private load(member: string): number {
    return this.held.get(member)?.size ?? 0;
  }

  /** The shortest way to hand claims on, from a member to one who has at least two fewer; null when there is none. */
  private pathFrom(start: string): readonly Hand[] | null {
    const cameBy = new Map<string, Hand>();
    const seen = new Set([start]);
    for (const queue = [start]; ;) {
      const from = queue.shift();
      if (from === undefined) return null;
      for (const hand of this.handsFrom(from)) {
        if (seen.has(hand.to)) continue;
        seen.add(hand.to);
        cameBy.set(hand.to, hand);
        if (this.load(hand.to) <= this.load(start) - 2) return trace(cameBy, hand.to);
        queue.push(hand.to);
      }
    }
  }

  private *handsFrom(from: string): Generator<Hand> {
    for (const claimId of this.held.get(from) ?? []) {
      for (const to of this.eligible.get(claimId) ?? []) {
        if (!this.takers.get(claimId)?.includes(to)) yield { claimId, from, to };
      }
    }
  }

  private handOn(path: readonly Hand[]): void {
    for (const { claimId, from, to } of path) {
      this.held.get(from)?.delete(claimId);
      this.held.get(to)?.add(claimId);
      this.takers.set(
        claimId,
        (this.takers.get(claimId) ?? []).map((member) => (member === from ? to : member)),
      );
    }
  }
}

type Hand = { readonly claimId: string; readonly from: string; readonly to: string };

function trace(cameBy: ReadonlyMap<string, Hand>, end: string): readonly Hand[] {
  const hand = cameBy.get(end);
  return hand ? [...trace(cameBy, hand.from), hand] : [];
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Fisher and Yates' shuffle with the generator mulberry32: the same seed gives the same order. */
function shuffle(members: readonly string[], seed: number): readonly string[] {
  const shuffled = [...members];
  let state = seed | 0;
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] ?? "", shuffled[last] ?? ""];
  }
  return shuffled;
}
