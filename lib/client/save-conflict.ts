import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import type { MergedField } from "@/lib/core/annotations/merge";
import type { Winner } from "@/lib/core/annotations/merge-texts";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import {
  anew,
  newest,
  sameContent,
  type Edit,
  type Reconcile,
  type SaveItem,
  type SavePhase,
} from "./save-item";

/** What becomes of words that met a version saved elsewhere. */
export type Meeting =
  /** They are there already: nothing is left to save. */
  | { readonly kind: "same" }
  | { readonly kind: "merged"; readonly item: SaveItem; readonly mine: AnnotationContent }
  | { readonly kind: "ask"; readonly item: SaveItem };

/**
 * What does not overlap is laid together. A submission is never made of words that its author has not seen together:
 * there, as where words overlap, the person is asked.
 */
export function meet(
  item: SaveItem,
  current: ClaimDetail,
  reconcile: Reconcile | null,
  newKey: () => string,
): Meeting {
  if (!differs(item, current)) return { kind: "same" };
  const mine = newest(item).content;
  const merge = reconcile?.(mine, "mine");
  const isToBeSeen = !merge || merge.overlaps.length > 0 || item.edits.some(({ submit }) => submit);
  if (isToBeSeen) return { kind: "ask", item: { ...item, phase: { kind: "conflict", current, reconcile } } };
  if (sameContent(merge.content, current.own.content)) return { kind: "same" };
  return { kind: "merged", item: laidOver(item, current, () => merge.content, newKey), mine };
}

/** Ends a conflict: what overlaps is as the winner has it, what does not is there from both. Null: theirs is all of it. */
export function settled(item: SaveItem, wins: Winner, newKey: () => string): SaveItem | null {
  if (item.phase.kind !== "conflict") return item;
  const { current, reconcile } = item.phase;
  if (wins === "mine") {
    return laidOver(item, current, (mine) => reconcile?.(mine, wins).content ?? mine, newKey);
  }
  const content = choicesOf(item, item.phase).theirs;
  if (sameContent(content, current.own.content)) return null;
  // Whoever takes the saved words has not handed in anything by that.
  const edit: Edit = { content, submit: false, key: newKey(), sent: false };
  return laidOver({ ...item, edits: [edit] }, current, (chosen) => chosen, newKey);
}

/** What a conflict asks the person to choose between. */
export type Choices = {
  readonly mine: AnnotationContent;
  readonly theirs: AnnotationContent;
  /** What both changed; null where that cannot be told. With none, `mine` is both together. */
  readonly overlaps: readonly MergedField[] | null;
};

export function choicesOf(
  item: SaveItem,
  { current: { own }, reconcile }: Extract<SavePhase, { kind: "conflict" }>,
): Choices {
  const written = newest(item).content;
  if (!reconcile) return { mine: written, theirs: own.content, overlaps: null };
  const { content: mine, overlaps } = reconcile(written, "mine");
  const theirs = overlaps.length > 0 ? reconcile(written, "theirs").content : own.content;
  return { mine, theirs, overlaps };
}

/** New requests on top of theirs: what was submitted, then what was written since, each as it is `laid` over theirs. */
function laidOver(
  item: SaveItem,
  current: ClaimDetail,
  laid: (mine: AnnotationContent) => AnnotationContent,
  newKey: () => string,
): SaveItem {
  const [first, ...rest] = anew(item.edits, newKey);
  const over = (edit: Edit): Edit => ({ ...edit, content: laid(edit.content) });
  return {
    ...item,
    base: current.own.version,
    edits: [over(first), ...rest.map(over)],
    phase: { kind: "waiting" },
  };
}

function differs(item: SaveItem, current: ClaimDetail): boolean {
  const submitted = item.edits.findLast(({ submit }) => submit);
  const handedIn =
    !submitted || (submitted === newest(item) && current.own.submittedVersion === current.own.version);
  return !handedIn || !sameContent(newest(item).content, current.own.content);
}
