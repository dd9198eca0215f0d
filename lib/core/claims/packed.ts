import type { ClaimSummary } from "./claim";
import type { Workbench } from "./workbench";

/**
 * The claims of an article as one string: JSON rows of id, units since the end of the claim before, units of length, and
 * only what is not as an import leaves it. A tenth of the written-out claims, and one value for whoever passes it on.
 */
export type PackedClaims = string;

/** What the workbench opens with, on its way to the browser. */
export type PackedWorkbench = Omit<Workbench, "claims"> & { readonly claims: PackedClaims };

type Rest = Omit<ClaimSummary, "id" | "start" | "end">;
type Row = readonly [id: string, gap: number, length: number, rest?: Partial<Rest>];

/** What an import gives a sentence at this place, whose words are those of the text. */
function plainClaim(place: number, text: string): Rest {
  return {
    ordinal: place + 1,
    kind: "sentence",
    text,
    wording: null,
    disposition: "to_check",
    state: "unchecked",
    ruling: null,
    myVerdict: null,
    openNotes: 0,
    version: 1,
  };
}

/** `text` is the revision's, which the claims' positions lie in. */
export function packClaims(claims: readonly ClaimSummary[], text: string): PackedClaims {
  let reached = 0;
  const rows = claims.map((claim, place): Row => {
    const { id, start, end, ...rest } = claim;
    const gap = start - reached;
    reached = end;
    const special = differences(plainClaim(place, text.slice(start, end)), rest);
    return special ? [id, gap, end - start, special] : [id, gap, end - start];
  });
  return JSON.stringify(rows);
}

function differences(plain: Rest, rest: Rest): Partial<Rest> | null {
  const keys = (Object.keys(rest) as (keyof Rest)[]).filter((key) => rest[key] !== plain[key]);
  return keys.length === 0 ? null : Object.fromEntries(keys.map((key) => [key, rest[key]]));
}

/** The claims that `packClaims` was given with the same text. */
export function unpackClaims(packed: PackedClaims, text: string): readonly ClaimSummary[] {
  let reached = 0;
  // Its own server's, and typed where it is packed.
  return (JSON.parse(packed) as readonly Row[]).map(([id, gap, length, rest], place) => {
    const start = reached + gap;
    const end = start + length;
    reached = end;
    return { id, start, end, ...plainClaim(place, text.slice(start, end)), ...rest };
  });
}

export function packWorkbench({ claims, ...rest }: Workbench): PackedWorkbench {
  return { ...rest, claims: packClaims(claims, rest.text) };
}
