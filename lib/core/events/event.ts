import { z } from "zod";
import { assignmentKinds } from "../assignments/assignment";
import { dispositions } from "../claims/claim";
import { reviewDecisions, rulingMethods } from "../review/facts";
import { can, tokenScopes } from "../permissions/table";
import type { ClaimFacts, Viewer } from "../review/facts";
import { isInPair, isRevealed } from "../review/visibility";

const version = z.number().int();
const verdict = z.string();
const claimContent = z.strictObject({
  wording: z.string().nullable(),
  disposition: z.enum(dispositions),
  // Lines from before claims had these have none of them.
  speaker: z.string().nullable().optional(),
  saidOn: z.string().nullable().optional(),
  saidAt: z.string().nullable().optional(),
});
const claimPlace = z.strictObject({ claimId: z.string(), start: z.int(), end: z.int() });

/**
 * All that can happen, one entry a type. Payloads hold no content of an annotation: whoever may see it reads the
 * version that the event names, so that history and live feed can give nothing away that is still blind.
 */
export const eventPayloads = {
  "workspace.created": z.strictObject({ name: z.string() }),
  "member.invited": z.strictObject({ role: z.string() }),
  "member.invitation_revoked": z.strictObject({}),
  "member.added": z.strictObject({ role: z.string() }),
  "member.role_changed": z.strictObject({ before: z.string(), after: z.string() }),
  "member.removed": z.strictObject({}),
  "member.reset_offered": z.strictObject({}),
  "token.made": z.strictObject({ name: z.string(), scope: z.enum(tokenScopes) }),
  "token.revoked": z.strictObject({ name: z.string() }),
  "webhook.added": z.strictObject({ host: z.string() }),
  "webhook.changed": z.strictObject({ fields: z.array(z.string()) }),
  "webhook.secret_changed": z.strictObject({}),
  "webhook.disabled": z.strictObject({ days: z.number().int() }),
  "webhook.removed": z.strictObject({ host: z.string() }),
  "scale.changed": z.strictObject({ name: z.string(), version }),
  "policy.changed": z.strictObject({ kind: z.string(), version }),
  "workspace.changed": z.strictObject({ fields: z.array(z.string()) }),
  "article.imported": z.strictObject({ title: z.string(), claims: z.number().int() }),
  "article.revised": z.strictObject({
    number: z.number().int(),
    carried: z.number().int(),
    moved: z.number().int(),
    changed: z.number().int(),
    deleted: z.number().int(),
    added: z.number().int(),
  }),
  "article.changed": z.strictObject({ fields: z.array(z.string()) }),
  "article.binned": z.strictObject({}),
  "article.restored": z.strictObject({}),
  "claim.changed": z.strictObject({
    before: claimContent,
    after: claimContent,
  }),
  "claim.refitted": z.strictObject({
    operation: z.enum(["split", "merge", "part", "undo"]),
    revisionId: z.string(),
    before: z.array(claimPlace),
    after: z.array(claimPlace),
  }),
  "annotation.saved": z.strictObject({ annotationId: z.string(), version }),
  "annotation.submitted": z.strictObject({ annotationId: z.string(), version }),
  "review.given": z.strictObject({ annotationId: z.string(), version, decision: z.enum(reviewDecisions) }),
  "vote.cast": z.strictObject({ round: z.number().int() }),
  "claim.ruled": z.strictObject({ verdict, method: z.enum(rulingMethods), number: z.number().int() }),
  "assignment.made": z.strictObject({ memberId: z.string(), kind: z.enum(assignmentKinds) }),
  "assignment.handed_over": z.strictObject({
    memberId: z.string(),
    to: z.string(),
    kind: z.enum(assignmentKinds),
  }),
  "assignment.withdrawn": z.strictObject({ memberId: z.string(), kind: z.enum(assignmentKinds) }),
  "assignment.declined": z.strictObject({ kind: z.enum(assignmentKinds), reason: z.string() }),
  "assignment.lapsed": z.strictObject({ kind: z.enum(assignmentKinds) }),
  "source.added": z.strictObject({ title: z.string() }),
  "source.kept": z.strictObject({ snapshotId: z.string() }),
  "evidence.kept": z.strictObject({
    annotationId: z.string(),
    snapshots: z.number().int(),
    problems: z.number().int(),
  }),
  "note.written": z.strictObject({ noteId: z.string() }),
  "note.changed": z.strictObject({ noteId: z.string(), version }),
  "note.resolved": z.strictObject({ noteId: z.string() }),
  "note.reopened": z.strictObject({ noteId: z.string() }),
  "waiver.asked": z.strictObject({ check: z.string(), claims: z.number().int() }),
  "waiver.confirmed": z.strictObject({ check: z.string() }),
  "waiver.withdrawn": z.strictObject({ check: z.string() }),
  "report.corrected": z.strictObject({ number: z.number().int(), changes: z.number().int() }),
  "report.published": z.strictObject({ number: z.number().int(), sha256: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof eventPayloads;
export type EventPayload<T extends EventType> = z.infer<(typeof eventPayloads)[T]>;

/** An event before the database has given it a number and a time. */
export type NewEvent<T extends EventType = EventType> = T extends EventType
  ? {
      readonly type: T;
      readonly payload: EventPayload<T>;
      readonly entityId: string;
      readonly articleId?: string;
      readonly claimId?: string;
    }
  : never;

/** A verdict that somebody changed, or gave for the first time. */
export type VerdictChange = { readonly before: string | null; readonly after: string | null };

/** A line of history as it leaves the server. */
export type HistoryLine = {
  readonly id: string;
  readonly type: EventType;
  readonly actor: { readonly memberId: string; readonly name: string } | null;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly entityId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly articleTitle: string | null;
  readonly claimOrdinal: number | null;
  /** What a saved annotation says now and said before, where the reader may see both versions. */
  readonly verdicts: VerdictChange | null;
};

/** What an open page needs to know to re-read the right thing; carries no content. */
export type LiveMessage = {
  readonly id: string;
  readonly type: EventType;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly actorId: string | null;
  /** Which version of the reader's own annotation came about by it; null with everything else, and for everybody else. */
  readonly ownVersion: number | null;
};

const annotationEvents: ReadonlySet<EventType> = new Set([
  "annotation.saved",
  "annotation.submitted",
  "evidence.kept",
]);
/** Work that came back without being done: told to those who give it out, and to whom it was given. */
const returnEvents: ReadonlySet<EventType> = new Set(["assignment.declined", "assignment.lapsed"]);
const checkersOnly: ReadonlySet<EventType> = new Set<EventType>([
  ...annotationEvents,
  "review.given",
  "vote.cast",
  "assignment.made",
  "assignment.handed_over",
  "assignment.withdrawn",
  "note.written",
  "note.changed",
  "note.resolved",
  "note.reopened",
  "waiver.asked",
  "waiver.confirmed",
  "waiver.withdrawn",
]);

/** What a live message says of a version: of one's own annotation only. How often a colleague has saved is not told. */
export function ownVersionIn(
  event: { readonly type: EventType; readonly actorId: string | null; readonly payload: unknown },
  memberId: string,
): number | null {
  if (event.actorId !== memberId || !annotationEvents.has(event.type)) return null;
  const payload = eventPayloads["annotation.saved"].safeParse(event.payload);
  return payload.data?.version ?? null;
}

/** Whether it depends on where the claim stands who may learn of such an event. */
export function asksForFacts(type: EventType): boolean {
  return annotationEvents.has(type) || returnEvents.has(type);
}

/**
 * Whether this viewer may learn of the event. Under double-blind nobody learns that a colleague has written before
 * both have submitted; unsubmitted saves are nobody's business but their author's under any blind policy. That work came
 * back undone would tell one of a pair that the other has not written.
 */
export function canSeeEvent(
  event: { readonly type: EventType; readonly actorId: string | null },
  facts: ClaimFacts | null,
  viewer: Viewer,
): boolean {
  if (event.actorId === viewer.memberId) return true;
  if (checkersOnly.has(event.type) && !can(viewer.role, "annotation.read")) return false;
  if (returnEvents.has(event.type)) return mayHearOfReturn(facts, viewer);
  if (!annotationEvents.has(event.type)) return true;
  if (!facts) return false;
  if (isRevealed(facts)) return true;
  return facts.policy.kind === "blind_check" && event.type === "annotation.submitted";
}

function mayHearOfReturn(facts: ClaimFacts | null, viewer: Viewer): boolean {
  if (!can(viewer.role, "claim.assign")) return false;
  return facts === null || isRevealed(facts) || !isInPair(facts, viewer);
}
