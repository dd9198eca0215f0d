"use client";

import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { GalleyParagraph } from "./galley-paragraph";
import { layoutClaims } from "./layout-claims";

type GalleyProps = {
  readonly text: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly claims: readonly ClaimSummary[];
  readonly scale: Scale;
  readonly selectedId: string | null;
  readonly onSelect: (claimId: string) => void;
  readonly heading: ReactNode;
};

function claimAt(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>("[data-claim]")?.dataset["claim"] ?? null)
    : null;
}

/** The article, readable first: paragraphs of the revision's exact text with its claims as spans. */
export const Galley = memo(function Galley(props: GalleyProps) {
  const { text, language, direction, claims, scale, selectedId, onSelect, heading } = props;
  const article = useRef<HTMLElement>(null);
  const places = useClaimPlaces(claims);
  const paragraphs = useMemo(() => layoutClaims(text, places), [text, places]);
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  const tabStop = selectedId ?? claims[0]?.id ?? null;
  useEffect(() => {
    const selected = selectedId && document.getElementById(`claim-${selectedId}`);
    if (selected) bringIntoView(selected);
  }, [selectedId]);

  function onClick(event: MouseEvent) {
    const id = claimAt(event.target);
    // Words that were marked with the mouse are to be copied, not chosen.
    if (id && document.getSelection()?.type !== "Range") onSelect(id);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== " " && event.key !== "Enter") return;
    const id = claimAt(event.target);
    if (!id || id === selectedId) return;
    event.preventDefault();
    onSelect(id);
  }
  return (
    <article
      ref={article}
      lang={language}
      dir={direction}
      onClick={onClick}
      onKeyDown={onKeyDown}
      className="mx-auto max-w-[44rem] px-2 pt-8 pb-28 font-serif max-lg:pb-[70dvh] sm:px-6 sm:pt-11 print:pb-0"
    >
      <header className="ps-9 sm:ps-13">{heading}</header>
      <div className="mt-6 text-reading">
        {paragraphs.map((paragraph) => (
          <GalleyParagraph
            key={paragraph.start}
            paragraph={paragraph}
            claims={byId}
            scale={scale}
            selectedId={selectedId}
            tabStop={tabStop}
          />
        ))}
      </div>
    </article>
  );
});

type Places = Pick<GalleyProps, "claims">["claims"];

/** The same array while no claim has moved: a new verdict must not lay the text out again. */
function useClaimPlaces(claims: Places): Places {
  const [places, setPlaces] = useState(claims);
  if (places === claims || samePlaces(places, claims)) return places;
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

function bringIntoView(element: HTMLElement): void {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "nearest", behavior: still ? "instant" : "smooth" });
}
