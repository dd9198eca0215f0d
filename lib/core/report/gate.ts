import type { ClaimState, Disposition } from "../claims/claim";
import type { KeepProblem, QuoteFinding } from "../sources/citation-check";
import type { Stance } from "../sources/source";

/** What a report has to pass before it is published, in the order in which it is read. */
export const gateChecks = [
  "every_claim_addressed",
  "evidence_given",
  "both_sides_sought",
  "nothing_stale",
  "no_open_dispute",
  "notes_resolved",
  "nobody_alone",
  "links_alive",
  "markup_valid",
] as const;
export type GateCheck = (typeof gateChecks)[number];

/** What the gate needs to know of a claim. */
export type GateClaim = {
  readonly id: string;
  readonly ordinal: number;
  readonly disposition: Disposition;
  readonly state: ClaimState;
  readonly openNotes: number;
  /** Of the ruling that would be published; null where there is none. */
  readonly ruling: GateRuling | null;
};

export type GateRuling = {
  readonly number: number;
  /** How many different people stand behind it. */
  readonly people: number;
  readonly citations: readonly GateCitation[];
  /** What each search was to find; null where it was not said, which looks for either side. */
  readonly searches: readonly (Stance | null)[];
  readonly noSourceFound: boolean;
  readonly markupErrors: number;
};

export type GateCitation = {
  readonly stance: Stance;
  readonly hasQuote: boolean;
  readonly hasLocator: boolean;
  readonly hasArchivedCopy: boolean;
  /** What its snapshot says of the quote, and why there is no snapshot; null while nobody has looked. */
  readonly finding: QuoteFinding | null;
  readonly problem: KeepProblem | null;
};

/** A waiver that a second person has confirmed: of this check, for these claims, as long as their rulings stand. */
export type StandingWaiver = {
  readonly id: string;
  readonly check: GateCheck;
  readonly claims: readonly WaivedClaim[];
};

/** 0 for a claim without a ruling. */
export type WaivedClaim = { readonly claimId: string; readonly ruling: number };

export type GateLine = {
  readonly check: GateCheck;
  /** Nothing fails, or all that fails is waived. */
  readonly passed: boolean;
  /** Claims that fail and are not waived, in the order of the article. */
  readonly failing: readonly FailingClaim[];
  /** How many fail and are waived. */
  readonly waived: number;
};

export type FailingClaim = { readonly id: string; readonly ordinal: number; readonly ruling: number };

/** Why nothing came from an address that is not there (any more), rather than of one that would not let us in. */
const deadLinks: ReadonlySet<KeepProblem> = new Set(["unreachable", "gone", "refused", "redirects"]);

const fails: Record<GateCheck, (claim: GateClaim) => boolean> = {
  every_claim_addressed: ({ disposition, ruling }) => disposition === "to_check" && ruling === null,
  evidence_given: ({ ruling }) => ruling !== null && !hasEvidence(ruling),
  both_sides_sought: ({ ruling }) => ruling !== null && missingSides(ruling).length > 0,
  nothing_stale: ({ state }) => state === "stale",
  no_open_dispute: ({ state }) => state === "disputed",
  notes_resolved: ({ openNotes }) => openNotes > 0,
  nobody_alone: ({ ruling }) => ruling !== null && ruling.people < 2,
  links_alive: ({ ruling }) =>
    ruling !== null &&
    ruling.citations.some(
      ({ problem, hasArchivedCopy }) => problem !== null && deadLinks.has(problem) && !hasArchivedCopy,
    ),
  markup_valid: ({ ruling }) => ruling !== null && ruling.markupErrors > 0,
};

/** A citation whose quote can be found again; or "no source found", with the searches that found none. */
function hasEvidence({ citations, searches, noSourceFound }: GateRuling): boolean {
  if (citations.some(isLocated)) return true;
  return (noSourceFound || citations.length === 0) && searches.length > 0;
}

/** A quote is located by its page, its place, or because it was seen there; not where it was looked for in vain. */
function isLocated({ hasQuote, hasLocator, finding }: GateCitation): boolean {
  if (hasLocator) return true;
  return hasQuote && finding !== "not_found";
}

/** The sides for which nothing was cited and nothing was searched. */
export function missingSides({
  citations,
  searches,
}: Pick<GateRuling, "citations" | "searches">): readonly Stance[] {
  return (["supports", "refutes"] as const).filter(
    (side) =>
      !citations.some(({ stance }) => stance === side) &&
      !searches.some((sought) => sought === null || sought === side),
  );
}

/** The checklist that a report has to pass before it is published. */
export function publishGate(
  claims: readonly GateClaim[],
  waivers: readonly StandingWaiver[],
): readonly GateLine[] {
  return gateChecks.map((check) => {
    const waived = new Set(
      waivers.flatMap((waiver) => (waiver.check === check ? waiver.claims.map(waiverKey) : [])),
    );
    const failing = claims
      .filter(fails[check])
      .map(({ id, ordinal, ruling }) => ({ id, ordinal, ruling: ruling?.number ?? 0 }));
    const open = failing.filter(
      (claim) => !waived.has(waiverKey({ claimId: claim.id, ruling: claim.ruling })),
    );
    return { check, passed: open.length === 0, failing: open, waived: failing.length - open.length };
  });
}

function waiverKey({ claimId, ruling }: WaivedClaim): string {
  return `${claimId} ${ruling}`;
}

export function isPublishable(gate: readonly GateLine[]): boolean {
  return gate.every((entry) => entry.passed);
}
