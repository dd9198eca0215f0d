import { configureGlobal } from "fast-check";

/**
 * Every property is tried with the same cases on every run, so that a red run is about the change that it stands on.
 * `ASSAY_SEED=random npm run test:pure` looks for cases that nobody has seen yet, `ASSAY_SEED=<number>` repeats them.
 */
const chosen = process.env["ASSAY_SEED"];
if (chosen !== "random") {
  const seed = Number(chosen ?? 20261122);
  if (!Number.isInteger(seed))
    throw new Error(`ASSAY_SEED is a whole number or "random", not "${chosen ?? ""}"`);
  configureGlobal({ seed });
}
