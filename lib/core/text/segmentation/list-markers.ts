import { CHAR, classAt } from "./characters";

/** Bullets that mean nothing else in running text; a hyphen or an asterisk may be a dash or a product. */
const BULLET = /^[•‣⁃◦▪●■▫○□]/u;
const NUMBERED = /^\(?(\d{1,3})(\.\)|\.|\))\s/u;
const LETTERED = /^\(?([a-z])(\.\)|\.|\))\s/u;

const isAfterBlank = (text: string, at: number): boolean => classAt(text, at - 1) === CHAR.space;

function everyBullet(text: string, start: number, end: number): readonly number[] {
  const bullet = text.charAt(start);
  const found: number[] = [];
  for (let at = text.indexOf(bullet, start + 1); at > 0 && at < end; at = text.indexOf(bullet, at + 1)) {
    if (isAfterBlank(text, at)) found.push(at);
  }
  return found;
}

/** Follows a list from its first marker to the next and the next: each search starts where the last one ended. */
function everyMarker(
  text: string,
  start: number,
  end: number,
  markerAt: (step: number) => string | null,
): readonly number[] {
  const found: number[] = [];
  let from = start + 1;
  for (let step = 1; ; step += 1) {
    const marker = markerAt(step);
    const at = marker === null ? -1 : text.indexOf(marker, from);
    if (marker === null || at < 0 || at >= end) return found;
    from = at + marker.length;
    // "gegen 2. Liga": the first blank in the marker is the one before it, so only what follows is still to be judged.
    if (!/^["“(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text.slice(from, from + 3))) return found;
    found.push(at + 1);
  }
}

function letterAfter(letter: string, steps: number): string | null {
  const code = letter.charCodeAt(0) + steps;
  return code <= 122 ? String.fromCharCode(code) : null;
}

/**
 * Where the further items of a list begin that stands on one line: "1) First 2) Second", "• one • two". Only markers
 * that count on from the first, in the same style, are believed.
 */
export function findInlineItems(text: string, start: number, end: number): readonly number[] {
  const opening = text.slice(start, Math.min(end, start + 12));
  if (BULLET.test(opening)) return everyBullet(text, start, end);
  const numbered = NUMBERED.exec(opening);
  if (numbered) {
    const [, first = "", style = ""] = numbered;
    return everyMarker(text, start, end, (step) => ` ${String(Number(first) + step)}${style} `);
  }
  const lettered = LETTERED.exec(opening);
  if (!lettered) return [];
  const [, first = "", style = ""] = lettered;
  return everyMarker(text, start, end, (step) => {
    const letter = letterAfter(first, step);
    return letter === null ? null : ` ${letter}${style} `;
  });
}
