import type { ClaimKind } from "../claims/claim";
import { longestOrder } from "./exact";
import { wordsKey } from "./words";

/** A claim where it stands in one revision. Positions are UTF-16 code units, half-open, in that revision's text. */
export type StandingClaim = {
  /** Null for a sentence that has no claim yet, in a preview. */
  readonly id: string | null;
  readonly kind: ClaimKind;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

export type KeptClaim = StandingClaim & { readonly previousOrdinal: number };
export type ChangedClaim = KeptClaim & { readonly previousText: string };

/** What lies between two revisions, claim by claim; deleted claims stand where they stood in the older one. */
export type RevisionChanges = {
  readonly carried: readonly KeptClaim[];
  readonly moved: readonly KeptClaim[];
  readonly changed: readonly ChangedClaim[];
  readonly deleted: readonly StandingClaim[];
  readonly added: readonly StandingClaim[];
};

export type KeptFate = "carried" | "moved" | "changed";

/**
 * Compares two revisions by the claims in them. `known` holds the fates that were recorded between two neighbours; for
 * any other pair of revisions the words and the order tell.
 */
export function compareStandings(
  before: readonly StandingClaim[],
  after: readonly StandingClaim[],
  known: ReadonlyMap<string, KeptFate> = new Map(),
): RevisionChanges {
  const old = new Map(before.flatMap((claim, place) => (claim.id === null ? [] : [[claim.id, place]])));
  const inOrder = orderedIds(after, old);
  const kept: Record<KeptFate, ChangedClaim[]> = { carried: [], moved: [], changed: [] };
  const added: StandingClaim[] = [];
  const found = new Set<string>();
  for (const claim of after) {
    const previous = before[old.get(claim.id ?? "") ?? -1];
    if (!previous || claim.id === null) {
      added.push(claim);
      continue;
    }
    found.add(claim.id);
    const fate = known.get(claim.id) ?? fateOf(previous, claim, inOrder);
    kept[fate].push({ ...claim, previousOrdinal: previous.ordinal, previousText: previous.text });
  }
  return {
    carried: kept.carried.map(withoutPreviousText),
    moved: kept.moved.map(withoutPreviousText),
    changed: kept.changed,
    deleted: before.filter(({ id }) => id === null || !found.has(id)),
    added,
  };
}

function fateOf(before: StandingClaim, after: StandingClaim, inOrder: ReadonlySet<string>): KeptFate {
  if (wordsKey(before.text) !== wordsKey(after.text)) return "changed";
  return inOrder.has(after.id ?? "") ? "carried" : "moved";
}

/** Of the claims in both revisions the most that stand in one order. */
function orderedIds(after: readonly StandingClaim[], old: ReadonlyMap<string, number>): ReadonlySet<string> {
  const pairs = after.flatMap(({ id }, place) => {
    const previous = old.get(id ?? "");
    return previous === undefined ? [] : [[previous, place] as const];
  });
  return new Set(longestOrder(pairs).map(([, place]) => after[place]?.id ?? ""));
}

function withoutPreviousText({ previousText: _same, ...kept }: ChangedClaim): KeptClaim {
  return kept;
}
