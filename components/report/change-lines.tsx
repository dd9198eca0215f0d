import type { ReportContent } from "@/lib/core/report/content";
import type { ReportChange } from "@/lib/core/report/difference";
import { changeWords } from "@/lib/core/report/words";

type ChangeLinesProps = {
  readonly difference: readonly ReportChange[];
  readonly scale: ReportContent["scale"];
};

/** What changed, one line a claim. */
export function ChangeLines({ difference, scale }: ChangeLinesProps) {
  return (
    <ul className="mb-2 flex flex-col gap-1 text-xs wrap-anywhere text-muted">
      {difference.map((change) => (
        <li key={change.claimId}>{changeWords(change, scale)}</li>
      ))}
    </ul>
  );
}
