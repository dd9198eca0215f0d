import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkQuote } from "./quote-check";

const page = `The bridge\u00a0is 112 metres long.  It was opened in\n1931 by the “Lady Mayor” \u2013 and no\u00adbody
likes its colour. The ﬁrst stone cost 2,304 pounds; the cafe\u0301 beside it sells tea. 橋は百十二メートルです。 The end \u{1f309}.`;

describe("a quote that is in the text", () => {
  it.each([
    ["as it stands", "It was opened in", "It was opened in"],
    ["over a line break", "opened in 1931", "opened in\n1931"],
    ["with a no-break space", "bridge is 112", "bridge\u00a0is 112"],
    ["with straight quotation marks", '"Lady Mayor"', "“Lady Mayor”"],
    ["with another dash", "Mayor” - and", "Mayor” \u2013 and"],
    ["without the soft hyphen", "nobody likes", "no\u00adbody\nlikes"],
    ["with invisible characters", "opened\u200b \u202ein\u202c 1931", "opened in\n1931"],
    ["of a typesetter's letter", "first stone", "ﬁrst stone"],
    ["of a composed letter", "the café", "the cafe\u0301"],
    ["of a script without spaces", "百十二メートル", "百十二メートル"],
    ["with an emoji", "The end 🌉", "The end 🌉"],
    ["with blanks around it", "  112 metres  ", "112 metres"],
  ])("%s", (_name, quote, text) => {
    const check = checkQuote(page, quote);
    expect(check).toMatchObject({ finding: "exact", text });
    if (check.finding !== "not_found") expect(page.slice(check.start, check.end)).toBe(text);
  });
});

describe("a quote that is almost in the text", () => {
  it.each([
    ["capitals", "the Bridge is 112 metres long", "The bridge\u00a0is 112 metres long"],
    ["a number", "It was opened in 1932 by the Lady Mayor", "It was opened in\n1931 by the “Lady Mayor"],
    ["a figure with a separator", "stone cost 2,305 pounds", "stone cost 2,304 pounds"],
    ["half of a word", "it was open", null],
    ["words left out", "The bridge is 112 metres long. […] nobody likes its colour", "The bridge"],
    ["a missing word", "the first stone cost pounds", "The ﬁrst stone cost 2,304 pounds"],
  ])("by %s", (_name, quote, text) => {
    const check = checkQuote(page, quote);
    if (text === null) expect(check.finding).not.toBe("exact");
    else expect(check).toMatchObject({ finding: "close" });
    if (text !== null && check.finding !== "not_found") expect(check.text).toContain(text);
  });
});

describe("a quote that is not in the text", () => {
  it.each([
    ["nothing", ""],
    ["nothing that is seen", " \u200b\u00ad "],
    ["a part of a number", "12 metres"],
    ["a part of a word", "ridge"],
    ["other words", "The tunnel was closed after the flood of last winter"],
    ["the same words in another order", "colour its likes nobody and Mayor Lady the by 1931"],
    ["signs only", "###"],
  ])("%s", (_name, quote) => {
    expect(checkQuote(page, quote)).toEqual({ finding: "not_found" });
  });

  it("is in no empty text", () => {
    expect(checkQuote("", "112 metres")).toEqual({ finding: "not_found" });
  });
});

// Words of one letter and of several, in several scripts; never the same twice in a text, so that a place is certain.
const word = fc
  .tuple(fc.constantFrom("a", "bridge", "мост", "جسر", "brücke", "é"), fc.integer({ min: 0, max: 9_999 }))
  .map(([stem, number]) => `${stem}${number}x`);
const text = fc.uniqueArray(word, { minLength: 30, maxLength: 60 });
const disguises: readonly ((words: string) => string)[] = [
  (words) => words.replaceAll(" ", "\u00a0\n"),
  (words) => words.replaceAll("x", "\u00adx"),
  (words) => words.normalize("NFD"),
  (words) => `\u200f${words}\u200b`,
];

describe("whatever the text", () => {
  it("a stretch of it is found exactly where it stands, however it is spaced and composed", () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...disguises),
        (words, from, count, disguise) => {
          const whole = words.join(" ");
          const quote = words.slice(from, from + count).join(" ");
          const start = whole.indexOf(` ${quote} `.trimEnd()) + 1;
          const check = checkQuote(disguise(whole), disguise(quote));
          expect(check.finding).toBe("exact");
          expect(checkQuote(whole, quote)).toEqual({
            finding: "exact",
            start: from === 0 ? 0 : start,
            end: (from === 0 ? 0 : start) + quote.length,
            text: quote,
          });
        },
      ),
    );
  });

  it("a stretch with one word in four changed is found close by, and its words are given back", () => {
    fc.assert(
      fc.property(text, fc.nat(10), fc.nat(3), (words, from, changed) => {
        const stretch = words.slice(from, from + 16);
        const quote = stretch.map((one, at) => (at % 4 === changed ? "other" : one)).join(" ");
        const check = checkQuote(words.join(" "), quote);
        expect(check.finding).toBe("close");
        if (check.finding === "not_found") return;
        const kept = stretch.filter((_, at) => at % 4 !== changed);
        for (const one of kept) expect(check.text).toContain(one);
      }),
    );
  });

  it("nothing is found that has half of its words from elsewhere", () => {
    fc.assert(
      fc.property(text, fc.nat(10), (words, from) => {
        const quote = words.slice(from, from + 12).map((one, at) => (at % 2 === 0 ? `other${at}` : one));
        expect(checkQuote(words.join(" "), quote.join(" ")).finding).toBe("not_found");
      }),
    );
  });

  it("never throws, and what it finds lies inside of the text", () => {
    const any = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(any, any, (one, other) => {
        for (const [whole, quote] of [
          [one + other, other],
          [one, other],
        ] as const) {
          const check = checkQuote(whole, quote);
          if (check.finding === "not_found") continue;
          expect(check.end).toBeGreaterThan(check.start);
          expect(whole.slice(check.start, check.end)).toBe(check.text);
        }
      }),
      { numRuns: 200 },
    );
  });
});
