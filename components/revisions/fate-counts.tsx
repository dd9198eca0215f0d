import { fates, fateWords, type Fate } from "./fate-words";

/** What a new version does, in numbers; each leads to its part of the list below. */
export function FateCounts({ counts }: { readonly counts: Readonly<Record<Fate, number>> }) {
  return (
    <ul aria-label="What becomes of the claims" className="flex flex-wrap gap-x-6 gap-y-2">
      {fates.map((fate) => (
        <li key={fate} className={counts[fate] === 0 ? "text-muted" : undefined}>
          <span className="text-lg font-semibold tabular-nums">{counts[fate]}</span>{" "}
          <span aria-hidden="true" className="text-muted">
            {fateWords[fate].sign}
          </span>{" "}
          {counts[fate] > 0 && fate !== "carried" ? (
            <a href={`#${fate}`} className="text-accent underline underline-offset-2">
              {fateWords[fate].name}
            </a>
          ) : (
            fateWords[fate].name
          )}
        </li>
      ))}
    </ul>
  );
}
