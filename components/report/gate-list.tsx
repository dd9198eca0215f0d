import Link from "next/link";
import type { GateLine } from "@/lib/core/report/gate";
import type { Waiver } from "@/lib/core/report/waiver";
import { gateWords } from "./gate-words";
import { AskWaiver, WaiverLine, type WaiverDesk } from "./waiver-line";

const named = 30;

type GateListProps = {
  readonly gate: readonly GateLine[];
  readonly waivers: readonly Waiver[];
  readonly base: string;
  readonly desk: WaiverDesk;
};

/** The checklist before publishing; what is missing leads to its claim, and can be waived by two people. */
export function GateList({ gate, waivers, base, desk }: GateListProps) {
  return (
    <ul className="flex flex-col gap-3 text-sm">
      {gate.map((line) => (
        <li key={line.check}>
          <p className={line.passed ? "text-good" : "text-warning"}>
            <span aria-hidden="true">{line.passed ? "✓" : "–"}</span>{" "}
            {line.passed ? gateWords[line.check].passed : gateWords[line.check].failed}
            {line.passed ? null : <FailingClaims line={line} base={base} />}
            {line.waived > 0 ? <span className="text-muted"> ({line.waived} waived)</span> : null}
          </p>
          {waivers
            .filter(({ check }) => check === line.check)
            .map((waiver) => (
              <WaiverLine key={waiver.id} waiver={waiver} desk={desk} />
            ))}
          {line.passed ? null : <AskWaiver line={line} desk={desk} />}
        </li>
      ))}
    </ul>
  );
}

function FailingClaims({ line: { failing }, base }: { readonly line: GateLine; readonly base: string }) {
  return (
    <span className="text-muted">
      :{" "}
      {failing.slice(0, named).map(({ id, ordinal }, place) => (
        <span key={id}>
          {place > 0 ? ", " : ""}
          <Link href={`${base}?claim=${id}`} className="text-accent underline underline-offset-2">
            {ordinal}
          </Link>
        </span>
      ))}
      {failing.length > named ? ` and ${failing.length - named} more` : ""}
    </span>
  );
}
