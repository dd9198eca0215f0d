"use client";

import { Suspense, useMemo, useRef, type ComponentProps } from "react";
import { unpackClaims, type PackedWorkbench } from "@/lib/core/claims/packed";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Workbench as WorkbenchData } from "@/lib/core/claims/workbench";
import type { Scale } from "@/lib/core/verdicts/scale";
import { CoverageBar } from "@/components/claims/coverage-bar";
import { ClaimListPane } from "@/components/claims/claim-list-pane";
import { Galley } from "@/components/galley/galley";
import { WhoIsHere } from "@/components/presence/people";
import { PresenceProvider } from "@/components/presence/presence-context";
import { NewerTextNotice, useClaimsInText } from "@/components/revisions/newer-text";
import { DeskHeader } from "@/components/workspace/desk-header";
import { ArticleHeading } from "./article-heading";
import { DeskProvider } from "./desk-context";
import { Inspector } from "./inspector";
import { Palette, TablePane } from "./later-parts";
import { LayoutSwitch, TableSkeleton } from "./layout-switch";
import { PaneBar, paneClass } from "./panes";
import { SaveState } from "./save-state";
import { WaitingChanges } from "./waiting-changes";
import { useWorkbench, type WorkbenchStart } from "./use-workbench";
import { WorkbenchDialogs } from "./workbench-dialogs";

type WorkbenchProps = {
  readonly packed: PackedWorkbench;
  readonly start: WorkbenchStart;
};

/** The heart of the product: claim list, galley, inspector, and the keys that move through them. */
export function Workbench({ packed, start }: WorkbenchProps) {
  const workbench = useMemo(
    () => ({ ...packed, claims: unpackClaims(packed.claims, packed.text) }),
    [packed],
  );
  const { member, article, scale } = workbench;
  const bench = useWorkbench(workbench, start);
  const { state, view, desk, onSelect, actions } = bench;
  const { shown, selectedId } = state;
  return (
    <DeskProvider value={desk}>
      <PresenceProvider value={bench.people}>
        <div className="flex h-dvh flex-col print:block print:h-auto">
          <DeskHeader member={member} crumbs={[{ label: article.title }]}>
            <WaitingChanges
              claims={state.claims}
              waiting={state.waiting}
              onShow={() => {
                desk.store.showWaiting();
              }}
            />
            <WhoIsHere claims={shown} />
            <CoverageBar claims={shown} scale={scale} />
            <LayoutSwitch layout={view.layout} onSwitch={view.switchLayout} />
            <SaveState status={bench.status} onShowClaim={onSelect} />
          </DeskHeader>
          <main
            id="content"
            tabIndex={-1}
            className="grid min-h-0 flex-1 outline-none lg:grid-cols-[minmax(0,1fr)_25rem] xl:grid-cols-[18rem_minmax(0,1fr)_25rem] print:block"
          >
            <Columns workbench={workbench} bench={bench} />
          </main>
          <PaneBar
            pane={view.pane}
            onChoose={view.choosePane}
            claims={shown}
            selectedId={selectedId}
            onGoOn={actions.next}
          />
        </div>
        <OpenDialogs bench={bench} scale={scale} />
      </PresenceProvider>
    </DeskProvider>
  );
}

type Bench = ReturnType<typeof useWorkbench>;

/** The list, the article or its table, and the inspector. */
function Columns({ workbench, bench }: { readonly workbench: WorkbenchData; readonly bench: Bench }) {
  const { state, view, passing, filterField, onSelect, onStep, actions } = bench;
  const { article, scale } = workbench;
  const { shown, selectedId } = state;
  const common = { claims: shown, scale, direction: article.direction, selectedId, onSelect };
  return (
    <>
      <section aria-label="Claims" className={paneClass("list", view.pane)}>
        <ClaimListPane
          {...common}
          passing={passing}
          filter={view.filter}
          onFilter={view.setFilter}
          filterField={filterField}
          onStep={onStep}
        />
      </section>
      {view.layout === "table" ? (
        <Suspense fallback={<TableSkeleton />}>
          <h1 className="sr-only">{article.title}</h1>
          <TablePane {...common} passing={passing} />
        </Suspense>
      ) : (
        <ArticlePane {...common} workbench={workbench} waiting={state.waiting} onFind={actions.filter} />
      )}
      <section aria-label="Inspector" className={paneClass("inspector", view.pane)}>
        <Inspector state={state} tab={view.tab} />
      </section>
    </>
  );
}

function OpenDialogs({ bench, scale }: { readonly bench: Bench; readonly scale: Scale }) {
  const { state, view, actions, onDigit, onSelect, rooms, toAssign } = bench;
  if (view.dialog !== "palette") {
    return (
      <WorkbenchDialogs
        dialog={view.dialog}
        claimId={state.selectedId}
        toAssign={toAssign}
        onClose={view.close}
      />
    );
  }
  return (
    <Suspense fallback={null}>
      <Palette
        actions={actions}
        onDigit={onDigit}
        claims={state.shown}
        onSelect={onSelect}
        scale={scale}
        rooms={rooms}
        onClose={view.close}
      />
    </Suspense>
  );
}

type ArticlePaneProps = Omit<ComponentProps<typeof Galley>, "text" | "language" | "heading" | "scroller"> & {
  readonly workbench: WorkbenchData;
  readonly waiting: readonly ClaimSummary[] | null;
};

function ArticlePane({ workbench, claims, waiting, ...rest }: ArticlePaneProps) {
  const { member, article, text } = workbench;
  const inText = useClaimsInText(text, workbench.claims, claims, waiting);
  const heading = useMemo(() => <ArticleHeading article={article} member={member} />, [article, member]);
  const scroller = useRef<HTMLElement>(null);
  return (
    <section
      ref={scroller}
      aria-label="Article"
      tabIndex={0}
      className="min-h-0 overflow-y-auto -outline-offset-2 print:overflow-visible"
    >
      {inText.isOutdated ? <NewerTextNotice /> : null}
      <Galley
        {...rest}
        claims={inText.claims}
        text={text}
        language={article.language}
        heading={heading}
        scroller={scroller}
      />
    </section>
  );
}
