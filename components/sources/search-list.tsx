import type { ReactNode } from "react";
import type { SearchEntry } from "@/lib/core/annotations/annotation";
import type { Stance } from "@/lib/core/sources/source";
import { citedDay } from "@/components/ui/day";

const soughtWords: Record<Stance, string> = {
  supports: "for something that supports it",
  refutes: "for something against it",
  context: "for context",
};

type SearchListProps = {
  readonly searches: readonly SearchEntry[];
  readonly sources: number;
  readonly noSourceFound: boolean;
  readonly actions?: (place: number) => ReactNode;
};

/** What was looked for and where; with no source at all this is the answer, and it is said so. */
export function SearchList({ searches, sources, noSourceFound, actions }: SearchListProps) {
  if (searches.length === 0) return null;
  const count = `${searches.length} ${searches.length === 1 ? "search" : "searches"}`;
  return (
    <section aria-label="Search log">
      <h4 className="mb-1 text-xs font-semibold">
        {noSourceFound
          ? `Answer: no source found · ${count} logged`
          : sources === 0
            ? `No source yet · ${count} logged`
            : `${count} logged`}
      </h4>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline text-xs">
        {searches.map(({ query, place, searchedOn, sought, useful, outcome }, at) => (
          <li key={at} className="py-1.5 wrap-anywhere">
            <span className="font-medium">“{query}”</span>{" "}
            <span className="text-muted">
              in {place}
              {searchedOn ? `, ${citedDay(searchedOn)}` : ""}
              {sought ? `, ${soughtWords[sought]}` : ""}
              {outcome ? `: ${outcome}` : useful ? ": found something" : ": nothing useful"}
            </span>{" "}
            {actions?.(at)}
          </li>
        ))}
      </ul>
    </section>
  );
}
