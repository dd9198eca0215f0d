import type { GateCheck } from "@/lib/core/report/gate";

/** Each line of the gate, as it stands and as it fails; the claims that fail come behind. */
export const gateWords: Record<GateCheck, { readonly passed: string; readonly failed: string }> = {
  every_claim_addressed: {
    passed: "Every claim is ruled or disposed",
    failed: "Not ruled and not disposed yet",
  },
  evidence_given: {
    passed: "Every ruling has a quote that can be found, or searches that found no source",
    failed: "Ruled without a quote that can be found, or a logged search",
  },
  both_sides_sought: {
    passed: "Both sides were looked for",
    failed: "Only one side was looked for",
  },
  nothing_stale: {
    passed: "No sentence has changed since it was judged",
    failed: "The sentence has changed since it was judged",
  },
  no_open_dispute: { passed: "No dispute is open", failed: "Still disputed" },
  notes_resolved: { passed: "Every note is resolved", failed: "A note is not resolved" },
  nobody_alone: { passed: "Nobody is alone on a ruling", failed: "One person alone stands behind it" },
  links_alive: { passed: "Every link leads somewhere", failed: "A link is dead and has no archived copy" },
  markup_valid: { passed: "The markup for search engines is valid", failed: "The markup would not be valid" },
};
