import { isError, ruleWords, type Finding } from "@/lib/core/validation/finding";
import type { Verdict } from "@/lib/core/validation/validate-markup";

const shown = 200;

/** What was found, errors first; each says by which rule and where. */
export function FindingList({ verdict }: { readonly verdict: Verdict }) {
  const { problem, findings, claimReviews, annotations } = verdict;
  if (problem !== null) return <p className="text-sm font-semibold text-danger">{problem}</p>;
  const errors = findings.filter(isError);
  const warnings = findings.filter((finding) => !isError(finding));
  return (
    <>
      <h2 className="text-sm font-semibold">
        {errors.length === 0 ? "No errors" : counted(errors.length, "error")},{" "}
        {counted(warnings.length, "warning")}
      </h2>
      <p className="mt-1 text-xs text-muted">
        Looked at {counted(claimReviews, "ClaimReview")} and {counted(annotations, "annotation")}.
      </p>
      <ul className="mt-4 border-t border-hairline">
        {[...errors, ...warnings].slice(0, shown).map((finding, place) => (
          <FindingLine key={place} finding={finding} />
        ))}
      </ul>
      {findings.length > shown ? (
        <p className="mt-3 text-xs text-muted">And {findings.length - shown} more.</p>
      ) : null}
    </>
  );
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  return (
    <li className="border-b border-hairline py-2.5 text-sm">
      <p
        className={
          isError(finding) ? "text-xs font-semibold text-danger" : "text-xs font-semibold text-warning"
        }
      >
        {finding.rule === "must" ? "Must" : finding.rule} · {ruleWords[finding.rule]}
      </p>
      <p className="mt-0.5 wrap-anywhere">{finding.message}</p>
      <p className="mt-0.5 font-mono text-2xs wrap-anywhere text-muted">{finding.at || "/"}</p>
    </li>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
