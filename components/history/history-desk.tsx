import Link from "next/link";
import type { DeskMember } from "@/lib/core/claims/workbench";
import type { HistoryLine } from "@/lib/core/events/event";
import type { HistoryFilter } from "@/lib/core/events/history-query";
import { can } from "@/lib/core/permissions/table";
import type { Scale } from "@/lib/core/verdicts/scale";
import { buttonClass } from "@/components/ui/button";
import { DeskHeader } from "@/components/workspace/desk-header";
import { ChainCheck, type ChainAnswer } from "./chain-check";
import { HistoryEntry } from "./history-entry";
import { HistoryFilterForm } from "./history-filter";

type Choice = { readonly id: string; readonly name: string };

type HistoryDeskProps = {
  readonly member: DeskMember;
  readonly filter: HistoryFilter;
  readonly lines: readonly HistoryLine[];
  readonly nextCursor: string | null;
  /** Whether these are lines further back, and not the newest. */
  readonly isFurtherBack: boolean;
  readonly members: readonly Choice[];
  readonly articles: readonly Choice[];
  readonly scale: Scale;
  readonly chain: ChainAnswer | null;
};

/** Everything that has happened at a desk, as far as the reader may know of it. */
export function HistoryDesk(props: HistoryDeskProps) {
  const { member, filter, lines, nextCursor, scale } = props;
  const base = `/w/${member.workspace.slug}/history`;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <DeskHeader member={member} crumbs={[{ label: "History" }]} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-10 pb-20 outline-none sm:px-6">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <h1 className="font-serif text-3xl font-semibold tracking-tight">History</h1>
          {can(member.role, "history.export") ? <TakeAway {...props} /> : null}
        </div>
        <HistoryFilterForm {...props} base={base} />
        {lines.length === 0 ? (
          <p className="py-10 text-muted">
            {isFiltered ? "No line passes this filter." : "Nothing has happened here yet."}
          </p>
        ) : null}
        <ol aria-label="What happened, newest first">
          {lines.map((line) => (
            <HistoryEntry key={line.id} line={line} scale={scale} base={`/w/${member.workspace.slug}`} />
          ))}
        </ol>
        <nav aria-label="More of the history" className="mt-5 flex gap-6 text-sm print:hidden">
          {props.isFurtherBack ? (
            <Link href={address(base, filter)} className="text-accent underline">
              Newest
            </Link>
          ) : null}
          {nextCursor ? (
            <Link href={address(base, { ...filter, cursor: nextCursor })} className="text-accent underline">
              Earlier
            </Link>
          ) : null}
        </nav>
        <ChainCheck answer={props.chain} ask={address(base, { ...filter, check: "yes" })} />
      </main>
    </>
  );
}

function TakeAway({ member, filter }: HistoryDeskProps) {
  const to = `/api/v1/workspaces/${member.workspace.slug}/history/export`;
  return (
    <p className="flex flex-wrap gap-2 print:hidden">
      <a href={address(to, { ...filter, format: "csv" })} download className={buttonClass("outline")}>
        Take away as CSV
      </a>
      <a href={address(to, { ...filter, format: "jsonl" })} download className={buttonClass("outline")}>
        JSON Lines
      </a>
    </p>
  );
}

function address(base: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const search = new URLSearchParams(given).toString();
  return search ? `${base}?${search}` : base;
}
