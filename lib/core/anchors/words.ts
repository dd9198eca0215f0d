// Nothing but visible ASCII with single blanks inside, as most sentences are: such words are their own key.
const PLAIN = /^[!-~]+(?: [!-~]+)*$/u;

/**
 * What makes two sentences the same words: white space may run differently, quotes may be curled or straight, a soft
 * hyphen may come or go, and a letter may be composed or not (Unicode NFC). Everything else is another wording, also a
 * capital, a comma or a dash.
 */
export function wordsKey(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFC")
    .replaceAll("\u00ad", "")
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[\s\p{White_Space}\u200b]+/gu, " ")
    .trim();
}

/** Scripts that set no space between words: each of their letters counts as a word, and bigrams give the order. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

// A figure with its separators is one word ("2,304.5"), and so is what an apostrophe or a hyphen holds together.
const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*|\\p{N}+(?:[.,:]\\p{N}+)*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+(?:['’-](?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+)*`,
  "gu",
);

/** The words of a text for telling how alike two texts are; punctuation and capitals do not count here. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize("NFC").toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
}

const PIECE = new RegExp(`${WORD.source}|[\\s\\p{White_Space}]+|.`, "gsu");

/** A text in pieces that give it back when joined: words, runs of white space, single signs. */
export function piecesOf(text: string): readonly string[] {
  return text.match(PIECE) ?? [];
}
