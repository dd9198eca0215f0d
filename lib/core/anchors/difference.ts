import { diffArrays } from "diff";
import { piecesOf } from "./words";

/** Words that both versions have, that only the old one has, or that only the new one has. */
export type Segment = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Beyond so many differing pieces nobody reads a difference word by word: the whole is shown as replaced. */
const MOST_EDITS = 2_000;

/**
 * The word difference of two texts (Myers, O(ND), over words, runs of white space and single signs). The segments that
 * are not added join to the old text, those that are not removed to the new one. Between two changes a blank alone is no
 * common ground: it is counted to both, so that a changed phrase reads as one.
 */
export function wordDifference(before: string, after: string): readonly Segment[] {
  const changes = diffArrays([...piecesOf(before)], [...piecesOf(after)], { maxEditLength: MOST_EDITS });
  const segments = changes?.map(({ removed, added, value }): Segment => ({
    kind: removed ? "removed" : added ? "added" : "same",
    text: value.join(""),
  }));
  return joinPhrases(
    segments ?? [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ],
  );
}

function joinPhrases(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") joined.push({ kind: "removed", text: removed });
    if (added !== "") joined.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [i, { kind, text }] of segments.entries()) {
    if (kind === "same" && !isBridge(segments, i)) {
      flush();
      joined.push({ kind, text });
    } else {
      if (kind !== "added") removed += text;
      if (kind !== "removed") added += text;
    }
  }
  flush();
  return joined.filter(({ text }) => text !== "");
}

/** A blank with a replaced word on either side of it. */
function isBridge(segments: readonly Segment[], at: number): boolean {
  const isReplaced = (i: number) =>
    segments[i] !== undefined &&
    segments[i + 1] !== undefined &&
    segments[i].kind !== "same" &&
    segments[i + 1]?.kind !== "same";
  return segments[at]?.text.trim() === "" && isReplaced(at - 2) && isReplaced(at + 1);
}

type Span = { readonly start: number; readonly end: number };
/** A segment with the places where it begins in the old and in the new text. */
type Placed = Segment & { readonly old: number; readonly now: number };

/** Where a part of the old text went by its difference: its span in the new text, or null when nothing is left of it. */
export function followSpan(segments: readonly Segment[], part: Span): Span | null {
  const spans = place(segments).flatMap((segment, i, placed) => {
    const span = newSpanOf(segment, placed[i - 1], part);
    return span ? [span] : [];
  });
  const [first, last] = [spans.at(0), spans.at(-1)];
  return first && last && last.end > first.start ? { start: first.start, end: last.end } : null;
}

function place(segments: readonly Segment[]): readonly Placed[] {
  let [old, now] = [0, 0];
  return segments.map((segment) => {
    const placed = { ...segment, old, now };
    if (segment.kind !== "added") old += segment.text.length;
    if (segment.kind !== "removed") now += segment.text.length;
    return placed;
  });
}

/** What a segment contributes to the part's new span. */
function newSpanOf({ kind, text, old, now }: Placed, previous: Placed | undefined, part: Span): Span | null {
  if (kind === "removed") return null;
  if (kind === "added") {
    return replacesInside(previous, old, part) ? { start: now, end: now + text.length } : null;
  }
  const from = Math.max(0, part.start - old);
  const to = Math.min(text.length, part.end - old);
  return from < to ? { start: now + from, end: now + to } : null;
}

/** Whether words that were added at `old` belong to the part: inside of it, or in the place of something inside of it. */
function replacesInside(previous: Placed | undefined, old: number, { start, end }: Span): boolean {
  if (old > start && old < end) return true;
  return previous?.kind === "removed" && old > start && previous.old < end;
}
