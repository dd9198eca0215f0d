import { z } from "zod";
import { dispositions, type Disposition } from "../claims/claim";
import { line } from "../shared/fields";
import type { Span } from "../text/segment";

/** A sentence as a person cut it before the text is kept, in UTF-16 units, with what it is if it is not to be checked. */
export const cutSchema = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  disposition: z.enum(dispositions).default("to_check"),
  reason: line(500).nullish(),
});
export type Cut = z.infer<typeof cutSchema>;

export type CutProblem = {
  readonly code: "order" | "outside" | "white_space" | "half_character" | "left_out";
  /** The number of the sentence, counted from 0. */
  readonly at: number;
};

// What the segmenter leaves between sentences: white space by Unicode, and characters that show nothing.
const SOMETHING_TO_READ = /[^\s\p{White_Space}\p{Cc}\p{Cf}]/u;

/**
 * What is wrong with a person's cuts: they have to be in order and inside the text, begin and end with something to
 * read, and leave out nothing but white space. What is not to be checked is disposed, never dropped.
 */
export function findCutProblem(text: string, cuts: readonly Span[]): CutProblem | null {
  let end = 0;
  for (const [at, cut] of cuts.entries()) {
    const problem = problemOf(text, cut, end);
    if (problem) return { code: problem, at };
    end = cut.end;
  }
  return SOMETHING_TO_READ.test(text.slice(end)) ? { code: "left_out", at: cuts.length } : null;
}

function problemOf(text: string, { start, end }: Span, after: number): CutProblem["code"] | null {
  if (start < after || end <= start) return "order";
  if (end > text.length) return "outside";
  if (isInside(text, start) || isInside(text, end)) return "half_character";
  const words = text.slice(start, end);
  if (words.trim() !== words) return "white_space";
  return SOMETHING_TO_READ.test(text.slice(after, start)) ? "left_out" : null;
}

/** Whether a position divides a surrogate pair. */
function isInside(text: string, at: number): boolean {
  const code = text.codePointAt(at - 1);
  return at > 0 && code !== undefined && code > 0xffff;
}

/** The sentences as the segmenter found them, those that lie in a proposed passage disposed as boilerplate. */
export function disposeWithin(
  spans: readonly Span[],
  proposals: readonly (Span & { readonly reason: string })[],
): readonly Cut[] {
  let next = 0;
  return spans.map(({ start, end }) => {
    for (let proposal = proposals[next]; proposal && proposal.end < end; proposal = proposals[next])
      next += 1;
    const proposal = proposals[next];
    const isWithin = proposal !== undefined && proposal.start <= start && end <= proposal.end;
    const disposition: Disposition = isWithin ? "boilerplate" : "to_check";
    return { start, end, disposition, reason: isWithin ? proposal.reason : null };
  });
}
