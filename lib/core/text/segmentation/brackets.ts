/** Longer than any remark in brackets: what is still open after this was never closed. */
const LONGEST_BRACKET = 600;

const CLOSERS = ")]）》〉";
const OPENERS = "([（《〈";

/**
 * For every place of a paragraph, counted from `start`: how many units after it the bracket closes that opens there; 0
 * where none opens or none closes in reach. An array, since a map of a million brackets grows more than linearly slow.
 */
export function matchBrackets(text: string, start: number, end: number): Uint16Array {
  const reach = new Uint16Array(end - start);
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const bracket = text.charAt(at);
    if (OPENERS.includes(bracket)) {
      open.push(at);
      continue;
    }
    const kind = CLOSERS.indexOf(bracket);
    const opener = kind < 0 ? undefined : open.at(-1);
    if (opener === undefined || text[opener] !== OPENERS[kind]) continue;
    open.pop();
    if (at - opener <= LONGEST_BRACKET) reach[opener - start] = at - opener;
  }
  return reach;
}
