"use client";

import { useRef, useState } from "react";
import { dispositions, type ClaimSummary, type Disposition } from "@/lib/core/claims/claim";
import { can } from "@/lib/core/permissions/table";
import type { Scale } from "@/lib/core/verdicts/scale";
import { ClaimTable } from "@/components/claims/claim-table";
import { dispositionWords } from "@/components/claims/claim-words";
import { toast } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { disposeAll, giveVerdicts, type BulkResult } from "@/lib/client/bulk-changes";
import { useShortcuts } from "@/components/keys/keys-context";
import { markedNeighbours, mergeMarked, type MergeResult } from "@/lib/client/merge-marked";
import { problemWords } from "@/lib/client/problem";
import { useDesk, useWorkbenchState } from "./desk-context";
import { useMarks } from "./use-marks";

type TablePaneProps = {
  readonly passing: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly direction: "ltr" | "rtl";
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
};

/** The claims in rows, and what can be done with many at once. */
export function TablePane({ passing, ...rest }: TablePaneProps) {
  const marks = useMarks(passing);
  return (
    <section aria-label="Table" className="flex min-h-0 min-w-0 flex-col">
      <BulkBar marked={marks.marked} shown={passing.length} onClear={() => marks.onMarkAll(false)} />
      {passing.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted">No claim passes the filter.</p>
      ) : (
        <ClaimTable {...rest} claims={passing} {...marks} />
      )}
    </section>
  );
}

type BulkBarProps = {
  readonly marked: ReadonlySet<string>;
  readonly shown: number;
  readonly onClear: () => void;
};

function BulkBar({ marked, shown, onClear }: BulkBarProps) {
  const { member, openAssign } = useDesk();
  if (marked.size === 0) {
    return (
      <p className="flex min-h-12 items-center border-b border-hairline px-4 text-sm text-muted">
        {shown.toLocaleString("en")} {shown === 1 ? "claim" : "claims"}. Mark some to change them together.
      </p>
    );
  }
  const claimIds = [...marked];
  return (
    <div
      role="group"
      aria-label="Marked claims"
      className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline bg-panel px-4 py-1.5 text-sm"
    >
      <span role="status" className="font-semibold tabular-nums">
        {marked.size.toLocaleString("en")} marked
      </span>
      {can(member.role, "annotation.write") ? <VerdictsForMarked claimIds={claimIds} /> : null}
      {can(member.role, "claim.change") ? <DispositionForMarked claimIds={claimIds} /> : null}
      {can(member.role, "claim.change") ? <MergeMarked marked={marked} /> : null}
      {can(member.role, "claim.assign") ? (
        <Button className="min-h-8" onClick={() => openAssign(claimIds)}>
          Assign…
        </Button>
      ) : null}
      <Button look="plain" onClick={onClear}>
        Unmark all
      </Button>
    </div>
  );
}

function VerdictsForMarked({ claimIds }: { readonly claimIds: readonly string[] }) {
  const { store, scale } = useDesk();
  const [verdict, setVerdict] = useState("");
  return (
    <ApplyToMarked
      label="My verdict"
      value={verdict}
      onChange={setVerdict}
      options={scale.options.map(({ key, label }) => [key, label])}
      onApply={() => giveVerdicts(store, claimIds, verdict)}
    />
  );
}

function DispositionForMarked({ claimIds }: { readonly claimIds: readonly string[] }) {
  const { store } = useDesk();
  const [disposition, setDisposition] = useState<Disposition | "">("");
  return (
    <ApplyToMarked
      label="Disposition"
      value={disposition}
      onChange={(value) => setDisposition(dispositions.find((one) => one === value) ?? "")}
      options={dispositions.map((one) => [one, dispositionWords[one]])}
      onApply={() => (disposition === "" ? Promise.resolve(null) : disposeAll(store, claimIds, disposition))}
    />
  );
}

/** Offered where marked sentences follow each other. */
function MergeMarked({ marked }: { readonly marked: ReadonlySet<string> }) {
  const { store } = useDesk();
  const { claims } = useWorkbenchState(store);
  const { undo } = useShortcuts();
  const { isBusy, once } = useOnce();
  const runs = markedNeighbours(claims, marked);
  if (runs.length === 0) return null;
  return (
    <Button
      className="min-h-8"
      disabled={isBusy}
      onClick={() => void once(async () => toast(mergeWords(await mergeMarked(store, runs), undo.shown)))}
    >
      {isBusy ? "Merging…" : "Merge neighbours"}
    </Button>
  );
}

function mergeWords({ merged, into, problem }: MergeResult, undoKey: string): string {
  const did = `${merged} claims merged into ${into}${undoKey === "" ? "" : `. ${undoKey} takes it back`}`;
  if (!problem) return did;
  return into === 0
    ? problemWords(problem)
    : `${did}. The others stand as they stood: ${problemWords(problem)}`;
}

type ApplyProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onApply: () => Promise<BulkResult | null>;
};

function ApplyToMarked({ label, value, onChange, options, onApply }: ApplyProps) {
  const { undo } = useShortcuts();
  const { isBusy, once } = useOnce();
  async function apply() {
    if (value === "") return;
    const result = await onApply();
    if (result) toast(bulkWords(result, undo.shown));
  }
  return (
    <span className="flex max-w-full items-center gap-1.5">
      <select
        aria-label={`${label} of the marked claims`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 min-w-0 rounded-md border border-control bg-paper px-1.5 text-sm"
      >
        <option value="">{label}…</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      {value === "" ? null : (
        <Button className="min-h-8" disabled={isBusy} onClick={() => void once(apply)}>
          {isBusy ? "Changing…" : "Change"}
        </Button>
      )}
    </span>
  );
}

/** Runs one thing at a time: two clicks in one picture both find the button as it was. */
function useOnce() {
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  async function once(run: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setBusy(true);
    try {
      await run();
    } finally {
      busy.current = false;
      setBusy(false);
    }
  }
  return { isBusy, once };
}

function bulkWords({ changed, left }: BulkResult, undoKey: string): string {
  const did = `${changed.toLocaleString("en")} ${changed === 1 ? "claim" : "claims"} changed`;
  const undo = changed > 0 && undoKey !== "" ? `. ${undoKey} takes it back` : "";
  return left === 0 ? did + undo : `${did}; ${left.toLocaleString("en")} left as they are${undo}`;
}
