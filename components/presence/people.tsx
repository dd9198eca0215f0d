"use client";

import { memo } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { PersonHere } from "@/lib/core/events/presence";
import { claimIn } from "@/lib/client/claim-set";
import { classNames } from "@/components/ui/class-names";
import { initials } from "@/components/workspace/person-menu";
import { usePeopleAt, usePeopleHere } from "./presence-context";

const mostShown = 3;

/** The initials of colleagues at a claim, in its line of the list. */
export const PeopleAtClaim = memo(function PeopleAtClaim({ claimId }: { readonly claimId: string }) {
  const people = usePeopleAt(claimId);
  if (people.length === 0) return null;
  return (
    <span aria-hidden="true" title={people.map(whatTheyDo).join("; ")} className="flex shrink-0 gap-0.5">
      {people.slice(0, mostShown).map((person) => (
        <Badge key={person.memberId} person={person} size="small" />
      ))}
    </span>
  );
});

/** In the margin of the article there is room for a point. */
export function PointAtClaim({ claimId }: { readonly claimId: string }) {
  const people = usePeopleAt(claimId);
  if (people.length === 0) return null;
  return (
    <span
      title={people.map(whatTheyDo).join("; ")}
      className={classNames(
        "me-1 inline-block size-1.5 rounded-full bg-accent align-middle",
        people.some(({ typing }) => typing) && "motion-safe:animate-pulse",
      )}
    />
  );
}

/** Who else has the article open. Read when one comes to it, and never called out: it changes too often for that. */
export function WhoIsHere({ claims }: { readonly claims: readonly ClaimSummary[] }) {
  const people = usePeopleHere();
  if (people.length === 0) return null;
  return (
    <ul aria-label="Here too" className="flex items-center gap-1 max-sm:sr-only">
      {people.map((person, place) => {
        const words = whatTheyDo(person, claimIn(claims, person.claimId)?.ordinal);
        return (
          <li key={person.memberId} title={words}>
            <span className="sr-only">{words}</span>
            {place < mostShown ? <Badge person={person} size="large" /> : null}
          </li>
        );
      })}
      {people.length > mostShown ? (
        <li aria-hidden="true" className="text-xs text-muted">
          +{people.length - mostShown}
        </li>
      ) : null}
    </ul>
  );
}

function whatTheyDo({ name, typing }: PersonHere, ordinal: number | undefined): string {
  const where = ordinal === undefined ? "is here" : `is on claim ${ordinal}`;
  return `${name} ${where}${typing ? ", writing" : ""}`;
}

/** An outline, so that it is not taken for the reader's own. */
function Badge({ person, size }: { readonly person: PersonHere; readonly size: "small" | "large" }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "grid place-items-center rounded-full border border-accent bg-paper font-semibold text-accent",
        size === "small" ? "h-5 min-w-5 px-0.5 text-[0.625rem]" : "size-7 text-2xs",
        person.typing && "border-dashed motion-safe:animate-pulse",
      )}
    >
      {initials(person.name)}
    </span>
  );
}
