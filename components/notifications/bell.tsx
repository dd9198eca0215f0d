"use client";

import Link from "next/link";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { mostUnread } from "@/lib/core/notifications/unread";
import { useUnread } from "./use-unread";

/** The way to the notifications, with how many are unread. */
export function Bell({ member }: { readonly member: DeskMember }) {
  const unread = useUnread(member) ?? 0;
  const shown = unread >= mostUnread ? `${mostUnread - 1}+` : String(unread);
  return (
    <Link
      href={`/w/${member.workspace.slug}/notifications`}
      aria-label={unread > 0 ? `Notifications, ${shown} unread` : "Notifications"}
      className="relative grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-panel hover:text-ink"
    >
      <svg viewBox="0 0 16 16" className="size-4.5" aria-hidden="true" fill="none" stroke="currentColor">
        <path
          d="M8 2a4 4 0 0 0-4 4c0 3.2-1.3 4.3-1.8 5h11.6c-.5-.7-1.8-1.8-1.8-5a4 4 0 0 0-4-4ZM6.6 13.2a1.5 1.5 0 0 0 2.8 0"
          strokeWidth="1.3"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute -end-1 -top-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4.5 font-semibold text-on-accent tabular-nums"
        >
          {shown}
        </span>
      ) : null}
    </Link>
  );
}
