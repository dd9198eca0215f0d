import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultScale } from "../verdicts/default-scale";
import { estimateMany, estimatePair } from "./agreement";
import { finish, seededRandom } from "./bootstrap";
import type { Coefficient } from "./coefficient";
import { groupUnits } from "./unit-groups";

const categories = defaultScale.options.length;
const place = (key: string) => defaultScale.options.findIndex((option) => option.key === key);
const resampling = (replicates = 200) => ({ replicates, random: seededRandom(1) });
const many = (rows: readonly (readonly number[])[], replicates = 0) =>
  finish(
    estimateMany(
      groupUnits(rows.flat(), rows[0]?.length ?? 1, categories),
      defaultScale,
      resampling(replicates),
    ),
  );
const pair = (rows: readonly (readonly [number, number])[], replicates = 0) =>
  finish(
    estimatePair(
      rows.map(([a, b]) => ({ a, b, units: 1 })),
      defaultScale,
      resampling(replicates),
    ),
  );

const rating = fc.integer({ min: -1, max: categories - 1 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 30 }),
  );
const pairs = fc.array(fc.tuple(fc.nat(categories - 1), fc.nat(categories - 1)), {
  minLength: 1,
  maxLength: 40,
});

function expectSame(
  one: Readonly<Record<string, Coefficient>>,
  other: Readonly<Record<string, Coefficient>>,
) {
  for (const [name, { value, reason }] of Object.entries(one)) {
    expect(other[name]?.reason, name).toBe(reason);
    if (value !== null) expect(other[name]?.value, name).toBeCloseTo(value, 9);
  }
}

describe("coefficients of any judgements", () => {
  it("are a number of at most 1, or null with a reason; never NaN", () => {
    fc.assert(
      fc.property(table, pairs, (rows, couples) => {
        for (const { value, reason } of [...Object.values(many(rows)), ...Object.values(pair(couples))]) {
          if (value === null) expect(reason).not.toBeNull();
          else expect(Number.isFinite(value) && value <= 1 + 1e-12 && reason === null).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("do not ask who judged, nor in which order the claims come", () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.nat()), (rows, dice) => {
        const shuffle = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, at: Number(dice.next().value) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item);
        expectSame(many(rows), many(shuffle(rows.map(shuffle))));
      }),
      { numRuns: 500 },
    );
  });

  it("nominal ones do not ask what the verdicts are called", () => {
    const names = fc.shuffledSubarray([...Array(categories).keys()], { minLength: categories });
    fc.assert(
      fc.property(table, names, (rows, renamed) => {
        const nominal = ({ percent, alphaNominal, fleissKappa, gwetAc1 }: ReturnType<typeof many>) => ({
          percent,
          alphaNominal,
          fleissKappa,
          gwetAc1,
        });
        const other = rows.map((row) => row.map((value) => renamed[value] ?? -1));
        expectSame(nominal(many(rows)), nominal(many(other)));
      }),
      { numRuns: 500 },
    );
  });

  it("of a pair are the same with the two exchanged", () => {
    fc.assert(
      fc.property(pairs, (couples) => {
        expectSame(pair(couples), pair(couples.map(([a, b]) => [b, a] as const)));
      }),
    );
  });

  it("are 1 where two verdicts occur and nobody ever differs", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 2, max: 5 }),
        (given, raters) => {
          fc.pre(new Set(given).size > 1);
          for (const { value } of Object.values(
            many(given.map((value) => Array<number>(raters).fill(value))),
          )) {
            expect(value).toBeCloseTo(1, 12);
          }
        },
      ),
    );
  });

  it("with two raters and no gaps, alpha is Scott's pi with its correction for small samples", () => {
    fc.assert(
      fc.property(pairs, (couples) => {
        const pi = pair(couples).scottPi.value;
        fc.pre(pi !== null);
        const values = 2 * couples.length;
        expect(many(couples).alphaNominal.value).toBeCloseTo(1 - (1 - pi) * (1 - 1 / values), 9);
      }),
    );
  });
});

