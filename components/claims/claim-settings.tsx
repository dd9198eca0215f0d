"use client";

import { lazy, Suspense, useState } from "react";
import type { ClaimDetail } from "@/lib/core/claims/detail";

// Only editors open it, and seldom: it is not part of what the workbench loads first.
const ClaimForm = lazy(() => import("./claim-form").then((module) => ({ default: module.ClaimForm })));

/** For editors: whether the claim is to be checked at all, a wording that stands without its surroundings, who said it. */
export function ClaimSettings({ detail }: { readonly detail: ClaimDetail }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="border-t border-hairline pt-4"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className="text-xs font-semibold text-muted">Editor: what to do with this claim</summary>
      {isOpen ? (
        <Suspense fallback={<p className="mt-3 text-sm text-muted">Opening…</p>}>
          <ClaimForm detail={detail} />
        </Suspense>
      ) : null}
    </details>
  );
}
