"use client";

import { Suspense, useMemo, useRef, type ComponentProps } from "react";
import { unpackClaims, type PackedWorkbench } from "@/lib/core/claims/packed";
import type { Workbench as WorkbenchData } from "@/lib/core/claims/workbench";
import { CoverageBar } from "@/components/claims/coverage-bar";
import { ClaimListPane } from "@/components/claims/claim-list-pane";
import { Galley } from "@/components/galley/galley";
import { NewerTextNotice, useClaimsInText } from "@/components/revisions/newer-text";
import { DeskHeader } from "@/components/workspace/desk-header";
import { ArticleHeading } from "./article-heading";
import { DeskProvider } from "./desk-context";
import { Inspector } from "./inspector";
import { TablePane } from "./later-parts";
import { LayoutSwitch, TableSkeleton } from "./layout-switch";
import { PaneBar, paneClass } from "./panes";
import { SaveState } from "./save-state";
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
  const { state, view, passing, filterField, desk, onSelect, onStep, status, actions, toAssign } =
    useWorkbench(workbench, start);
  const { shown, selectedId } = state;
  const common = { claims: shown, scale, direction: article.direction, selectedId, onSelect };
  return (
    <DeskProvider value={desk}>
      <div className="flex h-dvh flex-col print:block print:h-auto">
        <DeskHeader member={member} crumbs={[{ label: article.title }]}>
          <CoverageBar claims={shown} scale={scale} />
          <LayoutSwitch layout={view.layout} onSwitch={view.switchLayout} />
          <SaveState status={status} onShowClaim={onSelect} />
        </DeskHeader>
        <main
          id="content"
          tabIndex={-1}
          className="grid min-h-0 flex-1 outline-none lg:grid-cols-[minmax(0,1fr)_25rem] xl:grid-cols-[18rem_minmax(0,1fr)_25rem] print:block"
        >
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
              <TablePane {...common} passing={passing} />
            </Suspense>
          ) : (
            <ArticlePane {...common} workbench={workbench} onFind={actions.filter} />
          )}
          <section aria-label="Inspector" className={paneClass("inspector", view.pane)}>
            <Inspector state={state} tab={view.tab} />
          </section>
        </main>
        <PaneBar
          pane={view.pane}
          onChoose={view.choosePane}
          claims={shown}
          selectedId={selectedId}
          onGoOn={actions.next}
        />
      </div>
      <WorkbenchDialogs dialog={view.dialog} claimId={selectedId} toAssign={toAssign} onClose={view.close} />
    </DeskProvider>
  );
}

type ArticlePaneProps = Omit<ComponentProps<typeof Galley>, "text" | "language" | "heading" | "scroller"> & {
  readonly workbench: WorkbenchData;
};

function ArticlePane({ workbench, claims, ...rest }: ArticlePaneProps) {
  const { member, article, text } = workbench;
  const inText = useClaimsInText(text, workbench.claims, claims);
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
