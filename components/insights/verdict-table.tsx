import Link from "next/link";
import type { AgreementReport } from "@/lib/core/agreement/report";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";
import { classNames } from "@/components/ui/class-names";

type VerdictTableProps = Pick<AgreementReport, "table" | "scale"> & {
  /** Where the claims behind a cell are listed. */
  readonly cellAddress: (a: string, b: string) => string;
};

/** Which verdicts stood beside which on one claim. Each cell leads to its claims; whoever gave them is not said. */
export function VerdictTable({ table, scale: { options }, cellAddress }: VerdictTableProps) {
  const used = options.filter(({ key }) => table.some(({ a, b }) => a === key || b === key));
  const count = (a: string, b: string) =>
    table.find((cell) => (cell.a === a && cell.b === b) || (cell.a === b && cell.b === a))?.claims ?? 0;
  return (
    <div className="mt-4 overflow-x-auto" role="group" aria-label="Verdicts beside each other" tabIndex={0}>
      <table className="text-sm">
        <thead>
          <tr>
            <td />
            {used.map(({ key, label, glyph, tone }) => (
              <th key={key} scope="col" data-tone={tone} className="px-2 pb-2 align-bottom text-tone">
                <VerdictGlyph glyph={glyph} className="mx-auto size-4" />
                <span className="block w-14 text-2xs leading-tight font-medium">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((one, row) => (
            <tr key={one.key}>
              <th
                scope="row"
                data-tone={one.tone}
                className="py-1 pe-3 text-start text-xs font-medium text-tone"
              >
                <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
                  <VerdictGlyph glyph={one.glyph} className="size-4" />
                  {one.label}
                </span>
              </th>
              {used.map((other, column) => (
                <td key={other.key} className="p-0 text-center">
                  {column < row ? null : (
                    <Cell
                      claims={count(one.key, other.key)}
                      name={`${one.label} and ${other.label}`}
                      address={cellAddress(one.key, other.key)}
                      look={row === column ? "same" : "different"}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  readonly claims: number;
  readonly name: string;
  readonly address: string;
  readonly look: "same" | "different";
};

function Cell({ claims, name, address, look }: CellProps) {
  const frame = "m-0.5 grid h-9 min-w-12 place-items-center rounded-sm border tabular-nums";
  if (claims === 0) return <span className={classNames(frame, "border-hairline text-muted")}>0</span>;
  return (
    <Link
      href={address}
      aria-label={`${name}: ${claims}`}
      className={classNames(
        frame,
        "font-semibold hover:bg-panel",
        look === "same" ? "border-good text-good" : "border-warning text-warning",
      )}
    >
      {claims}
    </Link>
  );
}
