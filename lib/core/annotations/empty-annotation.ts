import type { AnnotationContent } from "./annotation";

/** What somebody has written who has not written yet. Apart from the schemas, which no browser needs. */
export const emptyAnnotation: AnnotationContent = {
  verdict: null,
  rationale: "",
  confidence: null,
  citations: [],
  searches: [],
  noSourceFound: false,
};
