/** What a UTF-16 code unit is to a comparison. Halves of surrogate pairs are `other`. */
export const kind = { other: 0, blank: 1, unseen: 2, letter: 3, figure: 4, mark: 5, unspaced: 6 } as const;
type Kind = (typeof kind)[keyof typeof kind];

const units = 0x10000;

// In this order: the first that fits counts.
const patterns: readonly (readonly [Kind, RegExp])[] = [
  [kind.blank, /[\s\u0085]/],
  // Soft hyphens, zero-width characters, direction marks: nobody who copies words sees whether they are there.
  [
    kind.unseen,
    /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/,
  ],
  [kind.mark, /\p{M}/u],
  [
    // Scripts that set no space between words.
    kind.unspaced,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  ],
  [kind.letter, /\p{L}/u],
  [kind.figure, /\p{N}/u],
];

function makeTable(): Uint8Array {
  const table = new Uint8Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    const sign = String.fromCharCode(unit);
    table[unit] = patterns.find(([, pattern]) => pattern.test(sign))?.[0] ?? kind.other;
  }
  return table;
}

let table: Uint8Array | null = null;

/** The kind of every code unit, made when it is first asked for: a look-up is twenty times as fast as a pattern. */
export function characterKinds(): Uint8Array {
  table ??= makeTable();
  return table;
}
