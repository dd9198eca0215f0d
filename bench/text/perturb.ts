import type { GoldText } from "../../lib/core/text/boundary-score";

/** Rewrites a text piece by piece and carries the gold offsets along. */
function rewrite(
  gold: GoldText,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string,
): GoldText {
  const shifts: { from: number; by: number }[] = [];
  let text = "";
  let copied = 0;
  for (const match of gold.text.matchAll(pattern)) {
    const written = replacement(match);
    text += gold.text.slice(copied, match.index) + written;
    copied = match.index + match[0].length;
    shifts.push({ from: copied, by: written.length - match[0].length });
  }
  text += gold.text.slice(copied);
  let next = 0;
  let shift = 0;
  const move = (offset: number): number => {
    for (let step = shifts[next]; step && step.from <= offset; step = shifts[next]) {
      shift += step.by;
      next += 1;
    }
    return offset + shift;
  };
  return { text, spans: gold.spans.map(([start, end]) => [move(start), move(end)] as const) };
}

/** Straight quotes as a word processor would curl them: opening after a blank or a bracket, else closing. */
export function curlQuotes(gold: GoldText): GoldText {
  return rewrite(gold, /["']/g, ({ 0: quote, index = 0 }) => {
    const opens = index === 0 || /[\s([{—–-]/.test(gold.text.charAt(index - 1));
    if (quote === '"') return opens ? "“" : "”";
    return opens ? "‘" : "’";
  });
}

/** A stray space before every period that a blank or the end follows. */
export function spacePeriods(gold: GoldText): GoldText {
  return rewrite(gold, /(?<=[^\s.])\.(?=\s|$)/g, () => " .");
}

/** Ten texts on one line, with `joint` between. */
export function joinTexts(texts: readonly GoldText[], joint: string): readonly GoldText[] {
  const joined: GoldText[] = [];
  for (let i = 0; i < texts.length; i += 10) {
    const spans: [number, number][] = [];
    let text = "";
    for (const gold of texts.slice(i, i + 10)) {
      if (text !== "") text += joint;
      for (const [start, end] of gold.spans) spans.push([start + text.length, end + text.length]);
      text += gold.text;
    }
    joined.push({ text, spans });
  }
  return joined;
}
