import type { ReactNode } from "react";
import type { SearchEntry } from "@/lib/core/annotations/annotation";
import { citedDay } from "@/components/ui/day";

type SearchListProps = {
  readonly searches: readonly SearchEntry[];
  readonly sources: number;
  readonly actions?: (place: number) => ReactNode;
};

/** What was looked for and where; with no source at all this is the answer, and it is said so. */
export function SearchList({ searches, sources, actions }: SearchListProps) {
  if (searches.length === 0) return null;
  const count = `${searches.length} ${searches.length === 1 ? "search" : "searches"}`;
  return (
    <section aria-label="Search log">
      <h4 className="mb-1 text-xs font-semibold">
        {sources === 0 ? `No source found · ${count} logged` : `${count} logged`}
      </h4>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline text-xs">
        {searches.map(({ query, place, searchedOn, outcome }, at) => (
          <li key={at} className="py-1.5 wrap-anywhere">
            <span className="font-medium">“{query}”</span>{" "}
            <span className="text-muted">
              in {place}
              {searchedOn ? `, ${citedDay(searchedOn)}` : ""}
              {outcome ? `: ${outcome}` : ": nothing useful"}
            </span>{" "}
            {actions?.(at)}
          </li>
        ))}
      </ul>
    </section>
  );
}
