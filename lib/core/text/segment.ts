/** A piece of a text: half-open, in UTF-16 code units, as `String.prototype.slice` counts. */
export type Span = { readonly start: number; readonly end: number };

/** `language`: a BCP 47 tag such as "en" or "de-AT"; left out, every paragraph is judged by its own words. */
export type SegmentOptions = { readonly language?: string };

/** Stored beside every segmented revision; changes whenever any text could be cut differently. */
export const SEGMENTER_VERSION = "assay-0";

const trimSpan = (text: string, start: number, end: number): Span => {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
};

const cutBefore = (text: string, breaks: readonly number[]): readonly Span[] =>
  [...breaks, text.length]
    .map((end, i, ends) => trimSpan(text, ends[i - 1] ?? 0, end))
    .filter((span) => span.end > span.start);

/** Lines of a text that hold anything but white space, trimmed. */
export function splitParagraphs(text: string): readonly Span[] {
  return cutBefore(
    text,
    [...text.matchAll(/[\n\r\u2028\u2029]+/g)].map((match) => match.index),
  );
}

/** Sentences: sorted, disjoint, non-empty, trimmed; between them only white space. */
export function segment(text: string, _options: SegmentOptions = {}): readonly Span[] {
  return splitParagraphs(text).flatMap(({ start, end }) => {
    const body = text.slice(start, end);
    const cuts = [...body.matchAll(/[.!?…]+["”’)]*(?=\s+["“‘(]?\p{Lu})|[。！？][”」』）]*/gu)];
    return cutBefore(
      body,
      cuts.map((match) => match.index + match[0].length),
    ).map((span) => ({ start: start + span.start, end: start + span.end }));
  });
}
