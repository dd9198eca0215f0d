import fc from "fast-check";
import { expect, it } from "vitest";
import { takeTurn, type Bucket } from "./token-bucket";

const allowance = { perSecond: 2, burst: 5 };

function turns(times: readonly number[]) {
  let bucket: Bucket | null = null;
  return times.map((at) => {
    const turn = takeTurn(bucket, allowance, at);
    bucket = turn.bucket;
    return turn.waitSeconds;
  });
}

it("lets a burst through, then as many as come in with time", () => {
  expect(turns([0, 0, 0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0, 1, 1]);
  expect(turns([0, 0, 0, 0, 0, 500, 500, 1_000])).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
});

it("whoever waits as long as they are told is let through", () => {
  const slow = { perSecond: 0.1, burst: 1 };
  const { bucket } = takeTurn(null, slow, 0);
  const refused = takeTurn(bucket, slow, 3_000);
  expect(refused.waitSeconds).toBe(7);
  expect(takeTurn(refused.bucket, slow, 3_000 + refused.waitSeconds * 1000).waitSeconds).toBe(0);
});

it("never lets more through than the burst and what came in, however the times fall", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2_000, max: 2_000 }), { maxLength: 200 }), (steps) => {
      let now = 0;
      let forward = 0;
      const times = steps.map((step) => {
        forward += Math.max(0, step);
        return (now += step);
      });
      const passed = turns(times).filter((wait) => wait === 0).length;
      expect(passed).toBeLessThanOrEqual(allowance.burst + (forward / 1000) * allowance.perSecond);
    }),
  );
});
