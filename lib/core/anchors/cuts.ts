import type { Span } from "../text/segment";

type Cut = { readonly sentence: number; readonly offset: number };
/** Sentences of the old text that people had cut or joined into other claims, and where. */
type Reworked = {
  readonly sentences: readonly string[];
  readonly claims: readonly { readonly start: Cut; readonly end: Cut }[];
};

/**
 * The sentences of a new text, cut as people had cut the old one: where sentences stand again in the same words, the
 * claims that had been split, joined or trimmed by hand are split, joined and trimmed again, so that their verdicts find
 * them. `sentences` are the segmenter's for the old text, `claims` its sentence claims; both sorted and disjoint.
 */
export function repeatCuts(
  before: { readonly text: string; readonly sentences: readonly Span[]; readonly claims: readonly Span[] },
  after: { readonly text: string; readonly sentences: readonly Span[] },
): readonly Span[] {
  const reworked = new Map<string, Reworked[]>();
  for (const group of reworkedGroups(before)) {
    const [first = ""] = group.sentences;
    reworked.set(first, [...(reworked.get(first) ?? []), group]);
  }
  if (reworked.size === 0) return after.sentences;
  const spans: Span[] = [];
  const wordsAt = (place: number) => {
    const span = after.sentences[place];
    return span ? after.text.slice(span.start, span.end) : "";
  };
  for (let at = 0; at < after.sentences.length;) {
    const group = (reworked.get(wordsAt(at)) ?? []).find(({ sentences }) =>
      sentences.every((words, i) => wordsAt(at + i) === words),
    );
    if (group) spans.push(...claimSpans(group, after.sentences, at));
    else spans.push(...after.sentences.slice(at, at + 1));
    at += group?.sentences.length ?? 1;
  }
  return spans;
}

function claimSpans({ claims }: Reworked, sentences: readonly Span[], at: number): readonly Span[] {
  const place = ({ sentence, offset }: Cut) => (sentences[at + sentence]?.start ?? 0) + offset;
  return claims.map(({ start, end }) => ({ start: place(start), end: place(end) }));
}

type Old = { readonly text: string; readonly sentences: readonly Span[]; readonly claims: readonly Span[] };

/** Runs of sentences and claims that overlap each other, where they are not simply the same. */
function reworkedGroups({ text, sentences, claims }: Old): readonly Reworked[] {
  const groups: Reworked[] = [];
  for (let [s, c] = [0, 0]; s < sentences.length;) {
    const [nextS, nextC] = endOfRun(sentences, claims, s, c);
    const run = { sentences: sentences.slice(s, nextS), claims: claims.slice(c, nextC) };
    if (isReworked(run.sentences, run.claims)) groups.push(describe(text, run.sentences, run.claims));
    [s, c] = [nextS, nextC];
  }
  return groups;
}

/** Where the run of overlapping spans that begins at `s` and `c` is over: each that is in it may draw it further. */
function endOfRun(
  sentences: readonly Span[],
  claims: readonly Span[],
  s: number,
  c: number,
): readonly [number, number] {
  let end = sentences[s]?.end ?? 0;
  let [nextS, nextC] = [s + 1, c];
  for (;;) {
    const claim = beginsBefore(claims[nextC], end);
    const next = claim ?? beginsBefore(sentences[nextS], end);
    if (!next) return [nextS, nextC];
    if (claim) nextC += 1;
    else nextS += 1;
    end = Math.max(end, next.end);
  }
}

function beginsBefore(span: Span | undefined, end: number): Span | null {
  return span && span.start < end ? span : null;
}

function isReworked(sentences: readonly Span[], claims: readonly Span[]): boolean {
  if (claims.length === 0) return false;
  const [sentence, claim] = [sentences[0], claims[0]];
  const same = sentence?.start === claim?.start && sentence?.end === claim?.end;
  return sentences.length !== 1 || claims.length !== 1 || !same;
}

function describe(text: string, sentences: readonly Span[], claims: readonly Span[]): Reworked {
  const cut = (position: number): Cut => {
    const sentence = Math.max(
      0,
      sentences.findLastIndex(({ start }) => start <= position),
    );
    return { sentence, offset: position - (sentences[sentence]?.start ?? 0) };
  };
  return {
    sentences: sentences.map(({ start, end }) => text.slice(start, end)),
    claims: claims.map(({ start, end }) => ({ start: cut(start), end: cut(end) })),
  };
}
