"use client";

import { useMemo, useState } from "react";
import { claimsInReview } from "@/lib/core/claims/claim";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Workbench } from "@/lib/core/claims/workbench";
import { ClaimList } from "@/components/claims/claim-list";
import { DeskHeader } from "@/components/workspace/desk-header";
import { DeskProvider, useWorkbenchState, type Desk } from "@/components/workbench/desk-context";
import { useLease, useLive } from "@/components/workbench/use-lifeline";
import { WorkbenchStore } from "@/lib/client/workbench-store";
import { SideBySide } from "./side-by-side";

type ReviewDeskProps = { readonly workbench: Workbench; readonly detail: ClaimDetail | null };

const nothing = () => undefined;

/** The claims of an article that wait for colleagues: what each of them wrote beside each other, evidence first. */
export function ReviewDesk({ workbench, detail }: ReviewDeskProps) {
  const { member, article, scale } = workbench;
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
  useLive(store, article.id, member.memberId);
  useLease(store, member.memberId, state.details.get(state.selectedId ?? ""));
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
    }),
    [store, member, scale],
  );
  const base = `/w/${member.workspace.slug}/articles/${article.id}`;
  const claims = claimsInReview(state.claims);
  const selected = state.details.get(state.selectedId ?? "");
  // The claim that was just decided stays on the screen although it has left the list.
  return (
    <DeskProvider value={desk}>
      <DeskHeader member={member} crumbs={[{ label: article.title, href: base }, { label: "Review" }]} />
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
        <section aria-label="Claims in review" className="border-hairline max-lg:border-b lg:border-e">
          <h1 className="px-4 pt-4 pb-2 text-sm font-semibold">
            {claims.length} {claims.length === 1 ? "claim" : "claims"} in review
          </h1>
          <ClaimList
            claims={claims}
            scale={scale}
            direction={article.direction}
            selectedId={state.selectedId}
            onSelect={(id) => {
              store.select(id);
            }}
          />
        </section>
        <main id="content" tabIndex={-1} className="min-w-0 outline-none">
          {selected ? <SideBySide key={selected.claim.id} detail={selected} base={base} /> : <NothingHere />}
        </main>
      </div>
    </DeskProvider>
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
