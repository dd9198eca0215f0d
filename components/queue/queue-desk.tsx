"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeskMember } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { queueKindsOf, type QueueCounts, type QueueItem, type QueueKind } from "@/lib/core/queue/queue";
import { DeskApi } from "@/lib/client/api";
import { AssignDialog } from "@/components/assignments/assign-dialog";
import { HandOverDialog } from "@/components/assignments/hand-over-dialog";
import { SkipDialog } from "@/components/assignments/skip-dialog";
import { Button } from "@/components/ui/button";
import { DeskHeader } from "@/components/workspace/desk-header";
import { NewsBar } from "./news-bar";
import { QueueKinds } from "./queue-kinds";
import { QueueLine } from "./queue-line";
import { queueWords } from "./queue-words";

export type QueueDeskProps = {
  readonly member: DeskMember;
  readonly kind: QueueKind;
  readonly counts: QueueCounts;
  readonly items: readonly QueueItem[];
  readonly nextCursor: string | null;
  /** The article that the list is narrowed to. */
  readonly article: { readonly id: string; readonly title: string } | null;
  readonly now: string;
};

/** What waits for the reader, part by part; editors give out here what nobody has yet. */
export function QueueDesk(props: QueueDeskProps) {
  const { member, kind, counts, article } = props;
  const base = `/w/${member.workspace.slug}`;
  const of = article ? `&article=${article.id}` : "";
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "Queue" }]} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-5xl px-4 pt-8 pb-20 outline-none sm:px-6 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-x-10"
      >
        <h1 className="font-serif text-3xl font-semibold tracking-tight lg:col-span-2">Queue</h1>
        <div className="mt-5">
          <QueueKinds
            kinds={queueKindsOf(member.role)}
            counts={counts}
            chosen={kind}
            hrefOf={(other) => `${base}/queue?kind=${other}`}
          />
        </div>
        <section aria-labelledby="part" className="mt-5 min-w-0">
          <h2 id="part" className="border-b border-ink pb-2 text-base font-semibold">
            {queueWords[kind].name}
          </h2>
          {article ? (
            <p className="mt-2 text-sm text-muted">
              Of “{article.title}” only.{" "}
              <Link href={`${base}/queue?kind=${kind}`} className="text-accent underline">
                All articles
              </Link>
            </p>
          ) : null}
          <NewsBar member={member} />
          <QueueList key={`${kind} ${of} ${props.items[0]?.claim.id ?? ""}`} {...props} />
          {props.nextCursor ? (
            <p className="mt-4">
              <Link
                href={`${base}/queue?kind=${kind}${of}&cursor=${encodeURIComponent(props.nextCursor)}`}
                className="text-accent underline"
              >
                Further on
              </Link>
            </p>
          ) : null}
        </section>
      </main>
    </>
  );
}

type Open =
  { readonly dialog: "skip" | "hand_over"; readonly item: QueueItem } | { readonly dialog: "assign" };

function QueueList({ member, kind, items, now }: QueueDeskProps) {
  const router = useRouter();
  const [api] = useState(() => new DeskApi({ workspace: member.workspace.slug, memberId: member.memberId }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const base = `/w/${member.workspace.slug}`;
  const mayGive = can(member.role, "claim.assign") && (kind === "unassigned" || kind === "returned");
  const claimIds = [...new Set(items.map(({ claim }) => claim.id))].filter((id) => chosen.has(id));
  const close = () => {
    setOpen(null);
  };
  const dialogProps = {
    api,
    onClose: close,
    onDone: () => {
      close();
      setChosen(new Set());
      router.refresh();
    },
  };
  if (items.length === 0) return <p className="py-6 text-muted">{queueWords[kind].empty}</p>;
  return (
    <>
      {mayGive ? (
        <Choosing
          items={items}
          chosen={claimIds}
          onChoose={setChosen}
          onAssign={() => {
            setOpen({ dialog: "assign" });
          }}
        />
      ) : null}
      <ul className="divide-y divide-hairline">
        {items.map((item) => (
          <QueueLine
            key={`${item.claim.id} ${item.assignment?.id ?? ""} ${item.note?.id ?? ""}`}
            item={item}
            base={base}
            now={now}
            choice={
              mayGive ? <ChoiceBox claim={item.claim} chosen={chosen} onChoose={setChosen} /> : undefined
            }
            actions={kind === "assigned" ? <OwnActions item={item} onOpen={setOpen} /> : undefined}
          />
        ))}
      </ul>
      {open?.dialog === "assign" ? <AssignDialog {...dialogProps} claimIds={claimIds} /> : null}
      {open && open.dialog !== "assign" && open.item.assignment ? (
        <OwnDialog {...dialogProps} {...open} work={open.item.assignment} memberId={member.memberId} />
      ) : null}
    </>
  );
}

type OwnDialogProps = {
  readonly api: DeskApi;
  readonly dialog: "skip" | "hand_over";
  readonly work: NonNullable<QueueItem["assignment"]>;
  readonly memberId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function OwnDialog({ dialog, work, ...rest }: OwnDialogProps) {
  return dialog === "skip" ? (
    <SkipDialog {...rest} assignmentId={work.id} />
  ) : (
    <HandOverDialog {...rest} assignmentId={work.id} kind={work.kind} />
  );
}

function OwnActions({ item, onOpen }: { readonly item: QueueItem; readonly onOpen: (open: Open) => void }) {
  const name = `claim ${item.claim.ordinal} of ${item.articleTitle}`;
  return (
    <>
      <Button
        look="plain"
        className="text-xs"
        aria-label={`Skip ${name}`}
        onClick={() => {
          onOpen({ dialog: "skip", item });
        }}
      >
        Skip
      </Button>
      <Button
        look="plain"
        className="text-xs"
        aria-label={`Hand over ${name}`}
        onClick={() => {
          onOpen({ dialog: "hand_over", item });
        }}
      >
        Hand over
      </Button>
    </>
  );
}

type Choose = (chosen: ReadonlySet<string>) => void;

type ChoosingProps = {
  readonly items: readonly QueueItem[];
  readonly chosen: readonly string[];
  readonly onChoose: Choose;
  readonly onAssign: () => void;
};

function Choosing({ items, chosen, onChoose, onAssign }: ChoosingProps) {
  const all = new Set(items.map(({ claim }) => claim.id));
  const isAll = chosen.length === all.size;
  return (
    <div className="sticky top-0 z-10 flex items-center gap-3 border-b border-hairline bg-paper py-2 text-sm">
      <label className="flex items-center gap-2.5">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={isAll}
          onChange={() => {
            onChoose(isAll ? new Set() : all);
          }}
        />
        All {all.size} here
      </label>
      <Button look="primary" className="ms-auto" disabled={chosen.length === 0} onClick={onAssign}>
        {chosen.length === 0 ? "Assign" : `Assign ${chosen.length}`}
      </Button>
    </div>
  );
}

type ChoiceBoxProps = {
  readonly claim: QueueItem["claim"];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: Choose;
};

function ChoiceBox({ claim, chosen, onChoose }: ChoiceBoxProps) {
  return (
    <input
      type="checkbox"
      aria-label={`Choose claim ${claim.ordinal}: ${claim.text}`}
      className="mt-1.5 size-4 shrink-0 accent-accent"
      checked={chosen.has(claim.id)}
      onChange={(event) => {
        const next = new Set(chosen);
        if (event.target.checked) next.add(claim.id);
        else next.delete(claim.id);
        onChoose(next);
      }}
    />
  );
}
