import type { ReviewReason } from "@/lib/core/annotations/annotation";
import type { ReviewDecision, RulingMethod } from "@/lib/core/review/facts";

export const decisionWords: Record<ReviewDecision, string> = {
  approve: "approved",
  request_changes: "asked for changes to",
  comment: "commented on",
  withdraw: "took back the decision on",
};

export const reasonWords: Record<ReviewReason, string> = {
  source_missing: "A source is missing",
  source_does_not_support: "The source does not say this",
  missing_context: "Context is missing",
  wording: "Wording",
  bias: "Bias",
  other: "Something else",
};

export const methodWords: Record<RulingMethod, string> = {
  agreement: "by agreement",
  panel: "by panel vote",
  adjudication: "by adjudication",
};
