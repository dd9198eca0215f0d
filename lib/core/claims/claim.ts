export const claimKinds = ["sentence", "part"] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const dispositions = [
  "to_check",
  "opinion",
  "question",
  "quote_without_fact",
  "boilerplate",
  "not_checkable",
] as const;
export type Disposition = (typeof dispositions)[number];

export const claimStates = [
  "unchecked",
  "in_progress",
  "submitted",
  "in_review",
  "changes_requested",
  "disputed",
  "ruled",
  "published",
  "stale",
  "disposed",
] as const;
export type ClaimState = (typeof claimStates)[number];

/** A claim in a list, as one member may see it. Positions are UTF-16 code units, half-open, in the revision's text. */
export type ClaimSummary = {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: ClaimKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly wording: string | null;
  readonly disposition: Disposition;
  readonly state: ClaimState;
  /** The verdict of the ruling that holds. */
  readonly ruling: string | null;
  /** The reader's own verdict, submitted or not. */
  readonly myVerdict: string | null;
  readonly openNotes: number;
  readonly version: number;
};

/** A claim counts as addressed when nothing more has to be found out about it: it is disposed or has a ruling. */
export function isAddressed(claim: Pick<ClaimSummary, "state">): boolean {
  return claim.state === "disposed" || claim.state === "ruled" || claim.state === "published";
}

const statesInReview: ReadonlySet<ClaimState> = new Set([
  "submitted",
  "in_review",
  "changes_requested",
  "disputed",
]);

/** Claims that somebody has submitted and nobody has settled yet. */
export function claimsInReview<C extends Pick<ClaimSummary, "state">>(claims: readonly C[]): readonly C[] {
  return claims.filter((claim) => statesInReview.has(claim.state));
}

/** The next claim for the reader: neither addressed nor judged by themselves; after `from`, then from the top. */
export function nextUnaddressed<C extends Pick<ClaimSummary, "id" | "state" | "myVerdict">>(
  claims: readonly C[],
  from: string | null,
): C | null {
  const at = claims.findIndex((claim) => claim.id === from);
  const inOrder = [...claims.slice(at + 1), ...claims.slice(0, at + 1)];
  return inOrder.find((claim) => !isAddressed(claim) && claim.myVerdict === null) ?? null;
}

/** The same the other way: before `from`, then from the end. */
export function previousUnaddressed<C extends Pick<ClaimSummary, "id" | "state" | "myVerdict">>(
  claims: readonly C[],
  from: string | null,
): C | null {
  return nextUnaddressed(claims.toReversed(), from);
}

/** So many claims can be asked for by name at once; whoever wants more reads the list. */
export const maxNamedClaims = 100;

/** Who said it, when (YYYY, YYYY-MM or YYYY-MM-DD) and where, as far as somebody has filled it in. */
export type Attribution = {
  readonly speaker: string | null;
  readonly saidOn: string | null;
  readonly saidAt: string | null;
};
