import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { MergeInput, SplitInput } from "@/lib/core/claims/fit";
import type { DeskApi } from "./api";

/** A claim that was split, merged or claimed anew, and by what that can be taken back. */
export type Fitted = { readonly fit: string; readonly claim: ClaimDetail };

/** A claim as the reader has it before them. */
type Seen = { readonly id: string; readonly version: number };

export function splitClaim(api: DeskApi, { id, version }: Seen, body: SplitInput) {
  return api.write<Fitted>(`/claims/${id}/split`, { method: "POST", body, version });
}

/** `span` in UTF-16 code units of the revision's text. */
export function claimPart(
  api: DeskApi,
  { id, version }: Seen,
  span: { readonly start: number; readonly end: number },
) {
  return api.write<Fitted>(`/claims/${id}/parts`, { method: "POST", body: span, version });
}

export function mergeClaims(api: DeskApi, body: MergeInput) {
  return api.write<Fitted>("/claims/merge", { method: "POST", body });
}

export function undoFit(api: DeskApi, fit: string) {
  return api.write<Fitted>(`/claims/fits/${fit}/undo`, { method: "POST", body: {} });
}
