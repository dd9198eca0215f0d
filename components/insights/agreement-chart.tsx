import type { AgreementPeriod, PeriodAgreement } from "@/lib/core/agreement/report";
import { coefficientWords, periodWords } from "./coefficient-words";

const width = 640;
const height = 200;
const left = 34;
const bottom = 26;
const least = -0.2;

type ChartProps = { readonly points: readonly PeriodAgreement[]; readonly period: AgreementPeriod };

/** Alpha over time, each with its interval: a picture, and the same as a table for whoever does not see it. */
export function AgreementChart({ points, period }: ChartProps) {
  const y = (value: number) => 8 + ((1 - Math.max(least, value)) / (1 - least)) * (height - bottom - 8);
  const x = (place: number) => left + ((place + 0.5) * (width - left)) / Math.max(1, points.length);
  const every = Math.ceil(points.length / 8);
  return (
    <figure className="mt-4">
      <svg viewBox={`0 0 ${width} ${height}`} className="block w-full max-w-2xl" aria-hidden="true">
        {[0, 0.5, 1].map((mark) => (
          <g key={mark}>
            <line
              x1={left}
              x2={width}
              y1={y(mark)}
              y2={y(mark)}
              className={mark === 0 ? "stroke-control" : "stroke-hairline"}
            />
            <text x={left - 6} y={y(mark) + 4} textAnchor="end" fontSize="11" className="fill-muted">
              {mark}
            </text>
          </g>
        ))}
        {points.map(({ from, alphaNominal: { value, interval } }, place) => (
          <g key={from}>
            {interval ? (
              <line
                x1={x(place)}
                x2={x(place)}
                y1={y(interval.low)}
                y2={y(interval.high)}
                strokeWidth="2"
                className="stroke-accent"
              />
            ) : null}
            {value === null ? null : <circle cx={x(place)} cy={y(value)} r="4" className="fill-ink" />}
            {place % every === 0 ? (
              <text x={x(place)} y={height - 8} textAnchor="middle" fontSize="11" className="fill-muted">
                {period === "month" ? from.slice(0, 7) : from.slice(5)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption>
        <PointTable points={points} period={period} />
      </figcaption>
    </figure>
  );
}

function PointTable({ points, period }: ChartProps) {
  return (
    <details className="mt-2 text-sm" open={points.length < 4}>
      <summary className="text-xs text-muted">The same in numbers</summary>
      <div className="overflow-x-auto" role="group" aria-label="Agreement over time" tabIndex={0}>
        <table className="mt-2 w-full min-w-md text-sm">
          <thead className="text-xs text-muted">
            <tr className="border-b border-hairline">
              {["From", "Claims", "Same", "Alpha"].map((head) => (
                <th key={head} scope="col" className="py-1 pe-4 text-start font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ from, claims, percent, alphaNominal }) => (
              <tr key={from} className="border-b border-hairline align-top">
                <th scope="row" className="py-1 pe-4 text-start font-normal whitespace-nowrap">
                  {periodWords(from, period)}
                </th>
                <td className="pe-4 tabular-nums">{claims}</td>
                <td className="pe-4 tabular-nums">{coefficientWords(percent, "share")}</td>
                <td className="tabular-nums">{coefficientWords(alphaNominal, "coefficient")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
