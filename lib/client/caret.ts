/**
 * Where a place in a text lies once somebody else has changed the text around it: before the change it stays, after it
 * it moves along, and what was inside of what changed is at its end. Places count UTF-16 units, as fields do.
 */
export function movedPlace(before: string, after: string, place: number): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (place <= head) return place;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return after.length - Math.min(tail, before.length - place);
}
