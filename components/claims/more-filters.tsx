"use client";

import { useEffect, useState, type ReactNode } from "react";
import { claimStates, dispositions } from "@/lib/core/claims/claim";
import { nobody, noVerdict, type ClaimFilter } from "@/lib/core/claims/claim-filter";
import type { Colleague } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import type { Scale } from "@/lib/core/verdicts/scale";
import { useDesk } from "@/components/workbench/desk-context";
import { classNames } from "@/components/ui/class-names";
import { dispositionWords, stateWords } from "./claim-words";

type MoreFiltersProps = {
  readonly filter: ClaimFilter;
  readonly onFilter: (filter: ClaimFilter) => void;
  readonly scale: Scale;
};

const parts = ["state", "verdict", "disposition", "assignee"] as const;

/** What else claims can be chosen by. Closed, it says how much of it is in use. */
export function MoreFilters({ filter, onFilter, scale }: MoreFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const assignees = useAssignees(isOpen || filter.assignee !== null);
  const used = parts.filter((part) => filter[part] !== null).length + (filter.order === "text" ? 0 : 1);
  const change = (part: (typeof parts)[number]) => (value: string | null) => {
    onFilter({ ...filter, [part]: value });
  };
  return (
    <details
      className="mx-0.5 w-full text-xs"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className="rounded py-0.5 text-muted hover:text-ink">
        {used === 0 ? "More filters" : `More filters: ${used} in use`}
      </summary>
      <div className="mt-1.5 grid grid-cols-2 gap-x-2 gap-y-1.5">
        <Choice label="State" value={filter.state} onPick={change("state")}>
          {claimStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state]}
            </option>
          ))}
        </Choice>
        <Choice label="Verdict" value={filter.verdict} onPick={change("verdict")}>
          {scale.options.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
          <option value={noVerdict}>No verdict</option>
        </Choice>
        <Choice label="Disposition" value={filter.disposition} onPick={change("disposition")}>
          {dispositions.map((disposition) => (
            <option key={disposition} value={disposition}>
              {dispositionWords[disposition]}
            </option>
          ))}
        </Choice>
        <Choice label="Assigned to" value={filter.assignee} onPick={change("assignee")}>
          {assignees.map(({ memberId, name }) => (
            <option key={memberId} value={memberId}>
              {name}
            </option>
          ))}
          <option value={nobody}>Nobody</option>
        </Choice>
        <OrderPick filter={filter} onFilter={onFilter} />
      </div>
    </details>
  );
}

function OrderPick({ filter, onFilter }: Pick<MoreFiltersProps, "filter" | "onFilter">) {
  return (
    <Choice
      label="Order"
      isWide
      any="as in the text"
      value={filter.order === "text" ? null : filter.order}
      onPick={(order) => {
        onFilter({ ...filter, order: order === "worth" ? "worth" : "text" });
      }}
    >
      <option value="worth">most worth checking first</option>
    </Choice>
  );
}

type Assignee = Pick<Colleague, "memberId" | "name">;

/** Those whose work the reader may ask for: their own, or everybody's where they give it. Read when it is wanted. */
function useAssignees(isWanted: boolean): readonly Assignee[] {
  const { store, member } = useDesk();
  const [colleagues, setColleagues] = useState<readonly Assignee[]>([member]);
  const mayAsk = isWanted && can(member.role, "claim.assign");
  useEffect(() => {
    if (!mayAsk) return;
    let isHere = true;
    void store.api.listColleagues().then((answer) => {
      if (isHere && answer.ok) setColleagues(answer.value.items);
    });
    return () => {
      isHere = false;
    };
  }, [mayAsk, store]);
  return colleagues;
}

type ChoiceProps = {
  readonly label: string;
  /** What stands there while nothing is asked for. */
  readonly any?: string;
  readonly isWide?: boolean;
  readonly value: string | null;
  readonly onPick: (value: string | null) => void;
  readonly children: ReactNode;
};

function Choice({ label, any = "any", isWide, value, onPick, children }: ChoiceProps) {
  return (
    <label className={classNames("flex min-w-0 flex-col gap-0.5 text-muted", isWide && "col-span-2")}>
      {label}
      <select
        value={value ?? ""}
        onChange={(event) => {
          onPick(event.target.value === "" ? null : event.target.value);
        }}
        className="h-7 min-w-0 rounded-md border border-control bg-paper px-1 text-xs text-ink"
      >
        <option value="">{any}</option>
        {children}
      </select>
    </label>
  );
}
