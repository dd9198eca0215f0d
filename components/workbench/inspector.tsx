"use client";

import { Suspense } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { can, type Role } from "@/lib/core/permissions/table";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, type Tab } from "@/components/ui/tabs";
import { claimIn } from "@/lib/client/claim-set";
import { useShortcuts } from "@/components/keys/keys-context";
import type { WorkbenchState } from "@/lib/client/workbench-store";
import { useDesk, type InspectorTab } from "./desk-context";
import { ClaimTab, HistoryTab, NotesTab, ReviewTab } from "./later-parts";

type InspectorProps = { readonly state: WorkbenchState; readonly tab: InspectorTab };

/** All about the chosen claim, and what can be done with it. */
export function Inspector({ state, tab }: InspectorProps) {
  const { showTab, member } = useDesk();
  const claim = claimIn(state.shown, state.selectedId);
  if (!claim) return <NothingChosen />;
  const detail = state.details.get(claim.id);
  const tabs = tabsFor(member.role, claim).map((one) => ({
    ...one,
    panel: () => (
      <Suspense fallback={<TabSkeleton />}>
        <Panel tab={one.key} detail={detail} state={state} claimId={claim.id} />
      </Suspense>
    ),
  }));
  return (
    <>
      <h2 className="sr-only">Claim {claim.ordinal}</h2>
      <Tabs id="inspector" label={`Claim ${claim.ordinal}`} selected={tab} onSelect={showTab} tabs={tabs} />
      {tab === "claim" && detail?.steps.some(({ kind }) => kind === "annotate") ? <Foot /> : null}
    </>
  );
}

function tabsFor(
  role: Role,
  { ordinal, openNotes }: ClaimSummary,
): readonly Omit<Tab<InspectorTab>, "panel">[] {
  const tabs: (Omit<Tab<InspectorTab>, "panel"> & { readonly may: boolean })[] = [
    { key: "claim", label: `Claim ${ordinal}`, may: true },
    { key: "notes", label: openNotes > 0 ? `Notes ${openNotes}` : "Notes", may: can(role, "note.read") },
    { key: "review", label: "Review", may: true },
    { key: "history", label: "History", may: can(role, "history.read") },
  ];
  return tabs.filter(({ may }) => may);
}

type PanelProps = {
  readonly tab: InspectorTab;
  readonly detail: ClaimDetail | undefined;
  readonly state: WorkbenchState;
  readonly claimId: string;
};

function Panel({ tab, detail, state, claimId }: PanelProps) {
  if (!detail) return <Loading trouble={state.trouble} claimId={claimId} />;
  switch (tab) {
    case "claim":
      return (
        <ClaimTab
          detail={detail}
          item={state.saves.get(claimId)}
          left={state.left}
          merged={state.merged.get(claimId)}
        />
      );
    case "notes":
      return <NotesTab detail={detail} />;
    case "review":
      return <ReviewTab detail={detail} />;
    case "history":
      return <HistoryTab detail={detail} />;
  }
}

function Foot() {
  const { submit, goOn, undo } = useDesk();
  const shortcuts = useShortcuts();
  return (
    <div className="flex shrink-0 items-center gap-2 border-t border-hairline px-5 py-3">
      <Button look="primary" onClick={submit} aria-keyshortcuts={shortcuts.submit.key}>
        Submit <Kbd>{shortcuts.submit.shown}</Kbd>
      </Button>
      <Button look="plain" onClick={goOn} aria-keyshortcuts={shortcuts.next_unaddressed.key}>
        next unaddressed <Kbd>{shortcuts.next_unaddressed.shown}</Kbd>
      </Button>
      <Button look="plain" className="ms-auto" onClick={undo} aria-keyshortcuts={shortcuts.undo.key}>
        undo <Kbd>{shortcuts.undo.shown}</Kbd>
      </Button>
    </div>
  );
}

function NothingChosen() {
  const shortcuts = useShortcuts();
  return (
    <div className="flex flex-1 flex-col justify-center gap-2 px-8 text-muted">
      <p className="font-semibold text-ink">Choose a claim</p>
      <p>
        Click a sentence of the article, or press <Kbd>{shortcuts.next.shown}</Kbd>{" "}
        <span className="sr-only">{shortcuts.next.shown}</span> for the next and{" "}
        <Kbd>{shortcuts.next_unaddressed.shown}</Kbd>{" "}
        <span className="sr-only">{shortcuts.next_unaddressed.shown}</span> for the next that still needs a
        verdict.
      </p>
    </div>
  );
}

function Loading({ trouble, claimId }: { readonly trouble: string | null; readonly claimId: string }) {
  const { store } = useDesk();
  if (trouble !== null) {
    return (
      <div className="p-5">
        <Banner
          look="error"
          title="The claim could not be read"
          actions={<Button onClick={() => void store.reload(claimId)}>Try again</Button>}
        >
          {trouble}
        </Banner>
      </div>
    );
  }
  return <TabSkeleton />;
}

function TabSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4 px-5 py-5">
      <Skeleton className="h-20" />
      <Skeleton className="h-16" />
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-24" />
    </div>
  );
}
