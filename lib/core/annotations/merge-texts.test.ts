import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTexts } from "./merge-texts";

const base = "The rate was 4 per cent. The bank said so. It fell in May.";

describe("two changes of one text", () => {
  it("keeps both where they are in different sentences", () => {
    const mine = base.replace("4 per cent", "4.2 per cent");
    const theirs = `${base}\nThe minutes confirm it.`;
    expect(mergeTexts(base, mine, theirs)).toEqual({
      text: "The rate was 4.2 per cent. The bank said so. It fell in May.\nThe minutes confirm it.",
      overlaps: false,
    });
  });

  it("keeps both where the sentences are neighbours", () => {
    const mine = base.replace("rate", "key rate");
    const theirs = base.replace("said so", "denied it");
    expect(mergeTexts(base, mine, theirs)).toEqual({
      text: "The key rate was 4 per cent. The bank denied it. It fell in May.",
      overlaps: false,
    });
  });

  it("does not put the words of two drafts into one sentence", () => {
    const mine = base.replace("rate", "fee");
    const theirs = base.replace("4 per cent", "5 per cent");
    expect(mergeTexts(base, mine, theirs)).toEqual({ text: mine, overlaps: true });
    expect(mergeTexts(base, mine, theirs, "theirs")).toEqual({ text: theirs, overlaps: true });
  });

  it("asks where both wrote on at the end, and not where they wrote the same", () => {
    expect(mergeTexts(base, `${base} Mine.`, `${base} Theirs.`).overlaps).toBe(true);
    expect(mergeTexts(base, `${base} Ours.`, `${base} Ours.`)).toEqual({
      text: `${base} Ours.`,
      overlaps: false,
    });
    expect(mergeTexts("", "Mine.", "Theirs.").overlaps).toBe(true);
  });

  it("asks where one took away what the other changed", () => {
    const [mine, theirs] = [base.replace(" The bank said so.", ""), base.replace("bank", "central bank")];
    expect(mergeTexts(base, mine, theirs)).toEqual({ text: mine, overlaps: true });
    expect(mergeTexts(base, mine, theirs, "theirs").text).toBe(theirs);
  });

  it("lets the winner have only what is contested", () => {
    const mine = base.replace("4 per cent", "6 per cent").replace("May", "June");
    const theirs = base.replace("4 per cent", "5 per cent").replace("said so", "denied it");
    expect(mergeTexts(base, mine, theirs, "theirs").text).toBe(
      "The rate was 5 per cent. The bank denied it. It fell in June.",
    );
  });

  it("knows sentences of other scripts", () => {
    const text = "利率下降了。银行这样说。هل انخفض السعر؟ نعم۔";
    const [mine, theirs] = [text.replace("下降", "上升"), text.replace("银行", "央行").replace("نعم", "لا")];
    const both = theirs.replace("下降", "上升");
    expect(mergeTexts(text, mine, theirs)).toEqual({ text: both, overlaps: false });
  });
});

/** Sentences and lines, some of them the same, with everything in them that text can hold. */
const sentence = fc.oneof(
  fc.constantFrom(
    "One.",
    "Two.",
    "One.",
    "No end",
    "\n",
    "",
    "  ",
    "Is it?",
    "\u2028",
    "\ud800.",
    "a\u0000b. ",
    "3.14 “so.” ",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const text = fc.array(sentence, { maxLength: 8 }).map((parts) => parts.join(""));

describe("any two changes of one text", () => {
  it("are the other one where one side changed nothing, and either where they are the same", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(mergeTexts(a, b, a)).toEqual({ text: b, overlaps: false });
        expect(mergeTexts(a, a, b)).toEqual({ text: b, overlaps: false });
        expect(mergeTexts(a, b, b)).toEqual({ text: b, overlaps: false });
      }),
    );
  });

  it("come out the same whoever is asked first, and lose no sign that either wrote, where they do not overlap", () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        const merged = mergeTexts(before, mine, theirs);
        const turned = mergeTexts(before, theirs, mine);
        expect(turned.overlaps).toBe(merged.overlaps);
        if (merged.overlaps) return;
        expect(turned.text).toBe(merged.text);
        const [was, is] = [countSigns(before), countSigns(merged.text)];
        for (const side of [countSigns(mine), countSigns(theirs)]) {
          for (const [sign, count] of side) {
            expect(is.get(sign) ?? 0).toBeGreaterThanOrEqual(count - (was.get(sign) ?? 0));
          }
        }
      }),
    );
  });

  it("are put together exactly where the sentences tell themselves apart", () => {
    const edit = fc.constantFrom<"keep" | "mine" | "theirs" | "both">("keep", "mine", "theirs", "both");
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const write = (who: readonly string[]) =>
          edits
            .map((by, n) => `Sentence ${n} is ${who.includes(by) ? `changed by ${by}` : "as it was"}.`)
            .join(" ");
        const merged = mergeTexts(write([]), write(["mine", "both"]), write(["theirs", "both"]));
        expect(merged).toEqual({ text: write(["mine", "theirs", "both"]), overlaps: false });
      }),
    );
  });
});

function countSigns(of: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of of.split("")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}
