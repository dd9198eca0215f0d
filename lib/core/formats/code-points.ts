/**
 * Turns positions in UTF-16 code units, as the program counts, into Unicode code points, as W3C annotations and Python
 * count. Cheap for positions that come in order; a step back is counted from the start.
 */
export function codePointCounter(text: string): (position: number) => number {
  let units = 0;
  let points = 0;
  return (position) => {
    if (position < units) {
      units = 0;
      points = 0;
    }
    const end = Math.min(position, text.length);
    while (units < end) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
      points += 1;
    }
    return points;
  };
}

/** Up to so many whole characters in front of a position. */
export function charactersBefore(text: string, position: number, count: number): string {
  return codePoints(text.slice(Math.max(0, position - 2 * count), position).toWellFormed())
    .slice(-count)
    .join("");
}

/** Up to so many whole characters from a position on. */
export function charactersFrom(text: string, position: number, count: number): string {
  return codePoints(text.slice(position, position + 2 * count))
    .slice(0, count)
    .join("");
}

/** The text as Unicode code points, which is less than what a reader calls a character. */
export function codePoints(text: string): readonly string[] {
  return Array.from(text);
}

/** The other way: positions in code points into UTF-16 units; beyond the text its end. Cheap for positions in order. */
export function unitsOf(text: string): (position: number) => number {
  let units = 0;
  let points = 0;
  return (position) => {
    if (position < points) {
      units = 0;
      points = 0;
    }
    while (points < position && units < text.length) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
      points += 1;
    }
    return units;
  };
}
