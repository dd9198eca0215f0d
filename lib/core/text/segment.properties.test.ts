import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Span, segment, splitParagraphs } from "./segment";

const RUNS = { numRuns: 10_000 };

// What has broken segmenters before: marks, quotes, abbreviations, white space of every kind, halves of characters.
const PIECES = [
  ...Array.from("aA1.!?…。！？؟।¿¡\"'“”‘’«»„‹›()[]《》（）「」-–—•*_:;,#@/$€"),
  ...Array.from(" \t\n\r\u000b\u000c\u00a0\u0085\u2028\u2029\u3000\ufeff"),
  ...Array.from("\0\u200b\u200d\u200e\u200f\u202a\u202e\u2066\u2069\u00ad"),
  "\r\n",
  "\ud83d",
  "\ude00",
  "😀",
  "👩‍👩‍👧",
  "𝐀",
  "𠀋",
  // A sentence-ending mark of two units (Brahmi).
  "𑁇",
  "e\u0301",
  "\u0301",
  "و",
  "د",
  "中",
  "ß",
  "Mr.",
  "U.S.",
  "e.g.",
  "p.m.",
  "z. B.",
  "The ",
  " said ",
  "Im 3. Oktober ",
  ". . .",
  "1) ",
  "2) ",
  "http://a.b",
  ":-)",
  "[1]",
  "[...]",
];

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
);

/** Every rule that spans obey, whatever the text; names the first one broken, or null. */
function brokenRule(text: string, spans: readonly Span[]): string | null {
  let last = 0;
  for (const { start, end } of spans) {
    const gap = text.slice(last, start);
    const sentence = text.slice(start, end);
    if (start < last || end > text.length) return "sorted and disjoint";
    if (end <= start) return "non-empty";
    if (sentence !== sentence.trim()) return "trimmed";
    if (gap.trim() !== "") return "only white space between";
    if (cutsPair(text, start) || cutsPair(text, end)) return "no surrogate pair or CRLF cut";
    last = end;
  }
  return text.slice(last).trim() === "" ? null : "only white space at the end";
}

const cutsPair = (text: string, at: number): boolean =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));

function rebuild(text: string, spans: readonly Span[]): string {
  let last = 0;
  let rebuilt = "";
  for (const { start, end } of spans) {
    rebuilt += text.slice(last, start) + text.slice(start, end);
    last = end;
  }
  return rebuilt + text.slice(last);
}

describe("for any text at all", () => {
  it("sentences are sorted, disjoint, non-empty, trimmed, and lose nothing but white space", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = segment(text);
        expect(brokenRule(text, spans)).toBeNull();
        expect(rebuild(text, spans)).toBe(text);
      }),
      RUNS,
    );
  });

  it("so are paragraphs, and every sentence lies in one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const paragraphs = splitParagraphs(text);
        expect(brokenRule(text, paragraphs)).toBeNull();
        const strays = segment(text).filter(
          ({ start, end }) =>
            !paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end),
        );
        expect(strays).toEqual([]);
      }),
      RUNS,
    );
  });

  it("an empty line keeps two texts from influencing each other", () => {
    fc.assert(
      fc.property(anyText, anyText, (above, below) => {
        const offset = above.length + 2;
        const moved = segment(below).map(({ start, end }) => ({ start: start + offset, end: end + offset }));
        expect(segment(`${above}\n\n${below}`)).toEqual([...segment(above), ...moved]);
      }),
      RUNS,
    );
  });

  it("the answer is always the same", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en", "de", "ar", "zh-Hant", "x"), (text, language) => {
        expect(segment(text, { language })).toEqual(segment(text, { language }));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("paragraphs", () => {
  it("an unclosed quotation mark or bracket ends with its paragraph", () => {
    const alone = "He came. She went.";
    for (const opener of ["“", '"', "(", "«", "「", "《"]) {
      const text = `${opener}Never closed. Not at all\n${alone}`;
      const shift = text.length - alone.length;
      const below = segment(text).filter(({ start }) => start >= shift);
      expect(below).toEqual(
        segment(alone).map(({ start, end }) => ({ start: start + shift, end: end + shift })),
      );
    }
  });
});
