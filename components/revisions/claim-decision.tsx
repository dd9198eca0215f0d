import { useId } from "react";
import type { StandingClaim } from "@/lib/core/anchors/changes";
import { isAddressed, type ClaimSummary } from "@/lib/core/claims/claim";
import type { Scale } from "@/lib/core/verdicts/scale";
import { dispositionWords, stateWords } from "@/components/claims/claim-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { VerdictChip } from "@/components/verdicts/verdict-chip";
import type { Partner } from "./decided-changes";
import { Difference, printed } from "./difference";
import type { Printed } from "./change-list";

/** What the claim has so far: the verdict that is at stake. */
export function AtStake({ claim, scale }: { readonly claim: ClaimSummary; readonly scale: Scale }) {
  const { state, ruling, disposition } = claim;
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
      <Badge look={isAddressed(claim) ? "good" : "quiet"}>{stateWords[state]}</Badge>
      {ruling ? (
        <span className="inline-flex items-center gap-1.5">
          Ruled <VerdictChip scale={scale} verdict={ruling} />
        </span>
      ) : null}
      {disposition === "to_check" ? null : <span>{dispositionWords[disposition]}</span>}
    </p>
  );
}

type SameProps = {
  readonly decision: number | null | undefined;
  readonly onDecide: (sentence: null | undefined) => void;
};

/** Under a changed pair: whether the new words are still the same claim. */
export function SameClaim({ decision, onDecide }: SameProps) {
  const isSame = decision === undefined;
  return (
    <div role="group" aria-label="Are these words the same claim?" className="flex flex-wrap gap-2">
      <Button
        look={isSame ? "primary" : "outline"}
        aria-pressed={isSame}
        aria-keyshortcuts="s"
        onClick={() => onDecide(undefined)}
      >
        Same claim <Kbd>s</Kbd>
      </Button>
      <Button
        look={isSame ? "outline" : "primary"}
        aria-pressed={!isSame}
        aria-keyshortcuts="d"
        onClick={() => onDecide(null)}
      >
        Not the same claim <Kbd>d</Kbd>
      </Button>
      {isSame ? null : (
        <p className="self-center text-xs text-muted">
          The old claim is deleted, the new words get one of their own.
        </p>
      )}
    </div>
  );
}

type BecameProps = Printed & {
  readonly claim: StandingClaim;
  readonly partners: readonly Partner[];
  /** The sentence that it was given. */
  readonly chosen: Partner | null;
  readonly onDecide: (sentence: number | undefined) => void;
};

/** A list to choose from is for choosing: the sentences nearest to where the claim stood. */
const offered = 40;

/** Under a deleted claim: which of the new sentences it has become after all. */
export function BecameSentence({ claim, partners, chosen, onDecide, language, direction }: BecameProps) {
  const id = useId();
  const near = partners
    .toSorted((one, two) => Math.abs(one.ordinal - claim.ordinal) - Math.abs(two.ordinal - claim.ordinal))
    .slice(0, offered)
    .toSorted((one, two) => one.ordinal - two.ordinal);
  const options = chosen ? [chosen, ...near] : near;
  if (options.length === 0) return null;
  return (
    <>
      <SelectField
        id={id}
        label="It became"
        className="max-w-xl"
        value={chosen?.ordinal ?? ""}
        onChange={(event) => onDecide(event.target.value === "" ? undefined : Number(event.target.value))}
      >
        <option value="">nothing: it is deleted</option>
        {options.map(({ ordinal, text }) => (
          <option key={ordinal} value={ordinal}>
            {ordinal} · {text.slice(0, 90)}
          </option>
        ))}
      </SelectField>
      {chosen ? (
        <p lang={language} dir={direction} className={printed}>
          <Difference before={claim.text} after={chosen.text} />
        </p>
      ) : null}
    </>
  );
}
