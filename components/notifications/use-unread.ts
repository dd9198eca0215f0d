"use client";

import { useEffect, useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";

/** How many notifications the reader has not read, as all tabs know it; null until it is known. */
export function useUnread({ memberId, workspace }: DeskMember): number | null {
  const [unread, setUnread] = useState<number | null>(null);
  const { slug } = workspace;
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isOver = false;
    // The page is there before anybody asks what is new.
    import("@/lib/client/bell").then(({ watchBell }) => {
      if (isOver) return;
      stop = watchBell({
        address: `/api/v1/workspaces/${encodeURIComponent(slug)}/notifications/feed`,
        name: `assay bell ${memberId}`,
        onUnread: setUnread,
      });
    }, ignore);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [slug, memberId]);
  return unread;
}

// Without it the way to the notifications is there as before, only without a number.
function ignore(): void {
  return;
}
