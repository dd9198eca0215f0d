"use client";

import { useMemo, type ComponentProps } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Workbench as WorkbenchData } from "@/lib/core/claims/workbench";
import { CoverageBar } from "@/components/claims/coverage-bar";
import { ClaimListPane } from "@/components/claims/claim-list-pane";
import { Galley } from "@/components/galley/galley";
import { NewerTextNotice, useClaimsInText } from "@/components/revisions/newer-text";
import { DeskHeader } from "@/components/workspace/desk-header";
import { ArticleHeading } from "./article-heading";
import { DeskProvider } from "./desk-context";
import { Inspector } from "./inspector";
import { PaneBar, paneClass } from "./panes";
import { SaveState } from "./save-state";
import { useWorkbench } from "./use-workbench";
import { WorkbenchDialogs } from "./workbench-dialogs";

type WorkbenchProps = {
  readonly workbench: WorkbenchData;
  /** The claim to begin with, read already. */
  readonly detail: ClaimDetail | null;
};

/** The heart of the product: claim list, galley, inspector, and the keys that move through them. */
export function Workbench({ workbench, detail }: WorkbenchProps) {
  const { member, article, scale } = workbench;
  const { state, view, passing, filterField, desk, onSelect, status, onNext } = useWorkbench(
    workbench,
    detail,
  );
  const { shown, selectedId } = state;
  const common = { claims: shown, scale, direction: article.direction, selectedId, onSelect };
  return (
    <DeskProvider value={desk}>
      <div className="flex h-dvh flex-col print:block print:h-auto">
        <DeskHeader member={member} crumbs={[{ label: article.title }]}>
          <CoverageBar claims={shown} scale={scale} />
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
            />
          </section>
          <ArticlePane {...common} workbench={workbench} />
          <section aria-label="Inspector" className={paneClass("inspector", view.pane)}>
            <Inspector state={state} tab={view.tab} />
          </section>
        </main>
        <PaneBar
          pane={view.pane}
          onChoose={view.choosePane}
          claims={shown}
          selectedId={selectedId}
          onGoOn={onNext}
        />
      </div>
      <WorkbenchDialogs dialog={view.dialog} claimId={selectedId} onClose={view.close} />
    </DeskProvider>
  );
}

type ArticlePaneProps = Omit<ComponentProps<typeof Galley>, "text" | "language" | "heading"> & {
  readonly workbench: WorkbenchData;
};

function ArticlePane({ workbench, claims, ...rest }: ArticlePaneProps) {
  const { member, article, text } = workbench;
  const inText = useClaimsInText(text, workbench.claims, claims);
  const heading = useMemo(() => <ArticleHeading article={article} member={member} />, [article, member]);
  return (
    <section
      aria-label="Article"
      tabIndex={0}
      className="min-h-0 overflow-y-auto -outline-offset-2 print:overflow-visible"
    >
      {inText.isOutdated ? <NewerTextNotice /> : null}
      <Galley {...rest} claims={inText.claims} text={text} language={article.language} heading={heading} />
    </section>
  );
}
