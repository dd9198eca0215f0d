import type { AnnotationContent, AnnotationInput } from "@/lib/core/annotations/annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Merge } from "@/lib/core/annotations/merge";
import type { Winner } from "@/lib/core/annotations/merge-texts";
import type { Problem } from "./problem";

/** Lays one's own words over what was saved elsewhere; both began at the same version. */
export type Reconcile = (mine: AnnotationContent, wins: Winner) => Merge;

/** One state of the annotation on its way to the server. Its key stays the same however often it is sent. */
export type Edit = {
  readonly content: AnnotationContent;
  readonly submit: boolean;
  readonly key: string;
  /** Whether it may have reached the server: from then on it is repeated as it is and never rewritten. */
  readonly sent: boolean;
};

export type SavePhase =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending" }
  | { readonly kind: "backing_off"; readonly attempts: number }
  | {
      readonly kind: "conflict";
      readonly current: ClaimDetail;
      /** Null where the version that both began at could not be read: then the person chooses between two wholes. */
      readonly reconcile: Reconcile | null;
    }
  | { readonly kind: "signed_out" }
  | { readonly kind: "refused"; readonly problem: Problem };

/** What of one claim is not yet acknowledged: oldest first, never empty. `base` is the version the first builds on. */
export type SaveItem = {
  readonly claimId: string;
  readonly base: number;
  readonly edits: readonly [Edit, ...Edit[]];
  readonly phase: SavePhase;
};

type NewEdit = Pick<Edit, "content" | "submit" | "key">;

/** The words as they stand now, sent or not. */
export function newest(item: SaveItem): Edit {
  return item.edits.at(-1) ?? item.edits[0];
}

/**
 * Takes in a newer state. It replaces one that was never sent; one that was sent, or that hands the annotation in,
 * keeps its place in the row and the newer one follows. A refused submission too: it stays refused, with the newer
 * words behind it, until it is sent again, given up, or another one takes its place.
 */
export function withEdit(item: SaveItem | undefined, claimId: string, base: number, edit: NewEdit): SaveItem {
  const added: Edit = { ...edit, sent: false };
  if (!item) return { claimId, base, edits: [added], phase: { kind: "waiting" } };
  if (item.phase.kind !== "refused") return { ...item, edits: followedBy(item.edits, added) };
  const [refused, ...queued] = item.edits;
  if (refused.submit && !edit.submit) return { ...item, edits: followedBy(item.edits, added) };
  // What the server refused is not repeated: the newer words take its place.
  return { ...item, edits: followedBy(queued, added), phase: { kind: "waiting" } };
}

function followedBy(edits: readonly Edit[], added: Edit): SaveItem["edits"] {
  const last = edits.at(-1);
  const [first, ...rest] = last && !last.sent && !last.submit ? edits.slice(0, -1) : edits;
  return first ? [first, ...rest, added] : [added];
}

/** New requests for what was meant: the last submission as it was handed in, then what was written since. */
export function anew(edits: SaveItem["edits"], newKey: () => string): SaveItem["edits"] {
  const submitted = edits.findLast(({ submit }) => submit);
  const last = edits.at(-1) ?? edits[0];
  const renew = (edit: Edit): Edit => ({ ...edit, key: newKey(), sent: false });
  return submitted && submitted !== last ? [renew(submitted), renew(last)] : [renew(last)];
}

export function isSendable(item: SaveItem): boolean {
  return item.phase.kind === "waiting" || item.phase.kind === "backing_off";
}

export function whileSending(item: SaveItem): SaveItem {
  const [first, ...rest] = item.edits;
  return { ...item, edits: [{ ...first, sent: true }, ...rest], phase: { kind: "sending" } };
}

/** The oldest edit is kept by the server as this version; null when nothing is left to send. */
export function afterAcknowledged(item: SaveItem, version: number): SaveItem | null {
  const [, next, ...rest] = item.edits;
  if (!next) return null;
  return { ...item, base: version, edits: [next, ...rest], phase: { kind: "waiting" } };
}

/** What an answer other than yes means for the item. `attempts` so far, this one included. */
export function afterProblem(item: SaveItem, problem: Problem, attempts: number): SaveItem {
  if (problem.status === 412 && problem.current) {
    return { ...item, phase: { kind: "conflict", current: problem.current, reconcile: null } };
  }
  if (problem.status === 401) return { ...item, phase: { kind: "signed_out" } };
  if (isPassing(problem)) return { ...item, phase: { kind: "backing_off", attempts } };
  return { ...item, phase: { kind: "refused", problem } };
}

/** Whether repeating the same request can help. */
export function isPassing({ status }: Problem): boolean {
  return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
}

/** 0.5 s, 1 s, 2 s … up to 30 s, give or take a fifth so that a room full of tabs does not come back at once. */
export function backOffMs(attempts: number, random: number): number {
  const plain = Math.min(30_000, 500 * 2 ** Math.max(0, attempts - 1));
  return Math.round(plain * (0.8 + 0.4 * random));
}

/** What the server refused, sent once more. */
export function retried(item: SaveItem, newKey: () => string): SaveItem {
  if (item.phase.kind !== "refused") return item;
  return { ...item, edits: anew(item.edits, newKey), phase: { kind: "waiting" } };
}

/** Without what the server refused; null when nothing is left. Words written after a submission outlive it. */
export function withoutRefused(item: SaveItem): SaveItem | null {
  if (item.phase.kind !== "refused") return item;
  const [refused, next, ...rest] = item.edits;
  if (!refused.submit || !next) return null;
  return { ...item, edits: [next, ...rest], phase: { kind: "waiting" } };
}

/** Signed in again, or back online. */
export function resumed(item: SaveItem): SaveItem {
  const stuck = item.phase.kind === "signed_out" || item.phase.kind === "backing_off";
  return stuck ? { ...item, phase: { kind: "waiting" } } : item;
}

/** Whether two states say the same: then there is nothing to decide between them. */
export function sameContent(a: AnnotationContent, b: AnnotationContent): boolean {
  return JSON.stringify(toInput(a, { submit: false })) === JSON.stringify(toInput(b, { submit: false }));
}

/** The request for a state of the annotation: sources by their ids. */
export function toInput(content: AnnotationContent, edit: { readonly submit: boolean }): AnnotationInput {
  const { verdict, rationale, confidence, citations, searches, noSourceFound } = content;
  return {
    verdict,
    rationale,
    confidence,
    citations: citations.map(({ source, stance, quote, locator, accessedOn, archivedUrl }) => ({
      sourceId: source.id,
      stance,
      quote,
      locator,
      accessedOn,
      archivedUrl,
    })),
    searches: searches.map(({ query, place, searchedOn, sought, useful, outcome }) => ({
      query,
      place,
      searchedOn,
      sought,
      useful,
      outcome,
    })),
    noSourceFound,
    submit: edit.submit,
  };
}
