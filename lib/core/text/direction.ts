export type Direction = "ltr" | "rtl";

const LETTER = /\p{L}/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/** Enough to outweigh a Latin name at the head of an Arabic article; more would read books for one bit. */
const LETTERS_ASKED = 1000;

/**
 * The direction in which most of the first thousand letters run; where they are even, that of the first one
 * (Unicode Bidirectional Algorithm, rule P2); "ltr" where there is no letter.
 */
export function detectDirection(text: string): Direction {
  let asked = 0;
  let balance = 0;
  let first: Direction = "ltr";
  for (const [letter] of text.matchAll(LETTER)) {
    const isRightToLeft = RIGHT_TO_LEFT.test(letter);
    if (asked === 0 && isRightToLeft) first = "rtl";
    balance += isRightToLeft ? 1 : -1;
    asked += 1;
    if (asked === LETTERS_ASKED) break;
  }
  if (balance === 0) return first;
  return balance > 0 ? "rtl" : "ltr";
}
