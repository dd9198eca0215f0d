import type { ClaimKind } from "../claims/claim";
import { alignSentences, placesWithoutSource, type SentenceFate } from "./align";
import { lastStartingBy, reanchorParts, type PartFate } from "./parts";
import { wordsKey } from "./words";

type Span = { readonly start: number; readonly end: number };

/** A claim where it stands in the revision that is left; positions are UTF-16 code units, half-open. */
export type OldClaim = Span & { readonly id: string; readonly kind: ClaimKind; readonly ordinal: number };

/** Where a claim stands in the new revision. Ordinals count sentences from 1; a part has the ordinal of its sentence. */
export type Place = Span & { readonly ordinal: number };

export type ClaimPlan =
  | { readonly claimId: string; readonly fate: "carried" | "moved" | "changed"; readonly place: Place }
  | { readonly claimId: string; readonly fate: "deleted"; readonly place: null };

/** What a new revision will do to the claims of the old one, and the sentences that get a claim of their own. */
export type RevisionPlan = { readonly claims: readonly ClaimPlan[]; readonly added: readonly Place[] };

/** A person's word on one claim: it became the sentence with this ordinal, or none. */
export type Decision = { readonly claimId: string; readonly sentence: number | null };

export type PlanOutcome =
  | { readonly outcome: "planned"; readonly plan: RevisionPlan }
  | {
      readonly outcome: "refused";
      /** Which decision cannot be followed, counted from 0. */
      readonly decision: number;
      readonly reason:
        "unknown_claim" | "decided_twice" | "unknown_sentence" | "sentence_taken" | "part_follows_its_words";
    };

type Version = { readonly text: string; readonly claims: readonly OldClaim[] };
type NewVersion = { readonly text: string; readonly sentences: readonly Span[] };

/** Every old claim gets exactly one fate; no new sentence gets two claims. */
export function planRevision(
  before: Version,
  after: NewVersion,
  decisions: readonly Decision[] = [],
): PlanOutcome {
  const sentences = before.claims.filter(({ kind }) => kind === "sentence").toSorted(byPlace);
  const parts = before.claims.filter(({ kind }) => kind === "part").toSorted(byPlace);
  const wordsOf = (version: { readonly text: string }, spans: readonly Span[]) =>
    spans.map(({ start, end }) => version.text.slice(start, end));
  const texts = { before: wordsOf(before, sentences), after: wordsOf(after, after.sentences) };
  const aligned = alignSentences(texts.before, texts.after);
  const decided = decide(aligned.fates, { sentences, parts, texts }, decisions);
  if (decided.outcome === "refused") return decided;
  const { fates } = decided;
  const partFates = reanchorParts(parts, { text: before.text, sentences }, after, fates);
  const dropped = new Set(decisions.map(({ claimId }) => claimId));
  const placeOf = (index: number): Place => ({ ...spanAt(after.sentences, index), ordinal: index + 1 });
  return {
    outcome: "planned",
    plan: {
      claims: [
        ...sentences.map(({ id }, i) => planSentence(id, fates[i] ?? { fate: "deleted" }, placeOf)),
        ...parts.map(({ id }, i) =>
          planPart(
            id,
            dropped.has(id) ? { fate: "deleted" } : (partFates[i] ?? { fate: "deleted" }),
            after.sentences,
          ),
        ),
      ],
      added: placesWithoutSource(fates, after.sentences.length).map(placeOf),
    },
  };
}

function byPlace(one: OldClaim, two: OldClaim): number {
  return one.start - two.start || one.end - two.end || (one.id < two.id ? -1 : 1);
}

function spanAt(spans: readonly Span[], index: number): Span {
  const span = spans[index];
  return { start: span?.start ?? 0, end: span?.end ?? 0 };
}

function planSentence(claimId: string, fate: SentenceFate, placeOf: (index: number) => Place): ClaimPlan {
  if (fate.fate === "deleted") return { claimId, fate: "deleted", place: null };
  return { claimId, fate: fate.fate, place: placeOf(fate.after) };
}

function planPart(claimId: string, fate: PartFate, sentences: readonly Span[]): ClaimPlan {
  if (fate.fate === "deleted") return { claimId, fate: "deleted", place: null };
  const { start, end } = fate;
  return {
    claimId,
    fate: fate.fate,
    place: { start, end, ordinal: Math.max(1, lastStartingBy(sentences, start) + 1) },
  };
}

type Known = {
  readonly sentences: readonly OldClaim[];
  readonly parts: readonly OldClaim[];
  readonly texts: { readonly before: readonly string[]; readonly after: readonly string[] };
};

type Decided =
  | { readonly outcome: "decided"; readonly fates: readonly SentenceFate[] }
  | Extract<PlanOutcome, { readonly outcome: "refused" }>;

/**
 * Follows the decisions: first all that free a sentence, then all that take one, whatever their order. A sentence that
 * another claim still holds is not taken from it in passing.
 */
function decide(aligned: readonly SentenceFate[], known: Known, decisions: readonly Decision[]): Decided {
  const fates = [...aligned];
  const places = new Map(known.sentences.map(({ id }, place) => [id, place]));
  const refused = findRefusal(known, places, decisions);
  if (refused) return refused;
  for (const { claimId } of decisions) {
    const place = places.get(claimId);
    if (place !== undefined) fates[place] = { fate: "deleted" };
  }
  const taken = new Set(fates.flatMap((fate) => (fate.fate === "deleted" ? [] : [fate.after])));
  for (const [decision, { claimId, sentence }] of decisions.entries()) {
    const place = places.get(claimId);
    if (sentence === null || place === undefined) continue;
    const after = sentence - 1;
    if (taken.has(after)) return { outcome: "refused", decision, reason: "sentence_taken" };
    taken.add(after);
    fates[place] = decidedFate(
      aligned[place],
      after,
      known.texts.before[place] ?? "",
      known.texts.after[after] ?? "",
    );
  }
  return { outcome: "decided", fates };
}

function decidedFate(
  aligned: SentenceFate | undefined,
  after: number,
  old: string,
  now: string,
): SentenceFate {
  if (aligned && aligned.fate !== "deleted" && aligned.after === after) return aligned;
  return wordsKey(old) === wordsKey(now)
    ? { fate: "moved", after }
    : { fate: "changed", after, similarity: null };
}

function findRefusal(
  { parts, texts }: Known,
  places: ReadonlyMap<string, number>,
  decisions: readonly Decision[],
): Extract<PlanOutcome, { readonly outcome: "refused" }> | null {
  const seen = new Set<string>();
  const partIds = new Set(parts.map(({ id }) => id));
  for (const [decision, { claimId, sentence }] of decisions.entries()) {
    const refuse = (reason: Extract<PlanOutcome, { readonly outcome: "refused" }>["reason"]) =>
      ({ outcome: "refused", decision, reason }) as const;
    if (seen.has(claimId)) return refuse("decided_twice");
    seen.add(claimId);
    if (partIds.has(claimId) && sentence !== null) return refuse("part_follows_its_words");
    if (!places.has(claimId) && !partIds.has(claimId)) return refuse("unknown_claim");
    if (sentence !== null && (sentence < 1 || sentence > texts.after.length))
      return refuse("unknown_sentence");
  }
  return null;
}
