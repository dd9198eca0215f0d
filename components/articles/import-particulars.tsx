import { policyKinds, type PolicyKind } from "@/lib/core/review/policy";
import type { Problem } from "@/lib/client/problem";
import { Choice } from "@/components/ui/field";
import { SourceFields } from "./source-fields";
import type { ImportDraft } from "./use-import-draft";

const policies: Record<PolicyKind, { readonly name: string; readonly help: string }> = {
  single: { name: "Single", help: "One person checks, another approves." },
  blind_check: {
    name: "Blind check",
    help: "A second person judges from the first one’s sources alone, without seeing the verdict.",
  },
  double_blind: {
    name: "Double blind",
    help: "Two people check without seeing anything of each other until both are done.",
  },
  panel: { name: "Panel", help: "One person checks, three vote; two equal votes decide." },
};

type ParticularsProps = {
  readonly draft: ImportDraft;
  readonly change: (part: Partial<ImportDraft>) => void;
  readonly problem: Problem | null;
};

export function ImportParticulars({ draft, change, problem }: ParticularsProps) {
  return (
    <>
      <SourceFields values={draft} change={change} problem={problem} language="to be found" />
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">How its claims are checked</legend>
        <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
          {policyKinds.map((kind) => (
            <Choice
              key={kind}
              kind="radio"
              name="policy"
              value={kind}
              checked={kind === draft.policy}
              onChange={() => {
                change({ policy: kind });
              }}
              label={policies[kind].name}
              hint={policies[kind].help}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
