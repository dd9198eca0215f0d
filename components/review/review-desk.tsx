"use client";

import { useMemo, useState } from "react";
import { claimsInReview, type ClaimSummary } from "@/lib/core/claims/claim";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Workbench } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { ClaimList } from "@/components/claims/claim-list";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { DeskHeader } from "@/components/workspace/desk-header";
import { DeskProvider, useWorkbenchState, type Desk } from "@/components/workbench/desk-context";
import { WaitingChanges } from "@/components/workbench/waiting-changes";
import { useLease, useLive } from "@/components/workbench/use-lifeline";
import { WorkbenchStore } from "@/lib/client/workbench-store";
import { BatchApproval } from "./batch-approval";
import { SideBySide } from "./side-by-side";
import { useBatch } from "./use-batch";
import { useShortcuts } from "@/components/keys/keys-context";
import { useReviewKeys } from "./use-review-keys";

type ReviewDeskProps = { readonly workbench: Workbench; readonly detail: ClaimDetail | null };

const nothing = () => undefined;

/** The claims of an article that wait for colleagues: what each of them wrote beside each other, evidence first. */
export function ReviewDesk({ workbench, detail }: ReviewDeskProps) {
  const { member, article } = workbench;
  const { store, desk } = useReviewStore(workbench, detail);
  const state = useWorkbenchState(store);
  useLive(store, article.id);
  const claims = claimsInReview(state.claims);
  const selected = state.details.get(state.selectedId ?? "");
  useLease(store, member.memberId, selected);
  const batch = useBatch(store);
  useReviewKeys({
    next: () => {
      store.selectBy(1, claims);
    },
    previous: () => {
      store.selectBy(-1, claims);
    },
    undo: () => void batch.undo(),
  });
  const base = `/w/${member.workspace.slug}/articles/${article.id}`;
  // The claim that was just decided stays on the screen although it has left the list.
  return (
    <DeskProvider value={desk}>
      <DeskHeader member={member} crumbs={[{ label: article.title, href: base }, { label: "Review" }]}>
        <WaitingChanges
          claims={state.claims}
          waiting={state.waiting}
          onShow={() => {
            store.showWaiting();
          }}
        />
      </DeskHeader>
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] print:block">
        <Waiting
          workbench={workbench}
          claims={claims}
          store={store}
          selectedId={state.selectedId}
          batch={batch}
        />
        <main id="content" tabIndex={-1} className="min-w-0 outline-none">
          {selected ? <SideBySide key={selected.claim.id} detail={selected} base={base} /> : <NothingHere />}
        </main>
      </div>
      {batch.isOpen ? (
        <BatchApproval
          articleId={article.id}
          claims={state.claims}
          onClose={batch.close}
          onApproved={batch.approved}
        />
      ) : null}
    </DeskProvider>
  );
}

function useReviewStore({ member, article, claims, scale }: Workbench, detail: ClaimDetail | null) {
  const [store] = useState(
    () =>
      new WorkbenchStore({
        member,
        articleId: article.id,
        claims,
        detail,
        selectedId: detail?.claim.id ?? null,
      }),
  );
  const desk: Desk = useMemo(
    () => ({
      store,
      member,
      scale,
      open: nothing,
      showTab: nothing,
      submit: nothing,
      goOn: nothing,
      undo: nothing,
      openAssign: nothing,
    }),
    [store, member, scale],
  );
  return { store, desk };
}

type WaitingProps = {
  readonly workbench: Workbench;
  readonly claims: readonly ClaimSummary[];
  readonly store: WorkbenchStore;
  readonly selectedId: string | null;
  readonly batch: ReturnType<typeof useBatch>;
};

function Waiting({ workbench, claims, store, selectedId, batch }: WaitingProps) {
  const { member, article, scale } = workbench;
  const keys = useShortcuts();
  return (
    <section
      aria-label="Claims in review"
      className="border-hairline max-lg:border-b lg:border-e print:hidden"
    >
      <div className="flex flex-col gap-2 px-4 pt-4 pb-2">
        <h1 className="text-sm font-semibold">
          {claims.length} {claims.length === 1 ? "claim" : "claims"} in review
        </h1>
        <p className="hidden text-2xs text-muted lg:block">
          <Kbd>{keys.next.shown}</Kbd> <Kbd>{keys.previous.shown}</Kbd> go through them
        </p>
        {can(member.role, "annotation.review") && claims.length > 0 ? (
          <Button onClick={batch.open}>Approve many…</Button>
        ) : null}
        {batch.last > 0 ? (
          <Button disabled={batch.busy} aria-keyshortcuts={keys.undo.key} onClick={() => void batch.undo()}>
            Take back {batch.last} <Kbd>{keys.undo.shown}</Kbd>
          </Button>
        ) : null}
      </div>
      <ClaimList
        claims={claims}
        scale={scale}
        direction={article.direction}
        selectedId={selectedId}
        onSelect={(id) => {
          store.select(id);
        }}
      />
    </section>
  );
}

function NothingHere() {
  return (
    <div className="px-6 py-16">
      <p className="font-serif text-xl">Nothing to review here now.</p>
      <p className="mt-1 max-w-prose text-muted">
        Once somebody submits an annotation of this article, it stands here for a colleague to judge.
      </p>
    </div>
  );
}
