import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planEvenly, spread, type Plan, type PlanInput } from "./plan";

const members = ["ann", "bob", "cleo", "dora", "emil"];

function countsOf(plan: Plan, of: readonly string[]): readonly number[] {
  const all = [...plan.values()].flat();
  return of.map((member) => all.filter((one) => one === member).length);
}

const unevenness = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count * count, 0);

const openInput: fc.Arbitrary<PlanInput> = fc
  .record({
    count: fc.integer({ min: 1, max: 60 }),
    people: fc.subarray(members, { minLength: 1 }),
    perClaim: fc.integer({ min: 1, max: 4 }),
    overlapShare: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(),
  })
  .map(({ count, people, ...rest }) => ({
    ...rest,
    members: people,
    claims: Array.from({ length: count }, (_, place) => ({ id: `claim ${place}`, eligible: people })),
  }));

/** Few claims and people, and not everybody may take everything: small enough to try every plan. */
const closedInput: fc.Arbitrary<PlanInput> = fc.record({
  members: fc.constant(members.slice(0, 3)),
  perClaim: fc.constant(1),
  overlapShare: fc.constant(0),
  seed: fc.nat(),
  claims: fc
    .array(fc.subarray(members.slice(0, 3)), { minLength: 1, maxLength: 7 })
    .map((lists) => lists.map((eligible, place) => ({ id: `claim ${place}`, eligible }))),
});

function leastUneven(input: PlanInput): number {
  const tryFrom = (place: number, counts: readonly number[]): number => {
    const claim = input.claims[place];
    if (!claim) return unevenness(counts);
    if (claim.eligible.length === 0) return tryFrom(place + 1, counts);
    return Math.min(
      ...claim.eligible.map((member) =>
        tryFrom(
          place + 1,
          counts.map((count, at) => (input.members[at] === member ? count + 1 : count)),
        ),
      ),
    );
  };
  return tryFrom(
    0,
    input.members.map(() => 0),
  );
}

describe("claims dealt out evenly", () => {
  it("where everybody may take everything, shares differ by one at most and no claim goes short", () => {
    fc.assert(
      fc.property(openInput, (input) => {
        const plan = planEvenly(input);
        const counts = countsOf(plan, input.members);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        const extra = spread(input.claims.length, input.overlapShare);
        for (const [place, { id }] of input.claims.entries()) {
          const wanted = Math.min(input.members.length, input.perClaim + (extra.has(place) ? 1 : 0));
          expect(plan.get(id)).toHaveLength(wanted);
          expect(new Set(plan.get(id)).size).toBe(wanted);
        }
      }),
    );
  });

  it("where not everybody may take everything, nobody gets what they may not, and no plan is more even", () => {
    fc.assert(
      fc.property(closedInput, (input) => {
        const plan = planEvenly(input);
        for (const { id, eligible } of input.claims) {
          const takers = plan.get(id) ?? [];
          expect(takers).toHaveLength(Math.min(1, eligible.length));
          for (const taker of takers) expect(eligible).toContain(taker);
        }
        expect(unevenness(countsOf(plan, input.members))).toBe(leastUneven(input));
      }),
    );
  });

  it("hands on along several members where that is what evens it", () => {
    const claims = [
      ["ann"],
      ["ann", "bob"],
      ["ann", "bob"],
      ["bob", "cleo"],
      ["bob"],
      ["bob"],
      ["cleo", "bob"],
    ];
    const plan = planEvenly({
      claims: claims.map((eligible, place) => ({ id: String(place), eligible })),
      members: ["ann", "bob", "cleo"],
      perClaim: 1,
      overlapShare: 0,
      seed: 1,
    });
    expect(countsOf(plan, ["ann", "bob", "cleo"]).toSorted()).toEqual([2, 2, 3]);
  });

  it("lets every two of four meet once in six claims", () => {
    const four = members.slice(0, 4);
    const claims = Array.from({ length: 6 }, (_, place) => ({ id: String(place), eligible: four }));
    const plan = planEvenly({ claims, members: four, perClaim: 2, overlapShare: 0, seed: 7 });
    const pairs = [...plan.values()].map((pair) => pair.toSorted().join(" "));
    expect(new Set(pairs).size).toBe(6);
  });

  it("is the same for the same seed, and another for another", () => {
    const claims = Array.from({ length: 9 }, (_, place) => ({ id: String(place), eligible: members }));
    const deal = (seed: number) =>
      JSON.stringify([...planEvenly({ claims, members, perClaim: 1, overlapShare: 0, seed })]);
    expect(deal(3)).toBe(deal(3));
    expect(new Set([1, 2, 3, 4].map(deal)).size).toBeGreaterThan(1);
  });

  it("of nobody and of nothing is nothing", () => {
    const input = { claims: [], members, perClaim: 2, overlapShare: 1, seed: 0 };
    expect(planEvenly(input).size).toBe(0);
    const claims = [{ id: "a", eligible: [] }];
    expect(planEvenly({ ...input, claims, members: [] }).get("a")).toEqual([]);
  });
});

describe("the overlap", () => {
  it("is a share of the claims, rounded to whole ones and spread over the text", () => {
    expect([...spread(10, 0.2)]).toEqual([4, 9]);
    expect(spread(10, 0).size).toBe(0);
    expect(spread(10, 1).size).toBe(10);
    expect(spread(3, 0.5).size).toBe(2);
  });

  it("never lies closer together than evenly, whatever the share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, share) => {
          const places = [...spread(count, share)];
          expect(places).toHaveLength(Math.round(count * share));
          const gaps = places.slice(1).map((place, at) => place - (places[at] ?? 0));
          for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(Math.floor(count / places.length));
        },
      ),
    );
  });
});
