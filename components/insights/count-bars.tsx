import type { ReactNode } from "react";
import type { Tone } from "@/lib/core/verdicts/scale";

type CountBar = {
  readonly key: string;
  readonly label: ReactNode;
  readonly count: number;
  readonly tone: Tone;
};

/** How many of each, as bars with their numbers: a list that can be read without seeing it. */
export function CountBars({ bars }: { readonly bars: readonly CountBar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="mt-3 flex flex-col gap-1.5 text-sm">
      {bars.map(({ key, label, count, tone }) => (
        <li key={key} className="grid grid-cols-[10.5rem_3rem_minmax(0,1fr)] items-center gap-3">
          <span className="truncate">{label}</span>
          <span className="text-end tabular-nums">{count.toLocaleString("en-GB")}</span>
          <span aria-hidden="true" className="h-2.5">
            <span
              data-tone={tone}
              className="print-exact block h-full rounded-e-sm bg-tone"
              style={{ width: `${(100 * count) / most}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
