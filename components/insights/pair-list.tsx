import type { PairAgreement } from "@/lib/core/agreement/report";
import { coefficientWords, pairWords } from "./coefficient-words";

const columns = ["percent", "kappa", "kappaLinear", "kappaQuadratic", "scottPi"] as const;

/** Two by two, in the order of names: no rank, and nobody is the measure of the other. */
export function PairList({ pairs }: { readonly pairs: readonly PairAgreement[] }) {
  return (
    <div className="mt-3 overflow-x-auto" role="group" aria-label="Two by two" tabIndex={0}>
      <table className="w-full min-w-3xl text-sm">
        <thead className="text-xs text-muted">
          <tr className="border-b border-hairline">
            <th scope="col" className="py-1.5 pe-3 text-start font-medium">
              Who
            </th>
            <th scope="col" className="px-3 text-end font-medium">
              Claims
            </th>
            {columns.map((key) => (
              <th key={key} scope="col" className="px-3 text-start font-medium">
                {pairWords[key].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ members: [one, other], coefficients }) => (
            <tr key={one.memberId + other.memberId} className="border-b border-hairline align-top">
              <th scope="row" className="py-2 pe-3 text-start font-medium">
                {one.name} and {other.name}
              </th>
              <td className="px-3 py-2 text-end tabular-nums">{coefficients.percent.counts.units}</td>
              {columns.map((key) => (
                <td key={key} className="max-w-44 px-3 py-2 text-xs leading-5 tabular-nums">
                  {coefficientWords(coefficients[key], key === "percent" ? "share" : "coefficient")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
