import Link from "next/link";
import type { AgreementQuery, AgreementReport, DifferingClaim } from "@/lib/core/agreement/report";
import { classNames } from "@/components/ui/class-names";
import { AgreementChart } from "./agreement-chart";
import { CoefficientTable } from "./coefficient-table";
import { DifferingClaims } from "./differing-claims";
import { PairList } from "./pair-list";
import { VerdictTable } from "./verdict-table";

export type InsightsAddress = (change: Readonly<Record<string, string | undefined>>) => string;

type AgreementViewProps = {
  readonly report: AgreementReport;
  readonly query: AgreementQuery;
  readonly address: InsightsAddress;
  readonly base: string;
  /** The cell that was opened, with its claims. */
  readonly opened: {
    readonly a: string;
    readonly b: string;
    readonly claims: readonly DifferingClaim[];
  } | null;
};

/** How far people agree, in numbers that say how sure they are. */
export function AgreementView({ report, query, address, base, opened }: AgreementViewProps) {
  const { overall, table, pairs, overTime, scale } = report;
  return (
    <>
      <p className="mt-2 max-w-prose text-sm text-muted">
        Counted are claims whose annotations lie open, each person with the first verdict that they submitted
        on the words as they are now, before anybody talked about it. What is still blind counts for nobody.
      </p>
      <Choices report={report} query={query} address={address} />
      <CoefficientTable overall={overall} />
      {overTime.length > 0 ? (
        <section aria-labelledby="over-time" className="mt-10">
          <h3 id="over-time" className="text-sm font-semibold">
            Over time: Krippendorff’s alpha by {query.period}
          </h3>
          <AgreementChart points={overTime} period={query.period} />
        </section>
      ) : null}
      {table.length > 0 ? (
        <section aria-labelledby="beside" className="mt-10">
          <h3 id="beside" className="text-sm font-semibold">
            Which verdicts stood beside which
          </h3>
          <p className="mt-1 text-xs text-muted">
            Pairs of judgements on one claim. A number leads to its claims.
          </p>
          <VerdictTable table={table} scale={scale} cellAddress={(a, b) => `${address({ a, b })}#claims`} />
          {opened ? <DifferingClaims {...opened} scale={scale} base={base} /> : null}
        </section>
      ) : null}
      {pairs.length > 0 ? (
        <section aria-labelledby="pairs" className="mt-10">
          <h3 id="pairs" className="text-sm font-semibold">
            Two by two
          </h3>
          <p className="mt-1 max-w-prose text-xs text-muted">
            In the order of names. Low agreement says that two people read the scale, or the evidence,
            differently: something to talk about, not a mark.
          </p>
          <PairList pairs={pairs} />
        </section>
      ) : null}
    </>
  );
}

function Choices({
  report: { scale, scales },
  query,
  address,
}: Pick<AgreementViewProps, "report" | "query" | "address">) {
  return (
    <div className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-sm print:hidden">
      <Choice
        name="Judged"
        chosen={query.judged}
        choices={[
          ["any", "any way"],
          ["blind", "blind only"],
        ]}
        to={(judged) => address({ judged })}
      />
      <Choice
        name="By"
        chosen={query.period}
        choices={[
          ["month", "month"],
          ["week", "week"],
        ]}
        to={(period) => address({ period })}
      />
      {scales.length > 1 ? (
        <Choice
          name="Scale"
          chosen={scale.key}
          choices={scales.map(({ key, name, claims }) => [key, `${name} (${claims})`])}
          to={(key) => address({ scale: key })}
        />
      ) : null}
    </div>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly chosen: string;
  readonly choices: readonly (readonly [key: string, words: string])[];
  readonly to: (key: string) => string;
};

function Choice({ name, chosen, choices, to }: ChoiceProps) {
  return (
    <nav aria-label={name} className="flex items-center gap-2">
      <span className="text-xs text-muted">{name}</span>
      {choices.map(([key, words]) => (
        <Link
          key={key}
          href={to(key)}
          scroll={false}
          aria-current={key === chosen ? "true" : undefined}
          className={classNames(
            "rounded-full px-2 text-xs leading-6",
            key === chosen ? "bg-ink text-paper" : "text-muted hover:text-ink",
          )}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