describe("what cannot be said is null, with its reason", () => {
  const reasons = (found: Readonly<Record<string, Coefficient>>) =>
    Object.fromEntries(Object.entries(found).map(([name, { value, reason }]) => [name, value ?? reason]));

  it.each([
    ["nobody has judged", [[-1, -1]], "no_unit"],
    ["there is one rater", [[1], [2]], "one_rater"],
    [
      "no claim was judged by two",
      [
        [1, -1],
        [-1, 2],
      ],
      "no_shared_unit",
    ],
  ] as const)("%s", (_, rows, reason) => {
    expect(new Set(Object.values(reasons(many(rows))))).toEqual(new Set([reason]));
  });

  it("everybody gave one verdict throughout: full agreement, and no coefficient", () => {
    const { percent, ...others } = reasons(
      many([
        [2, 2],
        [2, 2],
        [2, 2],
      ]),
    );
    expect(percent).toBe(1);
    expect(new Set(Object.values(others))).toEqual(new Set(["unanimous"]));
    const { percent: ofPair, ...kappas } = reasons(
      pair([
        [2, 2],
        [2, 2],
      ]),
    );
    expect(ofPair).toBe(1);
    expect(new Set(Object.values(kappas))).toEqual(new Set(["unanimous"]));
  });

  it("different numbers of judgements: no Fleiss' kappa, the others stay", () => {
    const { fleissKappa, alphaNominal } = many([
      [0, 0, 1],
      [1, 1, -1],
      [0, 0, -1],
    ]);
    expect(fleissKappa).toMatchObject({ value: null, reason: "unequal_raters" });
    expect(alphaNominal.value).not.toBeNull();
  });

  it("verdicts off the line count for nominal coefficients only", () => {
    const off = [place("not_enough_evidence"), place("satire")] as const;
    const found = many([
      [off[0], off[1]],
      [off[0], off[0]],
      [0, 1],
    ]);
    expect(found.alphaNominal.counts).toEqual({ units: 3, raters: 2, pairable: 6 });
    expect(found.alphaOrdinal.counts).toEqual({ units: 1, raters: 2, pairable: 2 });
    expect(
      many([
        [off[0], off[1]],
        [off[0], off[0]],
      ]).alphaOrdinal,
    ).toMatchObject({ value: null, reason: "no_unit" });
    expect(
      pair([
        [off[0], off[0]],
        [0, 1],
        [1, 1],
      ]).kappaLinear.counts.units,
    ).toBe(2);
  });
});

describe("intervals", () => {
  const rows = Array.from(
    { length: 60 },
    (_, unit) => [unit % 3, unit % 7 === 0 ? (unit + 1) % 3 : unit % 3] as const,
  );

  it("are the same for the same seed, and hold the value", () => {
    const [one, again] = [pair(rows, 500).kappa, pair(rows, 500).kappa];
    expect(again).toEqual(one);
    expect(one.interval?.low).toBeLessThan(one.value ?? 0);
    expect(one.interval?.high).toBeGreaterThan(one.value ?? 1);
  });

  it("grow narrower with more claims, as the square root", () => {
    const width = ({ interval }: Coefficient) => (interval ? interval.high - interval.low : NaN);
    const few = width(pair(rows, 1_000).percent);
    const more = width(pair(Array.from({ length: 16 }, () => rows).flat(), 1_000).percent);
    expect(few / more).toBeGreaterThan(3);
    expect(few / more).toBeLessThan(5.3);
  });

  it("of a share are those of a binomial, for small and large numbers", () => {
    for (const units of [100, 100_000]) {
      const cells = [
        { a: 0, b: 0, units: 0.8 * units },
        { a: 0, b: 1, units: 0.2 * units },
      ];
      const { percent } = finish(estimatePair(cells, defaultScale, resampling(2_000)));
      const deviation = Math.sqrt(0.16 / units);
      expect((percent.interval?.low ?? 0) / (0.8 - 1.96 * deviation)).toBeCloseTo(1, 1);
      expect(((percent.interval?.high ?? 0) - 0.8) / (1.96 * deviation)).toBeCloseTo(1, 0);
    }
  });

  it("are null where resamples seldom have a value", () => {
    const almost = [
      [0, 0],
      [0, 0],
      [1, 1],
    ] as const;
    expect(pair(almost, 200).kappa).toMatchObject({ value: 1, interval: null });
    expect(pair(almost, 200).percent.interval).toEqual({ low: 1, high: 1 });
  });
});
