import type { Citation, SearchEntry } from "@/lib/core/annotations/annotation";
import { isUnchanged, type AnnotationChanges } from "@/lib/core/annotations/changes";
import { findOption, type Scale } from "@/lib/core/verdicts/scale";
import { Difference } from "@/components/revisions/difference";
import { stanceWords } from "@/components/sources/stance-words";

type ChangesViewProps = { readonly changes: AnnotationChanges; readonly scale: Scale };

/** What a version changed, in words and, for words, as a difference. */
export function ChangesView({ changes, scale }: ChangesViewProps) {
  const { verdict, confidence, rationale, noSourceFound } = changes;
  const label = (key: string | null) => (key === null ? "none" : (findOption(scale, key)?.label ?? key));
  if (isUnchanged(changes))
    return <p className="mt-1 text-xs text-muted">Nothing: it was saved as it was.</p>;
  return (
    <ul className="mt-1 flex flex-col gap-1.5 border-s-2 border-hairline ps-3 text-xs wrap-anywhere">
      {verdict ? (
        <li>
          Verdict: {label(verdict.before)} → <span className="font-semibold">{label(verdict.after)}</span>
        </li>
      ) : null}
      {confidence ? (
        <li>
          Confidence: {confidence.before ?? "none"} → {confidence.after ?? "none"}
        </li>
      ) : null}
      {noSourceFound ? (
        <li>{noSourceFound.after ? "Answered: no source found" : "Took back “no source found”"}</li>
      ) : null}
      {rationale ? (
        <li dir="auto" className="font-serif text-[0.9375rem] leading-5 whitespace-pre-wrap">
          <Difference before={rationale.before} after={rationale.after} />
        </li>
      ) : null}
      <Exchanged {...changes.citations} words={citationWords} />
      <Exchanged {...changes.searches} words={searchWords} />
    </ul>
  );
}

type ExchangedProps<T> = {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly words: (item: T) => string;
};

function Exchanged<T>({ added, removed, words }: ExchangedProps<T>) {
  return (
    <>
      {removed.map((item, place) => (
        <li key={`removed ${place}`}>
          Removed <del className="text-danger">{words(item)}</del>
        </li>
      ))}
      {added.map((item, place) => (
        <li key={`added ${place}`}>
          Added <ins className="text-good underline">{words(item)}</ins>
        </li>
      ))}
    </>
  );
}

function citationWords({ source, stance, quote, locator }: Citation): string {
  const where = locator ? `, ${locator}` : "";
  return `${source.title}${where} (${stanceWords[stance].toLowerCase()})${quote ? `: “${quote}”` : ""}`;
}

function searchWords({ query, place }: SearchEntry): string {
  return `search for “${query}” in ${place}`;
}
