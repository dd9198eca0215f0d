import type { Paragraph } from "./segmentation/candidate";
import { CHAR, classAt } from "./segmentation/characters";
import { guessLanguage } from "./segmentation/language-guess";
import { lexiconOf } from "./segmentation/lexicon";
import { splitParagraphs } from "./segmentation/paragraphs";
import { cutParagraph } from "./segmentation/sentences";
import type { Span } from "./segmentation/span";

export type { Span };
export { splitParagraphs };

/** `language`: a BCP 47 tag such as "en" or "de-AT"; left out, every paragraph is judged by its own words. */
export type SegmentOptions = { readonly language?: string };

/** Stored beside every segmented revision; changes whenever any text could be cut differently. */
export const SEGMENTER_VERSION = "assay-1";

/** Has the first letter of the paragraph no capital, though its script has them? */
function beginsSmall(text: string, { start, end }: Span): boolean {
  const first = text.slice(start, Math.min(end, start + 20)).search(/\p{L}/u);
  return first >= 0 && classAt(text, start + first) === CHAR.lower;
}

function describeParagraph(text: string, span: Span, language: string | undefined): Paragraph {
  return {
    text,
    ...span,
    lexicon: lexiconOf(language ?? guessLanguage(text, span.start, span.end)),
    isCasual: beginsSmall(text, span),
  };
}

/**
 * The sentences of a text: sorted, disjoint, non-empty, trimmed, each with its closing marks and quotes; between them
 * only white space. Paragraphs do not influence each other. Same text, options and version: same spans.
 */
export function segment(text: string, options: SegmentOptions = {}): readonly Span[] {
  return splitParagraphs(text).flatMap((span) =>
    cutParagraph(describeParagraph(text, span, options.language)),
  );
}
