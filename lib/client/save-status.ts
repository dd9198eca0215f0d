import type { SaveItem } from "./save-item";

export type SaveStatus =
  | { readonly kind: "idle" }
  | { readonly kind: "saved"; readonly version: number; readonly submitted: boolean }
  | { readonly kind: "saving" }
  | { readonly kind: "offline"; readonly waiting: number }
  | { readonly kind: "signed_out"; readonly waiting: number }
  | { readonly kind: "conflict"; readonly claimIds: readonly string[] }
  | { readonly kind: "failed"; readonly claimIds: readonly string[] };

type Kept = { readonly version: number; readonly submittedVersion: number | null };

/** The one thing that the reader has to know of all saves: what needs them first, what waits next, what is done last. */
export function saveStatus(
  items: Iterable<SaveItem>,
  selected: Kept | null,
  /** Claims with a draft from before that waits for a choice. */
  left: readonly string[] = [],
): SaveStatus {
  const all = [...items];
  const inPhase = (kind: SaveItem["phase"]["kind"]) =>
    all.filter((item) => item.phase.kind === kind).map(({ claimId }) => claimId);
  const conflicts = [...inPhase("conflict"), ...left];
  if (conflicts.length > 0) return { kind: "conflict", claimIds: conflicts };
  const refused = inPhase("refused");
  if (refused.length > 0) return { kind: "failed", claimIds: refused };
  if (inPhase("signed_out").length > 0) return { kind: "signed_out", waiting: all.length };
  if (inPhase("backing_off").length > 0) return { kind: "offline", waiting: all.length };
  if (all.length > 0) return { kind: "saving" };
  if (!selected || selected.version === 0) return { kind: "idle" };
  const { version, submittedVersion } = selected;
  return { kind: "saved", version, submitted: submittedVersion === version };
}
