import { followSpan, wordDifference } from "./difference";
import { findQuote, QUOTE_THRESHOLD, quoteAt } from "./quote";
import type { SentenceFate } from "./align";

type Span = { readonly start: number; readonly end: number };

/** What became of a claim for part of a sentence. */
export type PartFate =
  ({ readonly fate: "carried" | "moved" | "changed" } & Span) | { readonly fate: "deleted" };

type Version = { readonly text: string; readonly sentences: readonly Span[] };

/**
 * Finds the parts of sentences again. First their exact words inside the sentence that theirs became, nearest to where
 * they stood in it; then elsewhere, if what stands around them came along; then what the sentence has in their place,
 * which is a change. No two parts end on the same words of the new text.
 */
export function reanchorParts(
  parts: readonly Span[],
  before: Version,
  after: Version,
  fates: readonly SentenceFate[],
): readonly PartFate[] {
  const taken = new Set<string>();
  return parts.map((part) => {
    const options = optionsFor(part, before, after, fates);
    const choice = options.find(({ start, end }) => !taken.has(`${start} ${end}`));
    if (!choice) return { fate: "deleted" };
    taken.add(`${choice.start} ${choice.end}`);
    return choice;
  });
}

type Placed = Exclude<PartFate, { readonly fate: "deleted" }>;

function optionsFor(
  part: Span,
  before: Version,
  after: Version,
  fates: readonly SentenceFate[],
): readonly Placed[] {
  const quote = quoteAt(before.text, part);
  const hostPlace = lastStartingBy(before.sentences, part.start);
  const host = before.sentences[hostPlace];
  const fate = fates[hostPlace];
  const home = fate && fate.fate !== "deleted" ? after.sentences[fate.after] : undefined;
  const expected = host && home ? home.start + part.start - host.start : part.start;
  const found = findQuote(after.text, quote, expected);
  const atHome = home ? found.filter(({ start, end }) => start >= home.start && end <= home.end) : [];
  const elsewhere = found.filter((place) => !atHome.includes(place) && place.score >= QUOTE_THRESHOLD);
  return [
    ...atHome.map(({ start, end }) => ({
      fate: fate?.fate === "moved" ? ("moved" as const) : ("carried" as const),
      start,
      end,
    })),
    ...elsewhere.map(({ start, end }) => ({ fate: "moved" as const, start, end })),
    ...(host && home ? changedPlace(part, { before, after, host, home }) : []),
  ];
}

type Homes = { readonly before: Version; readonly after: Version; readonly host: Span; readonly home: Span };

/** What the new sentence has where the part stood, by the word difference of the two sentences. */
function changedPlace(part: Span, { before, after, host, home }: Homes): readonly Placed[] {
  const words = after.text.slice(home.start, home.end);
  const span = followSpan(wordDifference(before.text.slice(host.start, host.end), words), {
    start: part.start - host.start,
    end: Math.min(part.end, host.end) - host.start,
  });
  if (!span) return [];
  const inside = words.slice(span.start, span.end);
  if (inside.trim() === "") return [];
  const start = home.start + span.start + (inside.length - inside.trimStart().length);
  return [{ fate: "changed", start, end: start + inside.trim().length }];
}

/** The last span that begins at the position or before it; -1 when there is none. */
export function lastStartingBy(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
