"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import type { HouseStyle } from "@/lib/core/report/house-style";
import type { Policy } from "@/lib/core/review/policy";
import { DeskApi } from "@/lib/client/api";
import { problemWords, type Problem } from "@/lib/client/problem";
import { policyWords } from "@/components/claims/claim-words";
import { toast } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Choice } from "@/components/ui/field";
import { PanelForm } from "./panel-form";

type Versioned<T> = T & { readonly version: number };
type PolicySettingsProps = {
  readonly member: DeskMember;
  readonly policies: readonly Versioned<Policy>[];
  readonly style: Versioned<HouseStyle>;
};

const rules: Record<Policy["kind"], (policy: Policy) => string> = {
  single: () => "One annotation; one other person approves it.",
  blind_check: () =>
    "One annotation; another person judges from its sources and quotes alone. Then both lie open: equal verdicts go to approval, different ones are disputed.",
  double_blind: () =>
    "Two annotations; neither sees anything of the other until both are submitted. Equal verdicts go to approval, different ones are disputed.",
  panel: ({ quorum, panelSize }) =>
    `One annotation; ${quorum} equal votes of at most ${panelSize} rule. Dissent stays on record.`,
};

type Put = (path: string, body: unknown, version: number) => void;

/** How many people a ruling needs, and what a report says of them. */
export function PolicySettings({ member, policies, style }: PolicySettingsProps) {
  const { problem, busy, put } = usePut(member);
  const editing = !can(member.role, "settings.change") ? "no" : busy ? "busy" : "yes";
  const send: Put = (path, body, version) => void put(path, body, version);
  return (
    <div className="mt-8 flex flex-col gap-12">
      {problem ? (
        <Banner look="error" title="That was not changed">
          {problem.code === "stale_version"
            ? "Somebody else changed it meanwhile; what you see now is theirs."
            : problemWords(problem)}
        </Banner>
      ) : null}
      <PolicyList policies={policies} editing={editing} put={send} />
      <StyleChoices style={style} editing={editing} put={send} />
    </div>
  );
}

type Editing = "yes" | "busy" | "no";
type PolicyListProps = Pick<PolicySettingsProps, "policies"> & {
  readonly editing: Editing;
  readonly put: Put;
};

function PolicyList({ policies, editing, put }: PolicyListProps) {
  return (
    <section aria-labelledby="policies">
      <h2 id="policies" className="border-b border-ink pb-2 text-base font-semibold">
        What a ruling needs
      </h2>
      <p className="mt-3 max-w-prose text-sm text-muted">
        One of these is chosen when an article is brought in, and stays with it.
      </p>
      <dl className="mt-2 divide-y divide-hairline">
        {policies.map((policy) => (
          <div key={policy.kind} className="grid gap-x-6 py-3 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-semibold first-letter:uppercase">{policyWords[policy.kind]}</dt>
            <dd>
              {rules[policy.kind](policy)}
              {policy.kind === "panel" && editing !== "no" ? (
                <PanelForm
                  key={policy.version}
                  panel={policy}
                  busy={editing === "busy" ? "yes" : "no"}
                  onSave={(panel) => {
                    put("/policies/panel", panel, policy.version);
                  }}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type StyleChoicesProps = Pick<PolicySettingsProps, "style"> & {
  readonly editing: Editing;
  readonly put: Put;
};

const choices = [
  {
    name: "printsDissent",
    label: "Print dissent",
    hint: "The votes of a panel that were for another verdict",
  },
  {
    name: "namesCheckers",
    label: "Name those who checked",
    hint: "Without it a report says how many they were",
  },
] as const;

function StyleChoices({ style, editing, put }: StyleChoicesProps) {
  const { version, ...current } = style;
  return (
    <section aria-labelledby="style">
      <h2 id="style" className="border-b border-ink pb-2 text-base font-semibold">
        What reports say of people
      </h2>
      <p className="mt-3 max-w-prose text-sm text-muted">
        Reports that are published already stay as they are.
      </p>
      <div className="mt-3 flex flex-col gap-2">
        {choices.map(({ name, label, hint }) => (
          <Choice
            key={name}
            kind="checkbox"
            label={label}
            hint={hint}
            checked={current[name]}
            disabled={editing !== "yes"}
            onChange={(event) => {
              put("/house-style", { ...current, [name]: event.target.checked }, version);
            }}
          />
        ))}
      </div>
    </section>
  );
}

function usePut({ workspace, memberId }: DeskMember) {
  const [api] = useState(() => new DeskApi({ workspace: workspace.slug, memberId }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  async function put(path: string, body: unknown, version: number): Promise<void> {
    if (busy) return;
    setBusy(true);
    const answer = await api.write(path, { method: "PUT", body, version });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) toast("Saved");
    router.refresh();
  }
  return { problem, busy, put };
}
