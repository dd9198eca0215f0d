"use client";

import { useEffect, useState } from "react";
import type { Approvable, BatchReviewResult } from "@/lib/core/annotations/annotation";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { findOption } from "@/lib/core/verdicts/scale";
import { problemWords, type Problem } from "@/lib/client/problem";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import { useDesk } from "@/components/workbench/desk-context";
import { ApprovableList } from "./approvable-list";

type BatchApprovalProps = {
  readonly articleId: string;
  readonly claims: readonly ClaimSummary[];
  readonly onClose: () => void;
  readonly onApproved: (approved: readonly Approvable[], result: BatchReviewResult) => void;
};

/** Approves many annotations at once: what will be approved is listed, can be filtered and taken out, and undone after. */
export function BatchApproval({ articleId, claims, onClose, onApproved }: BatchApprovalProps) {
  const { items, problem, busy, approve } = useApprovable(articleId, onApproved);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState<Filter>({ verdict: "", author: "" });
  const shown = (items ?? []).filter((item) => passes(item, filter));
  const chosen = shown.filter(({ annotationId }) => !left.has(annotationId));
  return (
    <Dialog title="Approve many" width="wide" onClose={onClose}>
      {problem ? (
        <Banner look="error" title="Nothing was approved">
          {problemWords(problem)}
        </Banner>
      ) : null}
      {items === null ? <p className="text-sm text-muted">Looking what you may approve…</p> : null}
      {items?.length === 0 ? (
        <p className="text-sm text-muted">There is nothing here that you may approve now.</p>
      ) : null}
      {items && items.length > 0 ? (
        <>
          <Filters items={items} filter={filter} onFilter={setFilter} />
          <ApprovableList
            items={shown}
            claims={claims}
            left={left}
            onToggle={(id) => {
              setLeft(toggled(left, id));
            }}
          />
          <div className="sticky bottom-0 -mx-5 flex items-center gap-4 border-t border-hairline bg-paper px-5 py-3">
            <Button
              look="primary"
              disabled={busy || chosen.length === 0}
              onClick={() => void approve(chosen)}
            >
              {busy ? "Approving…" : `Approve ${chosen.length}`}
            </Button>
            <p className="text-xs text-muted">Each in the version that stands here. You can take it back.</p>
          </div>
        </>
      ) : null}
    </Dialog>
  );
}

function useApprovable(articleId: string, onApproved: BatchApprovalProps["onApproved"]) {
  const { store } = useDesk();
  const [items, setItems] = useState<readonly Approvable[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void store.api.listApprovable(articleId).then((answer) => {
      if (answer.ok) setItems(answer.value.items);
      else setProblem(answer.problem);
    });
  }, [store, articleId]);

  async function approve(chosen: readonly Approvable[]): Promise<void> {
    if (busy) return;
    setBusy(true);
    const annotations = chosen.map(({ annotationId: id, version }) => ({ id, version }));
    const answer = await store.api.reviewMany({ decision: "approve", annotations });
    setBusy(false);
    if (answer.ok) onApproved(chosen, answer.value);
    else setProblem(answer.problem);
  }
  return { items, problem, busy, approve };
}

type Filter = { readonly verdict: string; readonly author: string };

function passes({ verdict, author }: Approvable, filter: Filter): boolean {
  return (
    (filter.verdict === "" || verdict === filter.verdict) &&
    (filter.author === "" || author.memberId === filter.author)
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

type FiltersProps = {
  readonly items: readonly Approvable[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

function Filters({ items, filter, onFilter }: FiltersProps) {
  const { scale } = useDesk();
  const verdicts = [...new Set(items.map(({ verdict }) => verdict))];
  const authors = [...new Map(items.map(({ author }) => [author.memberId, author])).values()];
  return (
    <div className="mb-3 grid gap-3 sm:grid-cols-2">
      <SelectField
        label="Verdict"
        value={filter.verdict}
        onChange={(event) => {
          onFilter({ ...filter, verdict: event.target.value });
        }}
      >
        <option value="">Every verdict</option>
        {verdicts.map((key) => (
          <option key={key} value={key}>
            {findOption(scale, key)?.label ?? key}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="By"
        value={filter.author}
        onChange={(event) => {
          onFilter({ ...filter, author: event.target.value });
        }}
      >
        <option value="">Everybody</option>
        {authors.map(({ memberId, name }) => (
          <option key={memberId} value={memberId}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
