import type { WorthReason } from "@/lib/core/text/check-worthiness";
import type { ClaimState, ClaimSummary, Disposition } from "@/lib/core/claims/claim";
import type { ClaimSort } from "@/lib/core/claims/claim-filter";
import type { PolicyKind } from "@/lib/core/review/policy";
import { findOption, type Scale, type ScaleOption } from "@/lib/core/verdicts/scale";

export const stateWords: Record<ClaimState, string> = {
  unchecked: "not checked",
  in_progress: "in progress",
  submitted: "submitted",
  in_review: "in review",
  changes_requested: "changes requested",
  disputed: "disputed",
  ruled: "ruled",
  published: "published",
  stale: "stale: its words changed",
  disposed: "not to be checked",
};

/** What needs somebody's attention has a sign, beside the number in the galley and in place of a glyph in the list. */
export const stateSigns: Partial<Record<ClaimState, string>> = {
  disputed: "≠",
  stale: "↻",
  changes_requested: "!",
};

export const dispositionWords: Record<Disposition, string> = {
  to_check: "To be checked",
  opinion: "Opinion",
  question: "Question",
  quote_without_fact: "Quote without a fact",
  boilerplate: "Boilerplate",
  not_checkable: "Not checkable",
};

export const sortWords: Record<ClaimSort, string> = {
  all: "All",
  to_do: "To do",
  mine: "Mine",
  disputed: "Disputed",
  stale: "Stale",
};

export const policyWords: Record<PolicyKind, string> = {
  single: "single",
  blind_check: "blind check",
  double_blind: "double blind",
  panel: "panel",
};

/** What a claim shows of its verdict: the ruling where there is one, else the reader's own. */
export function shownVerdict(claim: ClaimSummary, scale: Scale): ScaleOption | null {
  return findOption(scale, claim.ruling ?? claim.myVerdict);
}

/** "Claim 8, mixed, disputed": number, verdict and state, for those who do not see the mark. */
export function claimName(claim: ClaimSummary, scale: Scale): string {
  const verdict = shownVerdict(claim, scale);
  const parts = [`Claim ${claim.ordinal}`];
  if (verdict) parts.push(verdict.label.toLowerCase());
  parts.push(stateWords[claim.state]);
  if (claim.openNotes > 0) parts.push(`${claim.openNotes} open ${claim.openNotes === 1 ? "note" : "notes"}`);
  return parts.join(", ");
}

/** What makes a sentence worth, or hardly worth, checking. */
export const worthWords: Readonly<Record<WorthReason, string>> = {
  figure: "a figure",
  share: "a share, a sum or a measure",
  date: "a date",
  name: "a name",
  quotation: "words of somebody",
  superlative: "a superlative",
  comparison: "a comparison",
  cause: "a cause",
  question: "a question",
  opinion: "an opinion",
  forecast: "a forecast",
  fragment: "hardly a sentence",
};
