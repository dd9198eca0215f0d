import { rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../process/project";

/** What the steps of a test run share. */
export type Workplace = {
  /** Temporary folder for reports; gone at the end. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly atEnd: (undo: () => Promise<void> | void) => void;
};

/** A build of its own, so that an Assay that runs from .next beside the tests is not disturbed. */
export const testDist = ".next-test";

/** Types of routes that this older build had would fail the compiler long after the routes are gone. */
export function forgetOldRouteTypes(): void {
  for (const folder of ["types", join("dev", "types")]) {
    rmSync(join(projectRoot, testDist, folder), { recursive: true, force: true });
  }
}
