"use client";

import { useState } from "react";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import { cutPoints } from "@/lib/core/claims/fit";
import { present } from "@/lib/core/shared/assert";
import type { Answer } from "@/lib/client/api";
import { claimPart, mergeClaims, splitClaim, type Fitted } from "@/lib/client/fit-requests";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useDesk } from "@/components/workbench/desk-context";

type FitWordsProps = {
  readonly claim: ClaimSummary;
  readonly run: (asked: Promise<Answer<Fitted>>, words: string) => Promise<void>;
  readonly isBusy: boolean;
};

/** UTF-16 code units in the claim's text, half-open. */
type Word = { readonly start: number; readonly end: number; readonly text: string };

/** From one word to another of the claim, by place; the same twice for one word. */
type Chosen = { readonly from: number; readonly to: number };

function wordsIn(text: string): readonly Word[] {
  const starts = [0, ...cutPoints(text)];
  return starts.map((start, place) => {
    const words = text.slice(start, starts[place + 1]).trimEnd();
    return { start, end: start + words.length, text: words };
  });
}

/** The claim's words to choose from, and what can be done at them. */
export function FitWords(props: FitWordsProps) {
  const { claim } = props;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const words = wordsIn(claim.text);
  return (
    <>
      {claim.kind === "sentence" && words.length > 1 ? (
        <div className="flex flex-col gap-2">
          <WordPicker words={words} chosen={chosen} onChoose={setChosen} />
          {chosen ? <ChosenWords {...props} words={words} chosen={chosen} /> : null}
        </div>
      ) : null}
      <MergeButtons {...props} />
    </>
  );
}

type ChosenWordsProps = FitWordsProps & { readonly words: readonly Word[]; readonly chosen: Chosen };

function ChosenWords({ words, chosen: { from, to }, ...props }: ChosenWordsProps) {
  const { store } = useDesk();
  const { claim, run, isBusy } = props;
  const [first, last] = [present(words[from], "it was pressed"), present(words[to], "it was pressed")];
  const span = { start: claim.start + first.start, end: claim.start + last.end };
  const isAll = from === 0 && to === words.length - 1;
  return (
    <div className="flex flex-wrap gap-2">
      {from === to && from > 0 ? <SplitButtons {...props} at={span.start} word={first.text} /> : null}
      {isAll ? null : (
        <Button
          disabled={isBusy}
          onClick={() => {
            void run(claimPart(store.api, claim, span), "Claimed on its own");
          }}
        >
          Claim “{shortened(claim.text.slice(first.start, last.end))}” on its own
        </Button>
      )}
    </div>
  );
}

type WordPickerProps = {
  readonly words: readonly Word[];
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
};

/** One word is chosen by the first press; the next press on another word chooses all from one to the other. */
function WordPicker({ words, chosen, onChoose }: WordPickerProps) {
  function press(place: number): void {
    if (!chosen || chosen.from !== chosen.to) onChoose({ from: place, to: place });
    else if (chosen.from === place) onChoose(null);
    else onChoose({ from: Math.min(chosen.from, place), to: Math.max(chosen.from, place) });
  }
  return (
    <fieldset>
      <legend className="text-2xs text-muted">
        Choose the word before which to split, or the first and the last word of a part
      </legend>
      <p dir="auto" className="mt-1.5 font-serif leading-8">
        {words.map(({ text, start }, place) => {
          const isChosen = chosen !== null && place >= chosen.from && place <= chosen.to;
          return (
            <span key={start}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => {
                  press(place);
                }}
                className={classNames(
                  "min-h-7 min-w-6 rounded-sm px-1",
                  isChosen ? "bg-accent text-on-accent" : "hover:bg-panel",
                )}
              >
                {text}
              </button>{" "}
            </span>
          );
        })}
      </p>
    </fieldset>
  );
}

type SplitButtonsProps = FitWordsProps & { readonly at: number; readonly word: string };

function SplitButtons({ claim, at, word, run, isBusy }: SplitButtonsProps) {
  const { store } = useDesk();
  const isWritten = claim.state !== "unchecked" && claim.state !== "disposed";
  function split(keep: "first" | "second") {
    void run(splitClaim(store.api, claim, { at, keep }), `Split before “${shortened(word)}”`);
  }
  return (
    <>
      <Button
        disabled={isBusy}
        onClick={() => {
          split("first");
        }}
      >
        Split before “{shortened(word)}”
      </Button>
      {isWritten ? (
        <Button
          disabled={isBusy}
          onClick={() => {
            split("second");
          }}
        >
          Split, and what was written goes with the second piece
        </Button>
      ) : null}
    </>
  );
}

function MergeButtons({ claim, run, isBusy }: FitWordsProps) {
  const { store } = useDesk();
  if (claim.kind !== "sentence") {
    return (
      <p className="text-sm text-muted">
        A part follows its words. To end it, take it back or dispose of it.
      </p>
    );
  }
  const sentences = store.state.claims.filter(({ kind }) => kind === "sentence");
  const place = sentences.findIndex(({ id }) => id === claim.id);
  const neighbours = [
    ["the one before", sentences[place - 1]],
    ["the next one", sentences[place + 1]],
  ] as const;
  return (
    <div className="flex flex-wrap gap-2">
      {neighbours.map(([name, other]) =>
        other ? (
          <Button
            key={name}
            disabled={isBusy}
            onClick={() => {
              const claims = [claim, other].map(({ id, version }) => ({ id, version }));
              void run(mergeClaims(store.api, { claims, keep: claim.id }), `Merged with ${name}`);
            }}
          >
            Merge with {name}
          </Button>
        ) : null,
      )}
    </div>
  );
}

function shortened(words: string): string {
  return words.length > 28 ? `${words.slice(0, 26).trimEnd()}…` : words;
}
