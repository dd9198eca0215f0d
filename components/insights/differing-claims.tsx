import Link from "next/link";
import type { AgreementReport, DifferingClaim } from "@/lib/core/agreement/report";
import { VerdictChip } from "@/components/verdicts/verdict-chip";

type DifferingClaimsProps = Pick<AgreementReport, "scale"> & {
  readonly a: string;
  readonly b: string;
  readonly claims: readonly DifferingClaim[];
  readonly base: string;
};

/** The claims behind a cell, each leading to the workbench. */
export function DifferingClaims({ a, b, claims, scale, base }: DifferingClaimsProps) {
  return (
    <section
      id="claims"
      aria-labelledby="behind"
      className="mt-6 border-s-3 border-accent bg-panel px-4 py-4"
    >
      <h3 id="behind" className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
        {claims.length} {claims.length === 1 ? "claim" : "claims"} judged
        <VerdictChip scale={scale} verdict={a} /> and <VerdictChip scale={scale} verdict={b} />
      </h3>
      <ul className="mt-2 divide-y divide-hairline">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Link
              href={`${base}/articles/${claim.articleId}?claim=${claim.id}`}
              className="block py-2 hover:underline"
            >
              <span dir="auto" className="block font-serif text-base">
                {claim.text}
              </span>
              <span className="block text-xs text-muted">
                {claim.articleTitle}, claim {claim.ordinal}
                {claim.settled ? ", ruled" : ""}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {claims.length === 0 ? (
        <p className="text-sm text-muted">None any more: something was judged anew.</p>
      ) : null}
    </section>
  );
}
