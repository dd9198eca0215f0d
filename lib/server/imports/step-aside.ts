import "server-only";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { msSinceRequest } from "../observing/metrics";

/** For each part of work so many parts are left to others. */
const share = 1;
const recentlyMs = 100;

/**
 * After a piece of background work: while people ask this process for something, leaves the processor and the database to
 * them for as long as the piece has kept them from it. @param began when the piece began, by `performance.now()`
 */
export async function stepAside(began: number): Promise<void> {
  if (msSinceRequest() > recentlyMs) await nextTurn();
  else await pause(share * (performance.now() - began));
}
