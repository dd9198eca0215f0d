import { z } from "zod";
import { piecesOf, wordsOf } from "../anchors/words";
import { idSchema } from "../shared/fields";

/** UTF-16 code units, half-open, in the revision's text. */
type Span = { readonly start: number; readonly end: number };

/** Where a claim stands. */
export type ClaimPlace = Span & { readonly claimId: string };

const version = z.int().min(1);
const position = z.int().min(0);

/** `at` is where the second piece begins, in the revision's text; `keep` the piece that keeps what was written. */
export const splitInputSchema = z.strictObject({
  at: position,
  keep: z.enum(["first", "second"]).default("first"),
});
export type SplitInput = z.infer<typeof splitInputSchema>;

export const mostMerged = 20;

/** Neighbours, each with the version that the caller has seen; the one named by `keep` keeps what was written on it. */
export const mergeInputSchema = z.strictObject({
  claims: z
    .array(z.strictObject({ id: idSchema, version }))
    .min(2)
    .max(mostMerged),
  keep: idSchema.optional(),
});
export type MergeInput = z.infer<typeof mergeInputSchema>;

export const partInputSchema = z.strictObject({ start: position, end: position });

const SPACE = /^[\s\p{White_Space}\u200b]+$/u;
/** Signs between which and a word a claim may begin, without a space. */
const DASH = /^[-–—―]$/u;

/**
 * Where a text may be cut in two: before a word that follows white space or a dash, and before any word of a script that
 * sets no spaces. Offsets in the text, ascending; never its beginning.
 */
export function cutPoints(text: string): readonly number[] {
  const points: number[] = [];
  let at = 0;
  let before = "";
  for (const piece of piecesOf(text)) {
    const follows =
      SPACE.test(before) || (wordsOf(piece).length > 0 && (DASH.test(before) || isUnspaced(piece)));
    if (at > 0 && !SPACE.test(piece) && follows) points.push(at);
    at += piece.length;
    before = piece;
  }
  return points;
}

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isUnspaced(piece: string): boolean {
  return UNSPACED.test(piece);
}

/** The two pieces of a claim that is cut at a position of the text; null where it cannot be cut there. */
export function splitSpan(text: string, { start, end }: Span, at: number): readonly [Span, Span] | null {
  const words = text.slice(start, end);
  if (!cutPoints(words).includes(at - start)) return null;
  return [
    { start, end: start + words.slice(0, at - start).trimEnd().length },
    { start: at, end },
  ];
}

/** The span of claims that follow each other with nothing but white space between; null where they do not. Sorted by start. */
export function mergedSpan(text: string, spans: readonly Span[]): Span | null {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || spans.length < 2) return null;
  const isJoined = spans.every((span, place) => {
    const next = spans[place + 1];
    if (!next) return true;
    return next.start >= span.end && text.slice(span.end, next.start).trim() === "";
  });
  return isJoined ? { start: first.start, end: last.end } : null;
}

/** Whether the span is part of the sentence: whole words of it, and not all of them. */
export function isPart(text: string, sentence: Span, { start, end }: Span): boolean {
  if (start < sentence.start || end > sentence.end || start >= end) return false;
  const isWhole = start === sentence.start && end === sentence.end;
  return !isWhole && isWordEdge(text, start) && isWordEdge(text, end) && isTrimmed(text.slice(start, end));
}

function isTrimmed(words: string): boolean {
  return words.trim() === words && wordsOf(words).length > 0;
}

const INSIDE_WORD = /^[\p{L}\p{M}\p{N}]$/u;

/** Whether no word runs across this position. Scripts that set no spaces may be cut between any two of their letters. */
function isWordEdge(text: string, at: number): boolean {
  const before = isHalf(text, at - 1) ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
  const after = isHalf(text, at + 1) ? text.slice(at, at + 2) : text.slice(at, at + 1);
  if (/^\p{M}/u.test(after)) return false;
  if (isUnspaced(before) || isUnspaced(after)) return !isHalf(text, at);
  return !(INSIDE_WORD.test(before) && INSIDE_WORD.test(after)) && !isHalf(text, at);
}

/** Whether the position lies inside a surrogate pair. */
function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
