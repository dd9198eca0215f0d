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

/** English without the capital that nobody who writes with capitals forgets. */
const SMALL_PRONOUN = /(?:^|[.!?,]? )i(?:['’](?:m|ve|ll|d))? [a-z]/u;
const UNITS_READ = 2000;

/** Is the paragraph written without capitals? Its first letter tells, or the pronoun "i". */
function isWrittenSmall(text: string, { start, end }: Span, isEnglish: boolean): boolean {
  const opening = text.slice(start, Math.min(end, start + UNITS_READ));
  const first = opening.search(/\p{L}/u);
  if (first >= 0 && first < 20 && classAt(text, start + first) === CHAR.lower) return true;
  return isEnglish && SMALL_PRONOUN.test(opening);
}

function describeParagraph(text: string, span: Span, language: string | undefined): Paragraph {
  const spoken = language ?? guessLanguage(text, span.start, span.end);
  return {
    text,
    ...span,
    lexicon: lexiconOf(spoken),
    isCasual: isWrittenSmall(text, span, spoken.startsWith("en")),
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
