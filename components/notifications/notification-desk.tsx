"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { notificationWords, type Notification, type ReadInput } from "@/lib/core/notifications/notification";
import { DeskApi } from "@/lib/client/api";
import { problemWords } from "@/lib/client/problem";
import { announce, toast } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { DeskHeader } from "@/components/workspace/desk-header";
import { useUnread } from "./use-unread";

type NotificationDeskProps = {
  readonly member: DeskMember;
  readonly items: readonly Notification[];
  readonly nextCursor: string | null;
};

/** What the reader was told of, newest first. What is read here is read in every tab. */
export function NotificationDesk({ member, items, nextCursor }: NotificationDeskProps) {
  const base = `/w/${member.workspace.slug}`;
  const read = useReading(member);
  const [newest] = items;
  const hasUnread = items.some((item) => !item.read);
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Notifications" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 pt-8 pb-20 outline-none sm:px-6">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-ink pb-3">
          <h1 className="font-serif text-3xl font-semibold tracking-tight">Notifications</h1>
          <div className="flex items-center gap-4">
            <Link href={`${base}/notifications/settings`} className="text-sm text-accent underline">
              What I am told, and how
            </Link>
            <Button
              disabled={!hasUnread}
              onClick={() => {
                if (newest) void read({ upTo: newest.id }, "All are read");
              }}
            >
              Mark all as read
            </Button>
          </div>
        </div>
        {items.length === 0 ? (
          <p className="py-8 text-muted">
            Nothing yet. When a colleague gives you a claim, calls you in a note, or asks you for changes, and
            when a claim of yours is disputed or ruled, you find it here.
          </p>
        ) : null}
        <ul className="divide-y divide-hairline">
          {items.map((item) => (
            <NotificationLine key={item.id} item={item} base={base} onRead={read} />
          ))}
        </ul>
        {nextCursor ? (
          <p className="mt-5">
            <Link href={`${base}/notifications?cursor=${nextCursor}`} className="text-accent underline">
              Older notifications
            </Link>
          </p>
        ) : null}
      </main>
    </>
  );
}

type Read = (input: ReadInput, said: string) => Promise<void>;

function useReading(member: DeskMember): Read {
  const router = useRouter();
  const [api] = useState(() => new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId }));
  const unread = useUnread(member);
  const before = useRef<number | null>(null);
  // Something came, or was read in another tab: the list is read again.
  useEffect(() => {
    if (unread !== null && before.current !== null && before.current !== unread) router.refresh();
    before.current = unread;
  }, [unread, router]);
  return async (input, said) => {
    const answer = await api.markRead(input);
    if (answer.ok) announce(said);
    else toast(`Not marked: ${problemWords(answer.problem)}`);
  };
}

type LineProps = { readonly item: Notification; readonly base: string; readonly onRead: Read };

function NotificationLine({ item, base, onRead }: LineProps) {
  const { id, articleId, articleTitle, claim, createdAt, read } = item;
  return (
    <li className="flex items-start gap-3 py-3.5">
      <span
        aria-hidden="true"
        className={read ? "mt-2 size-2 shrink-0" : "mt-2 size-2 shrink-0 rounded-full bg-accent"}
      />
      <div className="min-w-0 flex-1">
        <Link
          href={`${base}/articles/${articleId}?claim=${claim.id}`}
          className={read ? "hover:underline" : "font-semibold hover:underline"}
          onClick={() => {
            if (!read) void onRead({ ids: [id] }, "Read");
          }}
        >
          {notificationWords(item)}
          {read ? null : <span className="sr-only">, unread</span>}
        </Link>
        <p dir="auto" className="mt-0.5 line-clamp-2 font-serif text-base leading-6">
          {claim.text}
        </p>
        <p className="mt-0.5 text-xs wrap-anywhere text-muted">
          {articleTitle}, claim {claim.ordinal} · <Moment at={createdAt} />
        </p>
      </div>
      {read ? null : (
        <Button
          look="plain"
          className="shrink-0 text-xs"
          aria-label={`Mark as read: ${notificationWords(item)}, ${articleTitle}, claim ${claim.ordinal}`}
          onClick={() => void onRead({ ids: [id] }, "Read")}
        >
          Mark as read
        </Button>
      )}
    </li>
  );
}
