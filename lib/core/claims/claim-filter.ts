import {
  claimStates,
  dispositions,
  isAddressed,
  type ClaimState,
  type ClaimSummary,
  type Disposition,
} from "./claim";

export const claimSorts = ["all", "to_do", "mine", "disputed", "stale"] as const;
export type ClaimSort = (typeof claimSorts)[number];

/** As in the text, or those first that are most worth checking. */
export const claimOrders = ["text", "worth"] as const;

/** Which claims of an article are shown, and in what order. Null asks for nothing; all that is asked for has to be true of a claim. */
export type ClaimFilter = {
  readonly sort: ClaimSort;
  readonly state: ClaimState | null;
  /** An option's key, of the ruling or else of one's own verdict; `none` for those that show no verdict. */
  readonly verdict: string | null;
  readonly disposition: Disposition | null;
  /** A member's id, or `nobody`. */
  readonly assignee: string | null;
  /** Words of the claim, or its number. */
  readonly text: string;
  readonly order: (typeof claimOrders)[number];
};

export const noFilter: ClaimFilter = {
  sort: "all",
  state: null,
  verdict: null,
  disposition: null,
  assignee: null,
  text: "",
  order: "text",
};

export const nobody = "nobody";
export const noVerdict = "none";

const ofSort: Record<ClaimSort, (claim: ClaimSummary) => boolean> = {
  all: () => true,
  to_do: (claim) => !isAddressed(claim),
  mine: (claim) => claim.myVerdict !== null,
  disputed: (claim) => claim.state === "disputed" || claim.state === "changes_requested",
  stale: (claim) => claim.state === "stale",
};

export function countClaims(claims: readonly ClaimSummary[], sort: ClaimSort): number {
  return claims.filter(ofSort[sort]).length;
}

/**
 * The claims that pass; capitals and accents of the text do not matter. `assigned` are those that have been given to the
 * assignee who is asked for, as far as the reader may know; null as long as that is not known, when it asks for nothing.
 */
export function filterClaims(
  claims: readonly ClaimSummary[],
  filter: ClaimFilter,
  assigned: ReadonlySet<string> | null,
): readonly ClaimSummary[] {
  const tests = testsOf(filter, assigned);
  return tests.length === 0 ? claims : claims.filter((claim) => tests.every((test) => test(claim)));
}

type Test = (claim: ClaimSummary) => boolean;

/** One test for each thing that is asked for. */
function testsOf(filter: ClaimFilter, assigned: ReadonlySet<string> | null): readonly Test[] {
  const { sort, state, verdict, disposition, assignee, text } = filter;
  const tests: Test[] = [];
  if (sort !== "all") tests.push(ofSort[sort]);
  if (state !== null) tests.push((claim) => claim.state === state);
  if (verdict !== null) tests.push((claim) => (claim.ruling ?? claim.myVerdict ?? noVerdict) === verdict);
  if (disposition !== null) tests.push((claim) => claim.disposition === disposition);
  if (assignee !== null && assigned !== null) tests.push((claim) => assigned.has(claim.id));
  if (text.trim() !== "") tests.push(wordsTest(text));
  return tests;
}

function wordsTest(text: string): Test {
  const wanted = plain(text.trim());
  return (claim) => plainText(claim).includes(wanted) || String(claim.ordinal) === wanted;
}

const plainTexts = new WeakMap<ClaimSummary, string>();

/** Made once a claim: while somebody types, thousands are asked at every letter. */
function plainText(claim: ClaimSummary): string {
  const known = plainTexts.get(claim);
  if (known !== undefined) return known;
  const made = plain(claim.text);
  plainTexts.set(claim, made);
  return made;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Under what name each part stands in an address. */
const names = {
  sort: "show",
  state: "state",
  verdict: "verdict",
  disposition: "disposition",
  assignee: "assignee",
  text: "q",
  order: "order",
} as const satisfies Record<keyof ClaimFilter, string>;

/** The filter of an address. What it does not know, such as the state of a newer program, asks for nothing. */
export function readFilter(get: (name: string) => string | null | undefined): ClaimFilter {
  const oneOf = <T extends string>(values: readonly T[], value: string | null | undefined): T | null =>
    values.find((known) => known === value) ?? null;
  return {
    sort: oneOf(claimSorts, get(names.sort)) ?? "all",
    state: oneOf(claimStates, get(names.state)),
    verdict: get(names.verdict) ?? null,
    disposition: oneOf(dispositions, get(names.disposition)),
    assignee: get(names.assignee) ?? null,
    text: get(names.text) ?? "",
    order: oneOf(claimOrders, get(names.order)) ?? "text",
  };
}

/** The filter as an address tells it; null where nothing is asked for. */
export function writeFilter(filter: ClaimFilter): readonly (readonly [name: string, value: string | null])[] {
  return [
    [names.sort, filter.sort === "all" ? null : filter.sort],
    [names.state, filter.state],
    [names.verdict, filter.verdict],
    [names.disposition, filter.disposition],
    [names.assignee, filter.assignee],
    [names.text, filter.text.trim() === "" ? null : filter.text],
    [names.order, filter.order === "text" ? null : filter.order],
  ];
}
