import type { RevisionChanges } from "@/lib/core/anchors/changes";

export type Fate = keyof RevisionChanges;

/** In the order in which an editor wants to go through them. */
export const fates: readonly Fate[] = ["changed", "deleted", "added", "moved", "carried"];

export const fateWords: Record<
  Fate,
  { readonly sign: string; readonly name: string; readonly means: string }
> = {
  changed: { sign: "↻", name: "changed", means: "The verdict waits for a second look at the new words." },
  deleted: { sign: "−", name: "deleted", means: "Gone from the text; all that was written on them is kept." },
  added: { sign: "+", name: "added", means: "New words, each with a claim that nobody has checked." },
  moved: { sign: "⇅", name: "moved", means: "The same words elsewhere: verdicts stand." },
  carried: { sign: "=", name: "carried", means: "The same words in the same order: verdicts stand." },
};

/** "6 carried, 1 changed, 7 added": what is zero is left out. */
export function countWords(counts: Readonly<Record<Fate, number>>): string {
  const parts = fates
    .toReversed()
    .filter((fate) => counts[fate] > 0)
    .map((fate) => `${counts[fate]} ${fateWords[fate].name}`);
  return parts.length > 0 ? parts.join(", ") : "no claims";
}
