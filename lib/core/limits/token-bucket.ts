/** How often something may happen: so many a second on average, and so many at once after a rest. */
export type Allowance = { readonly perSecond: number; readonly burst: number };

/** What is left to somebody, and when that was so (milliseconds of any clock). */
export type Bucket = { readonly left: number; readonly at: number };

export type Turn = {
  readonly bucket: Bucket;
  /** 0 when it may happen; else after how many whole seconds it may. */
  readonly waitSeconds: number;
};

/** Takes one turn out of a bucket that fills up steadily. A refused turn costs nothing, so that waiting always helps. */
export function takeTurn(bucket: Bucket | null, { perSecond, burst }: Allowance, at: number): Turn {
  const before = bucket ?? { left: burst, at };
  // A clock that was set back gives nothing, and takes nothing.
  const rested = Math.max(0, at - before.at) / 1000;
  const left = Math.min(burst, before.left + rested * perSecond);
  if (left >= 1) return { bucket: { left: left - 1, at }, waitSeconds: 0 };
  return { bucket: { left, at }, waitSeconds: Math.max(1, Math.ceil((1 - left) / perSecond)) };
}
