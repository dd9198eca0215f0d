import "server-only";
import { compareStandings, type RevisionChanges, type StandingClaim } from "@/lib/core/anchors/changes";
import { repeatCuts } from "@/lib/core/anchors/cuts";
import {
  planRevision,
  type Decision,
  type PlanOutcome,
  type Place,
  type RevisionPlan,
} from "@/lib/core/anchors/plan";
import { findReturned } from "@/lib/core/anchors/returned";
import { assert } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import { segment, type Span } from "@/lib/core/text/segment";
import type { LoadedArticle, StoredClaim } from "./rows";

/** A new text with its sentences, before anybody has asked what they were. */
export type NewText = { readonly text: string; readonly spans: readonly Span[] };

/** What will be written: every claim's fate, and the new sentences, some of which bring an old claim back. */
export type PreparedRevision = {
  readonly plan: RevisionPlan;
  /** By ordinal: the claim that was deleted once and whose words stand here again. */
  readonly returned: ReadonlyMap<number, string>;
  readonly spans: readonly Span[];
  readonly text: string;
};

/** Cut as the desk's own segmenter cuts; the language is the article's. */
export function cutText(text: string, language: string): readonly Span[] {
  return segment(text, language === "und" ? {} : { language });
}

/** @throws Refusal bad_input for a decision that cannot be followed */
export function prepareRevision(
  article: LoadedArticle,
  next: NewText,
  decisions: readonly Decision[],
): PreparedRevision {
  const { text, claims, former, language } = article;
  const sentences = claims.filter(({ kind }) => kind === "sentence").toSorted((a, b) => a.start - b.start);
  const spans = repeatCuts(
    { text, sentences: cutText(text, language), claims: sentences },
    { text: next.text, sentences: next.spans },
  );
  const outcome = planRevision({ text, claims }, { text: next.text, sentences: spans }, decisions);
  if (outcome.outcome === "refused") throw decisionRefusal(outcome);
  const returned = findReturned(outcome.plan.added, next.text, former);
  return { plan: outcome.plan, returned, spans, text: next.text };
}

const reasons = {
  unknown_claim: ["claimId", "This article has no such claim now."],
  decided_twice: ["claimId", "There are two decisions on this claim."],
  unknown_sentence: ["sentence", "The new text has no sentence with this number."],
  sentence_taken: ["sentence", "Another claim has this sentence. Decide about that claim too."],
  part_follows_its_words: [
    "sentence",
    "A claim for part of a sentence follows its words; it can only be dropped.",
  ],
} as const;

function decisionRefusal({
  decision,
  reason,
}: Extract<PlanOutcome, { readonly outcome: "refused" }>): Refusal {
  const [field, message] = reasons[reason];
  return new Refusal("bad_input", message, [{ field: `/decisions/${decision}/${field}`, message }]);
}

/** The plan in the words of both texts, as people and machines read it. */
export function describePlan(article: LoadedArticle, prepared: PreparedRevision): RevisionChanges {
  const { plan, returned, text } = prepared;
  const before = new Map(article.claims.map((claim) => [claim.id, claim]));
  const kept = plan.claims.flatMap((planned): readonly StandingClaim[] => {
    const claim = before.get(planned.claimId);
    assert(claim, "a planned claim is one of the article's");
    return planned.fate === "deleted" ? [] : [standing(claim, planned.place, text)];
  });
  const added = plan.added.map((place) =>
    standing({ id: returned.get(place.ordinal) ?? null, kind: "sentence" }, place, text),
  );
  const fates = new Map(
    plan.claims.flatMap(({ claimId, fate }) => (fate === "deleted" ? [] : [[claimId, fate] as const])),
  );
  const after = [...kept, ...added].toSorted(
    (one, two) => one.ordinal - two.ordinal || one.start - two.start,
  );
  return compareStandings(article.claims.map(toStanding), after, fates);
}

function standing(
  { id, kind }: { readonly id: string | null; readonly kind: StandingClaim["kind"] },
  { ordinal, start, end }: Place,
  text: string,
): StandingClaim {
  return { id, kind, ordinal, start, end, text: text.slice(start, end) };
}

function toStanding({ id, kind, ordinal, start, end, text }: StoredClaim): StandingClaim {
  return { id, kind, ordinal, start, end, text };
}
