import {
  backwardReads,
  brokenSeals,
  leaks,
  tornExports,
  unsettled,
  writesAfterRevocation,
  wrongStates,
} from "./conduct-checks";
import {
  brokenChains,
  droppedConflicts,
  duplicates,
  halfDone,
  lost,
  wrongReplays,
  type Findings,
} from "./content-checks";
import type { Evidence } from "./evidence";

type Check = {
  readonly id: string;
  readonly title: string;
  readonly run: (evidence: Evidence) => Findings;
};

/** What must hold when all is quiet again. */
export const checks: readonly Check[] = [
  { id: "C1", title: "acknowledged and lost", run: lost },
  { id: "C2", title: "done twice", run: duplicates },
  { id: "C3", title: "versions that do not follow", run: brokenChains },
  { id: "C4", title: "current rows unlike their history", run: wrongReplays },
  { id: "C5", title: "half done", run: halfDone },
  { id: "C6", title: "conflicts whose words were dropped", run: droppedConflicts },
  { id: "C7", title: "reads that went back", run: backwardReads },
  { id: "C8", title: "writes after the right was taken", run: writesAfterRevocation },
  { id: "C9", title: "hidden words seen", run: leaks },
  { id: "C10", title: "breaks in the history's chain", run: brokenSeals },
  { id: "C11", title: "exports of two moments", run: tornExports },
  { id: "C12", title: "states unlike their facts", run: wrongStates },
  { id: "C13", title: "ends unknown or untrue", run: unsettled },
];

export type Finding = { readonly id: string; readonly title: string; readonly findings: Findings };

export function runChecks(evidence: Evidence): readonly Finding[] {
  return checks.map(({ id, title, run }) => ({ id, title, findings: run(evidence) }));
}
