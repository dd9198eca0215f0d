/** Longer than any remark in brackets: what is still open after this was never closed. */
const LONGEST_BRACKET = 600;

const PAIRS = new Map([
  [")", "("],
  ["]", "["],
  ["）", "（"],
  ["》", "《"],
  ["〉", "〈"],
]);
const OPENERS = new Set(PAIRS.values());

/** For every bracket that is closed in reach: the index of the opener to that of its closer. */
export function matchBrackets(text: string, start: number, end: number): ReadonlyMap<number, number> {
  const closerOf = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.slice(start, end).matchAll(/[()[\]（）《》〈〉]/gu)) {
    const at = start + index;
    if (OPENERS.has(bracket)) {
      open.push(at);
      continue;
    }
    const opener = open.at(-1);
    if (opener === undefined || text[opener] !== PAIRS.get(bracket)) continue;
    open.pop();
    if (at - opener <= LONGEST_BRACKET) closerOf.set(opener, at);
  }
  return closerOf;
}
