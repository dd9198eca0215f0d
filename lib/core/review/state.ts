import type { ClaimState } from "../claims/claim";
import {
  isApproved,
  rulingHolds,
  standingDecisions,
  submittedAnnotations,
  verdictsDiffer,
  type ClaimFacts,
  type RulingMethod,
} from "./facts";
import { isBlind } from "./policy";

/** Where a claim stands on its path, from the facts alone. The stored state is this, written after every step. */
export function claimState(facts: ClaimFacts): ClaimState {
  if (facts.disposition !== "to_check") return "disposed";
  if (facts.stale) return "stale";
  if (facts.ruling && rulingHolds(facts)) return facts.ruling.published ? "published" : "ruled";
  if (facts.annotations.length === 0) return "unchecked";
  const submitted = submittedAnnotations(facts);
  if (submitted.length === 0) return "in_progress";
  if (submitted.some((annotation) => standingDecisions(annotation).includes("request_changes"))) {
    return "changes_requested";
  }
  return facts.policy.kind === "panel" ? panelState(facts) : annotatedState(facts);
}

function annotatedState(facts: ClaimFacts): ClaimState {
  const submitted = submittedAnnotations(facts);
  if (submitted.length < facts.policy.annotations) return "submitted";
  if (verdictsDiffer(submitted)) return "disputed";
  const discussed = submitted.some((annotation) =>
    annotation.reviews.some((review) => review.version === annotation.submittedVersion),
  );
  return discussed || isBlind(facts.policy) ? "in_review" : "submitted";
}

function panelState(facts: ClaimFacts): ClaimState {
  if (facts.votes.length === 0) return "submitted";
  return isHung(facts) ? "disputed" : "in_review";
}

/** Whether the votes that are still out can no longer bring any verdict to the quorum. */
function isHung(facts: ClaimFacts): boolean {
  const most = Math.max(0, ...tally(facts).values());
  return most + (facts.policy.panelSize - facts.votes.length) < facts.policy.quorum;
}

function tally(facts: ClaimFacts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const vote of facts.votes) counts.set(vote.verdict, (counts.get(vote.verdict) ?? 0) + 1);
  return counts;
}

export type DueRuling = {
  readonly verdict: string;
  readonly method: Exclude<RulingMethod, "adjudication">;
  /** Members whose vote was another verdict. */
  readonly dissent: readonly { readonly memberId: string; readonly verdict: string }[];
};

/** The ruling that the facts now call for by themselves, or null: by a colleague's approval or by the panel's quorum. */
export function dueRuling(facts: ClaimFacts): DueRuling | null {
  if (facts.disposition !== "to_check" || rulingHolds(facts)) return null;
  const submitted = submittedAnnotations(facts);
  if (submitted.some((annotation) => standingDecisions(annotation).includes("request_changes"))) return null;
  return facts.policy.kind === "panel" ? panelRuling(facts) : agreedRuling(facts);
}

function agreedRuling(facts: ClaimFacts): DueRuling | null {
  const submitted = submittedAnnotations(facts);
  const [first] = submitted;
  if (!first?.submittedVerdict || submitted.length < facts.policy.annotations || verdictsDiffer(submitted))
    return null;
  return isApproved(facts) ? { verdict: first.submittedVerdict, method: "agreement", dissent: [] } : null;
}

function panelRuling(facts: ClaimFacts): DueRuling | null {
  const winner = [...tally(facts)].find(([, count]) => count >= facts.policy.quorum);
  if (!winner) return null;
  const [verdict] = winner;
  return { verdict, method: "panel", dissent: facts.votes.filter((vote) => vote.verdict !== verdict) };
}
