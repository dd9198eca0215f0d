import type { AssignmentKind } from "../assignments/assignment";
import type { ClaimSummary } from "../claims/claim";
import { can, type Permission, type Role } from "../permissions/table";

/** Why a claim waits for somebody, most urgent first. */
export const queueKinds = [
  "changes_requested",
  "disputed",
  "mentions",
  "assigned",
  "to_review",
  "stale",
  "returned",
  "unassigned",
] as const;
export type QueueKind = (typeof queueKinds)[number];

/** What waits for the member themselves; the rest is for whoever gives work out. */
export const personalKinds = [
  "changes_requested",
  "disputed",
  "mentions",
  "assigned",
  "to_review",
  "stale",
] as const satisfies readonly QueueKind[];

const permissionFor: Readonly<Record<QueueKind, Permission>> = {
  changes_requested: "annotation.write",
  disputed: "claim.adjudicate",
  mentions: "note.read",
  assigned: "annotation.write",
  to_review: "annotation.review",
  stale: "annotation.write",
  returned: "claim.assign",
  unassigned: "claim.assign",
};

/** The parts of the queue that members of this role have. */
export function queueKindsOf(role: Role): readonly QueueKind[] {
  return queueKinds.filter((kind) => can(role, permissionFor[kind]));
}

/** A claim that waits for the reader, with what it waits for. */
export type QueueItem = {
  readonly kind: QueueKind;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly claim: ClaimSummary;
  /** The reader's own open work, or with `returned` the work that came back. */
  readonly assignment: QueuedAssignment | null;
  /** The note that mentions the reader. */
  readonly note: { readonly id: string; readonly author: string; readonly body: string } | null;
};

export type QueuedAssignment = {
  readonly id: string;
  readonly kind: AssignmentKind;
  readonly member: string;
  readonly dueAt: string | null;
  /** Why it came back: declined with this reason; null when its time ran out. */
  readonly reason: string | null;
};

/** How many wait of each kind; counting stops at `mostCounted`. */
export type QueueCounts = Readonly<Partial<Record<QueueKind, number>>>;
export const mostCounted = 50;

export function isOverdue(dueAt: string | null, now: Date): boolean {
  return dueAt !== null && new Date(dueAt) < now;
}
