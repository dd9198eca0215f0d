import type { ClaimSummary } from "@/lib/core/claims/claim";
import { newest, type SaveItem } from "./save-item";

type Claims = readonly ClaimSummary[];

const places = new WeakMap<Claims, ReadonlyMap<string, number>>();

/** Where a claim stands in the list, -1 where it does not. The places of a list are found once. */
export function placeOf(claims: Claims, claimId: string | null): number {
  if (claimId === null) return -1;
  const known = places.get(claims) ?? new Map(claims.map(({ id }, place) => [id, place]));
  places.set(claims, known);
  return known.get(claimId) ?? -1;
}

export function claimIn(claims: Claims, claimId: string | null): ClaimSummary | undefined {
  return claims[placeOf(claims, claimId)];
}

const textPlacesOf = new WeakMap<Claims, Claims>();

/**
 * A list whose claims stand at the same places of the text with the same words, the same one for every list that has come
 * of it by `withClaims` without a claim moving: whoever lays out the text need not look at thousands.
 */
export function textPlaces(claims: Claims): Claims {
  return textPlacesOf.get(claims) ?? claims;
}

export const staysPut = (before: ClaimSummary, after: ClaimSummary) =>
  before.start === after.start && before.end === after.end && before.text === after.text;

/**
 * The list with these claims as they are now. What did not change keeps its object, and where nothing did the list too,
 * so that only what changed is painted; a list of thousands is copied, not compared.
 */
export function withClaims(claims: Claims, news: Claims): Claims {
  let changed: ClaimSummary[] | null = null;
  let isStill = true;
  for (const claim of news) {
    const place = placeOf(claims, claim.id);
    const old = claims[place];
    if (!old || sameClaim(old, claim)) continue;
    changed ??= [...claims];
    changed[place] = claim;
    isStill &&= staysPut(old, claim);
  }
  if (!changed) return claims;
  // The same claims in the same places: what was known of the places stays true.
  const known = places.get(claims);
  if (known) places.set(changed, known);
  if (isStill) textPlacesOf.set(changed, textPlaces(claims));
  return changed;
}

/** Beside which of `among` one step leads from a claim of `all`; at an end it stays. From one that is not among them, to the nearest on that side. */
export function stepFrom(
  { all, among }: { readonly all: Claims; readonly among: Claims },
  claimId: string | null,
  step: 1 | -1,
): ClaimSummary | undefined {
  const at = placeOf(among, claimId);
  const to = at >= 0 ? at + step : besideNone({ all, among }, claimId, step);
  return among[Math.min(among.length - 1, Math.max(0, to))];
}

function besideNone(
  { all, among }: { readonly all: Claims; readonly among: Claims },
  claimId: string | null,
  step: 1 | -1,
): number {
  const from = placeOf(all, claimId);
  const after = among.findIndex(({ id }) => placeOf(all, id) > from);
  const beside = after < 0 ? among.length : after;
  return step === 1 ? beside : beside - 1;
}

/** A list that was read anew, with the objects of the old one wherever they say the same. */
export function keepUnchanged(before: Claims, after: Claims): Claims {
  const kept = after.map((claim) => {
    const old = claimIn(before, claim.id);
    return old && sameClaim(old, claim) ? old : claim;
  });
  const isSame = kept.length === before.length && kept.every((claim, place) => claim === before[place]);
  return isSame ? before : kept;
}

function sameClaim(a: ClaimSummary, b: ClaimSummary): boolean {
  return a === b || (Object.keys(a) as (keyof ClaimSummary)[]).every((key) => a[key] === b[key]);
}

/**
 * Lays the reader's own verdicts that are on their way over the claims, and gives the same objects again as long as
 * they say the same.
 */
export class ShownClaims {
  private readonly laid = new Map<string, { readonly under: ClaimSummary; readonly over: ClaimSummary }>();
  private last: { readonly claims: Claims; readonly over: Claims; readonly shown: Claims } | null = null;

  of(claims: Claims, saves: ReadonlyMap<string, SaveItem>): Claims {
    const over = [...saves.values()].flatMap((item) => this.over(claimIn(claims, item.claimId), item));
    if (this.last?.claims === claims && sameItems(this.last.over, over)) return this.last.shown;
    const shown = withClaims(claims, over);
    this.last = { claims, over, shown };
    return shown;
  }

  private over(under: ClaimSummary | undefined, item: SaveItem): readonly ClaimSummary[] {
    const myVerdict = newest(item).content.verdict;
    if (!under || under.myVerdict === myVerdict) return [];
    const known = this.laid.get(under.id);
    if (known?.under === under && known.over.myVerdict === myVerdict) return [known.over];
    const over = { ...under, myVerdict };
    this.laid.set(under.id, { under, over });
    return [over];
  }
}

function sameItems(a: Claims, b: Claims): boolean {
  return a.length === b.length && a.every((claim, place) => claim === b[place]);
}
