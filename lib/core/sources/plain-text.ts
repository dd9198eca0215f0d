import { characterKinds, kind } from "./character-kinds";

/** A text as it is compared: `at` gives for each of its units the place in the original where it comes from. */
export type Plain = { readonly text: string; readonly at: Int32Array };

const same: ReadonlyMap<string, string> = new Map([
  ...Array.from("‘’‚‛′‵`´ʼ＇‹›").map((sign) => [sign, "'"] as const),
  ...Array.from("“”„‟″‶«»＂〝〞").map((sign) => [sign, '"'] as const),
  ...Array.from("‐‑‒–—―−﹘﹣－").map((sign) => [sign, "-"] as const),
  ["…", "..."],
  // Typesetters' letters, which come out of PDFs.
  ["ﬀ", "ff"],
  ["ﬁ", "fi"],
  ["ﬂ", "fl"],
  ["ﬃ", "ffi"],
  ["ﬄ", "ffl"],
  ["ﬅ", "st"],
  ["ﬆ", "st"],
]);

/**
 * The text for comparing only: white space as single blanks, one kind of quotation mark and dash, no characters that
 * nobody sees, composed letters (NFC). Letters, figures, capitals and all other signs stay as they are. Linear.
 */
export function plainText(original: string): Plain {
  const reader = new PlainReader(original);
  let i = 0;
  while (i < original.length) i = reader.read(i);
  return reader.done();
}

/** A visible ASCII character that means itself; the grave accent stands for a quotation mark. */
function isPlainAscii(code: number): boolean {
  return code > 32 && code < 127 && code !== 96;
}

class PlainReader {
  private readonly original: string;
  private readonly kinds = characterKinds();
  private readonly parts: string[] = [];
  private at: Int32Array;
  private length = 0;
  private endsBlank = true;

  constructor(original: string) {
    this.original = original;
    this.at = new Int32Array(original.length + 16);
  }

  /** Takes in what begins at `i`. @returns where the next thing begins */
  read(i: number): number {
    const code = this.original.charCodeAt(i);
    if (isPlainAscii(code)) return this.readAscii(i);
    const found = this.kinds[code] ?? kind.other;
    if (found === kind.unseen) return i + 1;
    if (found === kind.blank) {
      if (!this.endsBlank) this.put(" ", i);
      return i + 1;
    }
    const end = this.endOfMarks(i + 1);
    this.put(same.get(this.original[i] ?? "") ?? this.original.slice(i, end).normalize("NFC"), i);
    return end;
  }

  /** A run of signs that mean themselves; the last of them may carry an accent and is left for the next step. */
  private readAscii(from: number): number {
    let end = from + 1;
    for (; end < this.original.length; end += 1) {
      if (!isPlainAscii(this.original.charCodeAt(end))) break;
    }
    const marked = this.endOfMarks(end);
    const plainEnd = marked > end ? end - 1 : end;
    if (plainEnd > from) {
      this.grow(plainEnd - from);
      for (let i = from; i < plainEnd; i += 1) this.at[this.length + i - from] = i;
      this.length += plainEnd - from;
      this.parts.push(this.original.slice(from, plainEnd));
    }
    if (marked > end) this.put(this.original.slice(end - 1, marked).normalize("NFC"), end - 1);
    this.endsBlank = false;
    return marked;
  }

  private endOfMarks(from: number): number {
    let end = from;
    while (this.kinds[this.original.charCodeAt(end)] === kind.mark) end += 1;
    return end;
  }

  private put(text: string, from: number): void {
    this.grow(text.length);
    for (let i = 0; i < text.length; i += 1) this.at[this.length + i] = from;
    this.length += text.length;
    this.parts.push(text);
    this.endsBlank = text === " ";
  }

  private grow(more: number): void {
    if (this.length + more <= this.at.length) return;
    const wider = new Int32Array((this.length + more) * 2);
    wider.set(this.at);
    this.at = wider;
  }

  done(): Plain {
    const text = this.parts.join("");
    const length = text.endsWith(" ") ? text.length - 1 : text.length;
    return { text: text.slice(0, length), at: this.at.subarray(0, length) };
  }
}
