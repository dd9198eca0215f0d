"use client";

import { useEffect, useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { watchBell } from "@/lib/client/bell";

/** How many notifications the reader has not read, as all tabs know it; null until it is known. */
export function useUnread({ memberId, workspace }: DeskMember): number | null {
  const [unread, setUnread] = useState<number | null>(null);
  const { slug } = workspace;
  useEffect(
    () =>
      watchBell({
        address: `/api/v1/workspaces/${encodeURIComponent(slug)}/notifications/feed`,
        name: `assay bell ${memberId}`,
        onUnread: setUnread,
      }),
    [slug, memberId],
  );
  return unread;
}
