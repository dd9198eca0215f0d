"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { dropRow, joinWithNext, proposalWords, splitAt, wordsOf, type Row } from "./sentence-cuts";

const shownAtOnce = 300;

type CutListProps = {
  readonly text: string;
  readonly direction: "ltr" | "rtl";
  readonly rows: readonly Row[];
  readonly change: (rows: readonly Row[]) => void;
};

/** The sentences, each of which can be joined with the next, split in front of a word, or left out of the check. */
export function CutList({ text, direction, rows, change }: CutListProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const [splitting, setSplitting] = useState<number | null>(null);
  return (
    <>
      <ol
        dir={direction}
        className="mt-3 flex max-h-[70dvh] flex-col gap-2 overflow-y-auto pe-2"
        tabIndex={0}
        aria-label="Sentences"
      >
        {rows.slice(0, shown).map((row, at) => (
          <li key={row.start} className="group flex gap-3 font-serif text-[0.9375rem] leading-6">
            <span
              aria-hidden="true"
              className="w-6 shrink-0 text-end font-sans text-2xs leading-6 text-muted"
            >
              {at + 1}
            </span>
            <div className="min-w-0 flex-1">
              {splitting === row.start ? (
                <Words
                  row={row}
                  text={text}
                  choose={(position) => {
                    setSplitting(null);
                    change(splitAt(rows, at, position, text));
                  }}
                />
              ) : (
                <span className={classNames("wrap-anywhere", row.isDropped && "text-muted line-through")}>
                  {text.slice(row.start, row.end)}
                </span>
              )}
              <RowActions
                row={row}
                number={at + 1}
                isLast={at === rows.length - 1}
                isSplitting={splitting === row.start}
                join={() => change(joinWithNext(rows, at))}
                split={() => setSplitting(splitting === row.start ? null : row.start)}
                drop={(isDropped) => change(dropRow(rows, at, isDropped))}
              />
            </div>
          </li>
        ))}
      </ol>
      {rows.length > shown ? (
        <Button look="plain" onClick={() => setShown(shown + shownAtOnce)}>
          Show more; {(rows.length - shown).toLocaleString("en")} follow
        </Button>
      ) : null}
    </>
  );
}

type RowActionsProps = {
  readonly row: Row;
  readonly number: number;
  readonly isLast: boolean;
  readonly isSplitting: boolean;
  readonly join: () => void;
  readonly split: () => void;
  readonly drop: (isDropped: boolean) => void;
};

function RowActions({ row, number, isLast, isSplitting, join, split, drop }: RowActionsProps) {
  const action = "min-h-6 rounded px-1 hover:bg-panel hover:text-ink";
  return (
    <span dir="ltr" className="flex flex-wrap items-center gap-x-1 font-sans text-2xs text-muted">
      {row.proposal ? <Badge look="attention">{proposalWords[row.proposal]}</Badge> : null}
      <button
        type="button"
        className={action}
        aria-pressed={row.isDropped}
        aria-label={`Leave sentence ${number} out of the check`}
        onClick={() => drop(!row.isDropped)}
      >
        {row.isDropped ? "Left out. Check it after all" : "Leave out"}
      </button>
      {isLast ? null : (
        <button
          type="button"
          className={action}
          aria-label={`Join sentence ${number} with the next`}
          onClick={join}
        >
          Join with next
        </button>
      )}
      <button
        type="button"
        className={action}
        aria-pressed={isSplitting}
        aria-label={`Split sentence ${number}`}
        onClick={split}
      >
        {isSplitting ? "Do not split" : "Split"}
      </button>
    </span>
  );
}

type WordsProps = { readonly row: Row; readonly text: string; readonly choose: (position: number) => void };

function Words({ row, text, choose }: WordsProps) {
  return (
    <span
      role="group"
      aria-label="Choose the word with which the second sentence begins"
      className="wrap-anywhere"
    >
      {wordsOf(row, text).map(({ start, end }, at) =>
        at === 0 ? (
          <span key={start}>{text.slice(start, end)} </span>
        ) : (
          <button
            key={start}
            type="button"
            className="rounded px-0.5 underline decoration-dotted underline-offset-4 hover:bg-panel"
            onClick={() => choose(start)}
          >
            {text.slice(start, end)}
          </button>
        ),
      )}
    </span>
  );
}
