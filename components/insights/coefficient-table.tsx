import type { ManyCoefficients } from "@/lib/core/agreement/agreement";
import type { Coefficient } from "@/lib/core/agreement/coefficient";
import { manyWords, numberWords, reasonWords } from "./coefficient-words";

type Row = { readonly key: keyof ManyCoefficients; readonly found: Coefficient };

const order: readonly (keyof ManyCoefficients)[] = [
  "alphaNominal",
  "percent",
  "gwetAc1",
  "fleissKappa",
  "alphaOrdinal",
  "alphaInterval",
  "alphaRatio",
];

/** Every coefficient with its interval; one that cannot be had says why. */
export function CoefficientTable({ overall }: { readonly overall: ManyCoefficients }) {
  return (
    <div className="mt-4 overflow-x-auto" role="group" aria-label="Coefficients" tabIndex={0}>
      <table className="w-full text-sm">
        <thead className="text-start text-xs text-muted">
          <tr className="border-b border-hairline">
            <th scope="col" className="py-1.5 text-start font-medium">
              Coefficient
            </th>
            <th scope="col" className="px-3 text-end font-medium">
              Value
            </th>
            <th scope="col" className="px-3 text-start font-medium">
              With 95 % confidence
            </th>
            <th scope="col" className="text-end font-medium">
              Claims
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((key) => (
            <CoefficientRow key={key} row={{ key, found: overall[key] }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CoefficientRow({ row: { key, found } }: { readonly row: Row }) {
  const { name, says } = manyWords[key];
  const how = key === "percent" ? "share" : "coefficient";
  const { value, interval, reason, counts } = found;
  return (
    <tr className="border-b border-hairline align-top">
      <th scope="row" className="py-2 text-start font-medium">
        {name}
        <span className="block max-w-72 text-xs font-normal text-muted max-sm:hidden">{says}</span>
      </th>
      {value === null ? (
        <td colSpan={2} className="px-3 py-2 text-muted">
          Not defined: {reason ? reasonWords[reason] : ""}.
        </td>
      ) : (
        <>
          <td className="px-3 py-2 text-end text-base font-semibold tabular-nums">
            {numberWords(value, how)}
          </td>
          <td className="px-3 py-2 whitespace-nowrap tabular-nums">
            {interval ? (
              <>
                {numberWords(interval.low, how)} to {numberWords(interval.high, how)}
                <IntervalBar low={interval.low} value={value} high={interval.high} />
              </>
            ) : (
              <span className="text-muted">too few claims to say</span>
            )}
          </td>
        </>
      )}
      <td className="py-2 text-end tabular-nums">{counts.units.toLocaleString("en-GB")}</td>
    </tr>
  );
}

/** From −0.2 to 1: where the interval lies, with the value in it and a stroke at 0. */
function IntervalBar({
  low,
  value,
  high,
}: {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}) {
  const x = (number: number) => (Math.max(-0.2, Math.min(1, number)) + 0.2) * 100;
  return (
    <svg viewBox="0 0 120 8" className="mt-1 block h-2 w-24 sm:w-32" aria-hidden="true">
      <line x1="0" x2="120" y1="4" y2="4" className="stroke-hairline" />
      <line x1={x(0)} x2={x(0)} y1="0" y2="8" className="stroke-control" />
      <line x1={x(low)} x2={x(high)} y1="4" y2="4" strokeWidth="3" className="stroke-accent" />
      <circle cx={x(value)} cy="4" r="3" className="fill-ink" />
    </svg>
  );
}
