import { can } from "../permissions/table";
import type { ClaimFacts, Viewer } from "../review/facts";
import { isInPair, isRevealed } from "../review/visibility";

export const assignmentOutcomes = [
  "completed",
  "declined",
  "handed_over",
  "withdrawn",
  "lapsed",
  "overtaken",
] as const;
export type AssignmentOutcome = (typeof assignmentOutcomes)[number];

export type AssignmentFacts = {
  readonly memberId: string;
  readonly assignedById: string;
  readonly outcome: AssignmentOutcome | null;
};

/** How an assignment looks to somebody: as work to be done, as work that came back undone, or not at all. */
export type AssignmentSight = "open" | "returned" | "hidden";

/**
 * One's own assignment is seen while it is open; those of others by whoever gives work out. Until a blind claim is
 * revealed, what was done looks like what is still to be done, nobody sees that somebody has begun by themselves, and one
 * of the pair does not see that the other has given up.
 */
export function sightOfAssignment(work: AssignmentFacts, facts: ClaimFacts, viewer: Viewer): AssignmentSight {
  if (work.memberId === viewer.memberId) return work.outcome === null ? "open" : "hidden";
  if (!can(viewer.role, "claim.assign")) return "hidden";
  if (isRevealed(facts)) return looks[work.outcome ?? "open"];
  if (work.assignedById === work.memberId) return "hidden";
  const look = blindLooks[work.outcome ?? "open"];
  return look === "returned" && isInPair(facts, viewer) ? "open" : look;
}

type Looks = Readonly<Record<AssignmentOutcome | "open", AssignmentSight>>;

const looks: Looks = {
  open: "open",
  completed: "hidden",
  declined: "returned",
  lapsed: "returned",
  handed_over: "hidden",
  withdrawn: "hidden",
  overtaken: "hidden",
};
const blindLooks: Looks = { ...looks, completed: "open" };
