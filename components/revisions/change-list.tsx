"use client";

import { useState, type ReactNode } from "react";
import type { ChangedClaim, RevisionChanges, StandingClaim } from "@/lib/core/anchors/changes";
import { Button } from "@/components/ui/button";
import { printed, SidesOfDifference } from "./difference";
import { fateWords, type Fate } from "./fate-words";

export type Printed = { readonly language: string; readonly direction: "ltr" | "rtl" };

type ChangeListProps = Printed & {
  readonly changes: RevisionChanges;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** What stands under a claim: its verdict, and what can be decided about it. */
  readonly under?: ((fate: Fate, claim: StandingClaim) => ReactNode) | undefined;
};

/** More at once make a page slow to open, and nobody reads them in one go. */
const shownAtOnce = 200;

/** Every change from one version to the other, kind by kind, each in the order of the text. */
export function ChangeList({ changes, ...rest }: ChangeListProps) {
  return (
    <div className="flex flex-col gap-10">
      <Section fate="changed" claims={changes.changed} {...rest} />
      <Section fate="deleted" claims={changes.deleted} {...rest} />
      <Section fate="added" claims={changes.added} {...rest} />
      <Section fate="moved" claims={changes.moved} {...rest} />
    </div>
  );
}

type Listed = StandingClaim & Partial<Pick<ChangedClaim, "previousOrdinal" | "previousText">>;

type SectionProps = Omit<ChangeListProps, "changes"> & {
  readonly fate: Fate;
  readonly claims: readonly Listed[];
};

function Section({ fate, claims, under, ...words }: SectionProps) {
  const [shown, setShown] = useState(shownAtOnce);
  if (claims.length === 0) return null;
  const { sign, name, means } = fateWords[fate];
  return (
    <section id={fate} aria-labelledby={`${fate}-heading`} className="scroll-mt-20">
      <h3 id={`${fate}-heading`} className="text-sm font-semibold">
        <span aria-hidden="true" className="me-1.5 text-muted">
          {sign}
        </span>
        {claims.length} {name}
      </h3>
      <p className="text-xs text-muted">{means}</p>
      <ol className="mt-2 border-t border-hairline">
        {claims.slice(0, shown).map((claim) => (
          <Item key={claim.id ?? `new ${claim.ordinal}`} fate={fate} claim={claim}>
            <ClaimWords claim={claim} {...words} />
            {under?.(fate, claim)}
          </Item>
        ))}
      </ol>
      {claims.length > shown ? (
        <Button className="mt-3" onClick={() => setShown(shown + shownAtOnce * 5)}>
          Show more: {claims.length - shown} are left
        </Button>
      ) : null}
    </section>
  );
}

type ClaimWordsProps = Pick<ChangeListProps, "language" | "direction" | "beforeLabel" | "afterLabel"> & {
  readonly claim: Listed;
};

function ClaimWords({ claim, ...rest }: ClaimWordsProps) {
  const { text, ordinal, previousOrdinal, previousText } = claim;
  if (previousText !== undefined) return <SidesOfDifference before={previousText} after={text} {...rest} />;
  return (
    <>
      <p lang={rest.language} dir={rest.direction} className={printed}>
        {text}
      </p>
      {previousOrdinal === undefined ? null : (
        <p className="text-xs text-muted">
          was number {previousOrdinal}, is number {ordinal}
        </p>
      )}
    </>
  );
}

type ItemProps = { readonly fate: Fate; readonly claim: StandingClaim; readonly children: ReactNode };

function Item({ fate, claim, children }: ItemProps) {
  const name = `${fateWords[fate].name}, ${claim.kind === "part" ? "part of claim" : "claim"} ${claim.ordinal}`;
  return (
    <li
      // Where j and k go.
      data-step={fate}
      data-claim={claim.id ?? undefined}
      tabIndex={-1}
      aria-label={name}
      className="grid scroll-my-24 grid-cols-[2.25rem_minmax(0,1fr)] border-b border-hairline py-4 -outline-offset-2 lazily-laid-out"
    >
      <span aria-hidden="true" className="text-2xs leading-7 text-muted tabular-nums">
        {claim.ordinal}
      </span>
      <div className="flex min-w-0 flex-col gap-2.5">{children}</div>
    </li>
  );
}
