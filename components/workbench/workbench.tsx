"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Workbench as WorkbenchData } from "@/lib/core/claims/workbench";
import { CoverageBar } from "@/components/claims/coverage-bar";
import { ClaimListPane, type ListFilter } from "@/components/claims/claim-list-pane";
import { filterClaims } from "@/components/claims/claim-filter";
import { Galley } from "@/components/galley/galley";
import { DeskHeader } from "@/components/workspace/desk-header";
import { saveStatus } from "@/lib/client/save-status";
import { WorkbenchStore } from "@/lib/client/workbench-store";
import { ArticleHeading } from "./article-heading";
import {
  DeskProvider,
  useWorkbenchState,
  type Desk,
  type InspectorTab,
  type WorkbenchDialog,
} from "./desk-context";
import { Inspector } from "./inspector";
import { PaneBar, paneClass, type Pane } from "./panes";
import { SaveState } from "./save-state";
import { useKeys } from "./use-keys";
import { useAddress, useLive, useReadAhead, useSafety } from "./use-lifeline";
import { useWorkbenchActions } from "./use-workbench-actions";
import { WorkbenchDialogs } from "./workbench-dialogs";

type WorkbenchProps = {
  readonly workbench: WorkbenchData;
  /** The claim to begin with, read already. */
  readonly detail: ClaimDetail | null;
};

/** The heart of the product: claim list, galley, inspector, and the keys that move through them. */
export function Workbench({ workbench, detail }: WorkbenchProps) {
  const { member, article, scale, text } = workbench;
  const [store] = useState(
    () =>
      new WorkbenchStore({
        member,
        articleId: article.id,
        claims: workbench.claims,
        detail,
        selectedId: detail?.claim.id ?? null,
      }),
  );
  const state = useWorkbenchState(store);
  const view = useView();
  const passing = useMemo(
    () => filterClaims(state.shown, view.filter.kind, view.filter.typed),
    [state.shown, view.filter],
  );
  const filterField = useRef<HTMLInputElement>(null);
  const { open, showTab, choosePane } = view;
  const { actions, onDigit } = useWorkbenchActions({ store, scale, passing, filterField, open, showTab });
  useKeys({ actions, onDigit });
  useSafety(store);
  useLive(store, article.id, member.memberId);
  useAddress(state.selectedId);
  useReadAhead(store, state.selectedId);
  const desk: Desk = useMemo(
    () => ({
      store,
      member,
      scale,
      open,
      showTab,
      submit: actions.submit,
      goOn: actions.next_unaddressed,
      undo: actions.undo,
    }),
    [store, member, scale, open, showTab, actions],
  );
  const onSelect = useMemo(
    () => (claimId: string) => {
      store.select(claimId);
      choosePane("inspector");
    },
    [store, choosePane],
  );
  const heading = useMemo(() => <ArticleHeading article={article} member={member} />, [article, member]);
  const kept = state.details.get(state.selectedId ?? "")?.own ?? null;
  return (
    <DeskProvider value={desk}>
      <div className="flex h-dvh flex-col print:block print:h-auto">
        <DeskHeader member={member} crumbs={[{ label: article.title }]}>
          <CoverageBar claims={state.shown} scale={scale} />
          <SaveState status={saveStatus(state.saves.values(), kept)} onShowClaim={onSelect} />
        </DeskHeader>
        <main
          id="content"
          tabIndex={-1}
          className="grid min-h-0 flex-1 outline-none lg:grid-cols-[minmax(0,1fr)_25rem] xl:grid-cols-[17rem_minmax(0,1fr)_25rem] print:block"
        >
          <section aria-label="Claims" className={paneClass("list", view.pane)}>
            <ClaimListPane
              claims={state.shown}
              passing={passing}
              scale={scale}
              direction={article.direction}
              selectedId={state.selectedId}
              onSelect={onSelect}
              filter={view.filter}
              onFilter={view.setFilter}
              filterField={filterField}
            />
          </section>
          <section
            aria-label="Article"
            tabIndex={0}
            className="min-h-0 overflow-y-auto -outline-offset-2 print:overflow-visible"
          >
            <Galley
              text={text}
              language={article.language}
              direction={article.direction}
              claims={state.shown}
              scale={scale}
              selectedId={state.selectedId}
              onSelect={onSelect}
              heading={heading}
            />
          </section>
          <section aria-label="Inspector" className={paneClass("inspector", view.pane)}>
            <Inspector state={state} tab={view.tab} />
          </section>
        </main>
        <PaneBar
          pane={view.pane}
          onChoose={choosePane}
          claims={state.shown}
          selectedId={state.selectedId}
          onGoOn={actions.next}
        />
      </div>
      <WorkbenchDialogs dialog={view.dialog} claimId={state.selectedId} onClose={view.close} />
    </DeskProvider>
  );
}

/** What of the workbench is on the screen; nothing of it is anybody else's business. */
function useView() {
  const [filter, setFilter] = useState<ListFilter>({ kind: "all", typed: "" });
  const [tab, setTab] = useState<InspectorTab>("claim");
  const [dialog, open] = useState<WorkbenchDialog | null>(null);
  const [pane, choosePane] = useState<Pane>("article");
  const close = useCallback(() => {
    open(null);
  }, []);
  const showTab = useCallback((next: InspectorTab) => {
    setTab(next);
    choosePane("inspector");
  }, []);
  return { filter, setFilter, tab, dialog, pane, choosePane, open, close, showTab };
}
