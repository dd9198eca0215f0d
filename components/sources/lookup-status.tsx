import type { Source } from "@/lib/core/sources/source";
import type { LookupState } from "./use-lookup";

const stepWords = {
  waiting: "Looking it up…",
  fetching: "Fetching the page…",
  reading: "Reading the page…",
  over: "Reading the page…",
} as const;

type LookupStatusProps = { readonly state: LookupState; readonly onPick: (source: Source) => void };

/** How far the look-up is, and what came of it; what was typed is not touched by it. */
export function LookupStatus({ state, onPick }: LookupStatusProps) {
  return (
    <div role="status" className="-mt-3 text-2xs text-muted empty:hidden">
      {state.kind === "running" ? <p>{stepWords[state.step]} You can go on typing.</p> : null}
      {state.kind === "found" ? <Found state={state} onPick={onPick} /> : null}
      {state.kind === "failed" ? (
        <p className="text-warning">{state.words} Type in what you know; nothing that you typed is lost.</p>
      ) : null}
    </div>
  );
}

type FoundProps = {
  readonly state: Extract<LookupState, { kind: "found" }>;
  readonly onPick: (source: Source) => void;
};

function Found({ state: { lookup }, onPick }: FoundProps) {
  const { known } = lookup;
  if (!known) return <p>Filled in from there where nothing was typed. Look it over.</p>;
  return (
    <p>
      The library has it already:{" "}
      <button
        type="button"
        className="text-accent underline underline-offset-2"
        onClick={() => onPick(known)}
      >
        use “{known.title}”
      </button>
    </p>
  );
}
