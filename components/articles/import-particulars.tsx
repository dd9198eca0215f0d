import { policyKinds, type PolicyKind } from "@/lib/core/review/policy";
import { fieldProblem, type Problem } from "@/lib/client/problem";
import { Choice, TextField } from "@/components/ui/field";
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
  const field = (name: Exclude<keyof ImportDraft, "policy">) => ({
    value: draft[name],
    error: fieldProblem(problem, name),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      change({ [name]: event.target.value });
    },
  });
  return (
    <>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-3 text-sm font-semibold">Where it comes from</legend>
        <TextField label="Byline" maxLength={500} {...field("byline")} />
        <TextField label="Publisher" maxLength={200} {...field("publisher")} />
        <TextField
          label="Address"
          type="url"
          pattern="https?://.*"
          placeholder="https://"
          {...field("url")}
        />
        <TextField label="Published on" type="date" {...field("publishedAt")} />
        <TextField
          label="Language"
          list="languages"
          maxLength={35}
          placeholder="found from the text"
          hint="A tag such as en, de-AT or ar"
          {...field("language")}
        />
        <datalist id="languages">
          {["ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "pl", "pt", "ru", "uk", "zh"].map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </fieldset>
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
