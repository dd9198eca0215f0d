import Link from "next/link";
import type { GateCheck, GateLine } from "@/lib/core/report/gate";

const words: Record<GateCheck, { readonly passed: string; readonly failed: string }> = {
  every_claim_addressed: {
    passed: "Every claim is ruled or disposed",
    failed: "Not ruled and not disposed yet",
  },
  evidence_given: {
    passed: "Every ruling has a source or a search that found none",
    failed: "Ruled without a source or a logged search",
  },
};

type GateListProps = { readonly gate: readonly GateLine[]; readonly base: string };

/** The checklist before publishing; what is missing leads to its claim. */
export function GateList({ gate, base }: GateListProps) {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {gate.map(({ check, passed, failing }) => (
        <li key={check} className={passed ? "text-good" : "text-warning"}>
          <span aria-hidden="true">{passed ? "✓" : "–"}</span>{" "}
          {passed ? words[check].passed : words[check].failed}
          {passed ? null : (
            <span className="text-muted">
              :{" "}
              {failing.slice(0, 30).map(({ id, ordinal }, place) => (
                <span key={id}>
                  {place > 0 ? ", " : ""}
                  <Link href={`${base}?claim=${id}`} className="text-accent underline underline-offset-2">
                    {ordinal}
                  </Link>
                </span>
              ))}
              {failing.length > 30 ? ` and ${failing.length - 30} more` : ""}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
