"use client";

import {
  memo,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  type KeyboardEvent as KeyPress,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { LongList, windowedFrom } from "@/components/ui/long-list";
import { Revealed } from "@/components/claims/revealed";
import { usePrinting } from "@/components/ui/use-printing";
import { claimIn, textPlaces } from "@/lib/client/claim-set";
import { GalleyParagraph } from "./galley-paragraph";
import { cutRows, rowAt, wholeRow, type GalleyRow } from "./galley-rows";
import { layoutClaims } from "./layout-claims";
import { LongArticleNote } from "./long-article-note";

type GalleyProps = {
  readonly text: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
  readonly heading: ReactNode;
  /** What the article scrolls in. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Where the browser's own search would not see what is not in the page. */
  readonly onFind: () => void;
};

function claimAt(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>("[data-claim]")?.dataset["claim"] ?? null)
    : null;
}

/** The article, readable first: paragraphs of the revision's exact text with its claims as spans. */
export const Galley = memo(function Galley(props: GalleyProps) {
  const { language, direction, claims, selectedId, onSelect, heading, onFind } = props;
  const isLong = claims.length > windowedFrom;
  const [readsAll, readAll] = useState(false);
  const printing = usePrinting();
  const isWhole = !isLong || readsAll || printing;
  useFindKey(isWhole ? null : onFind);

  function onClick(event: MouseEvent) {
    const id = claimAt(event.target);
    // Words that were marked with the mouse are to be copied, not chosen.
    if (id && document.getSelection()?.type !== "Range") onSelect(id);
  }
  function onKeyDown(event: KeyPress) {
    if (event.key !== " " && event.key !== "Enter") return;
    const id = claimAt(event.target);
    if (!id || id === selectedId) return;
    event.preventDefault();
    onSelect(id);
  }
  return (
    <article
      lang={language}
      dir={direction}
      onClick={onClick}
      onKeyDown={onKeyDown}
      className="mx-auto max-w-[44rem] px-2 pt-8 pb-28 font-serif max-lg:pb-[70dvh] sm:px-6 sm:pt-11 print:pb-0"
    >
      <header className="ps-9 sm:ps-13">
        {heading}
        {isLong ? <LongArticleNote count={claims.length} readsAll={readsAll} onReadAll={readAll} /> : null}
      </header>
      <div className="mt-6 text-reading">
        <GalleyText {...props} isLong={isLong} isWhole={isWhole} />
      </div>
    </article>
  );
});

/** Ctrl-F or Cmd-F goes to our own search; pressed again, from there, to the browser's. */
function useFindKey(onFind: (() => void) | null): void {
  const find = useEffectEvent((event: KeyboardEvent) => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "f";
    if (!isFind || !onFind || event.defaultPrevented || isInField(event.target)) return;
    event.preventDefault();
    onFind();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      find(event);
    };
    window.addEventListener("keydown", listener);
    return () => {
      window.removeEventListener("keydown", listener);
    };
  }, []);
}

const isInField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input[type=search]");

type GalleyTextProps = Omit<GalleyProps, "heading" | "onFind"> & {
  readonly isLong: boolean;
  readonly isWhole: boolean;
};

function GalleyText({ text, claims, scale, selectedId, scroller, isLong, isWhole }: GalleyTextProps) {
  const places = useClaimPlaces(claims);
  const rows = useMemo(() => setInRows(text, places, isLong), [text, places, isLong]);
  const tabStop = selectedId ?? claims[0]?.id ?? null;
  const paragraph = (row: GalleyRow) => (
    <GalleyParagraph
      key={row.start}
      row={row}
      claims={claims}
      scale={scale}
      selectedId={selectedId}
      tabStop={tabStop}
    />
  );
  const chosen = <Revealed id={selectedId === null ? null : `claim-${selectedId}`} />;
  if (isWhole) {
    return (
      <>
        {rows.map(paragraph)}
        {chosen}
      </>
    );
  }
  return (
    <>
      <LongList
        label="The article, paragraph by paragraph"
        rows={rows}
        scroller={scroller}
        kept={[rowAt(rows, claimIn(claims, tabStop)?.start ?? 0)]}
      >
        {paragraph}
      </LongList>
      {chosen}
    </>
  );
}

function setInRows(text: string, places: Places, isLong: boolean): readonly GalleyRow[] {
  const paragraphs = layoutClaims(text, places);
  return isLong ? cutRows(paragraphs) : paragraphs.map(wholeRow);
}

type Places = Pick<GalleyProps, "claims">["claims"];

/** The same array while no claim has moved: a new verdict must not lay the text out again. */
function useClaimPlaces(claims: Places): Places {
  const [places, setPlaces] = useState(claims);
  if (textPlaces(places) === textPlaces(claims) || samePlaces(places, claims)) return places;
  setPlaces(claims);
  return claims;
}

function samePlaces(before: Places, after: Places): boolean {
  return (
    before.length === after.length &&
    after.every((claim, at) => {
      const old = before[at];
      if (old === claim) return true;
      return old?.id === claim.id && old.start === claim.start && old.end === claim.end;
    })
  );
}
