import { Paragraph } from "./segmentation/paragraph";
import { splitParagraphs } from "./segmentation/paragraphs";
import { cutParagraph } from "./segmentation/sentences";
import type { Span } from "./segmentation/span";

export type { Span };
export { splitParagraphs };

/** `language`: a BCP 47 tag such as "en" or "de-AT"; left out, every paragraph is judged by its own words. */
export type SegmentOptions = { readonly language?: string };

/** Stored beside every segmented revision; changes whenever any text could be cut differently. */
export const SEGMENTER_VERSION = "assay-1";

/**
 * The sentences of a text: sorted, disjoint, non-empty, trimmed, each with its closing marks and quotes; between them
 * only white space. Paragraphs do not influence each other. Same text, options and version: same spans.
 */
export function segment(text: string, options: SegmentOptions = {}): readonly Span[] {
  const sentences: Span[] = [];
  for (const span of splitParagraphs(text)) {
    for (const sentence of cutParagraph(new Paragraph(text, span, options.language))) {
      sentences.push(sentence);
    }
  }
  return sentences;
}
