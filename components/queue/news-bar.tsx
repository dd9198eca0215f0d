"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { useUnread } from "@/components/notifications/use-unread";
import { Button } from "@/components/ui/button";

/** Whether more is unread than when this was last asked about. What was read elsewhere is no news. */
function useNews(member: DeskMember): { readonly isNews: boolean; readonly markSeen: () => void } {
  const unread = useUnread(member);
  const [seen, setSeen] = useState<number | null>(null);
  if (unread !== null && (seen === null || unread < seen)) setSeen(unread);
  const isNews = seen !== null && unread !== null && unread > seen;
  return {
    isNews,
    markSeen: () => {
      setSeen(unread);
    },
  };
}

/**
 * Tells that something has come in since the queue was read, and shows it when asked: a list that changed by itself would
 * move the line under somebody's finger, and close what they are writing.
 */
export function NewsBar({ member }: { readonly member: DeskMember }) {
  const { isNews, markSeen } = useNews(member);
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  return (
    <div role="status" className="contents">
      {isNews || isReading ? (
        <p className="mt-4 flex flex-wrap items-center justify-between gap-3 rounded-md border border-hairline bg-panel px-3 py-2 text-sm">
          Something new has come in for you.
          <Button
            disabled={isReading}
            onClick={() => {
              markSeen();
              startReading(() => {
                router.refresh();
              });
            }}
          >
            {isReading ? "Reading…" : "Show it"}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
