import { describe, expect, it } from "vitest";
import { cutRows, rowAt } from "./galley-rows";
import { layoutClaims } from "./layout-claims";

function article(sentences: number, between: string) {
  const claims: { id: string; start: number; end: number }[] = [];
  let text = "";
  for (let n = 1; n <= sentences; n += 1) {
    const start = text.length;
    text += `Sentence number ${n} says that the bridge has so many piers and no more.`;
    claims.push({ id: `c${n}`, start, end: text.length });
    text += between;
  }
  return { text, claims };
}

describe("the rows of the galley", () => {
  it("are the paragraphs, where these are no longer than a screen", () => {
    const { text, claims } = article(20, "\n\n");
    const paragraphs = layoutClaims(text, claims);
    const rows = cutRows(paragraphs);
    expect(rows.map(({ pieces }) => pieces)).toEqual(paragraphs.map(({ pieces }) => pieces));
    expect(rows.every(({ begins, ends }) => begins && ends)).toBe(true);
  });

  it("hold every word of one endless paragraph once and in order, and begin where a claim begins", () => {
    const { text, claims } = article(1_000, " ");
    const rows = cutRows(layoutClaims(text, claims));
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join("")).toBe(text.trimEnd());
    for (const { start, pieces } of rows) {
      expect(pieces[0]?.opens).toBe(true);
      expect(pieces[0]?.number).toBe("margin");
      expect(text.startsWith(pieces[0]?.text ?? "-", start)).toBe(true);
    }
    expect(rows.map(({ begins }) => begins).filter(Boolean)).toHaveLength(1);
    expect(rows.at(-1)?.ends).toBe(true);
  });

  it("never cut inside a claim, however long it is", () => {
    const text = `${"very ".repeat(2_000)}long. Short.`;
    const rows = cutRows(
      layoutClaims(text, [
        { id: "long", start: 0, end: text.length - 7 },
        { id: "short", start: text.length - 6, end: text.length },
      ]),
    );
    expect(rows).toHaveLength(2);
    expect(
      [0, text.length - 7, text.length - 6, text.length].map((position) => rowAt(rows, position)),
    ).toEqual([0, 0, 1, 1]);
  });

  it("a part inside a sentence stays in its row, and is found in it", () => {
    const { text, claims } = article(200, " ");
    const sentence = claims[150];
    if (!sentence) throw new Error("there are 200 sentences");
    const part = { id: "part", start: sentence.start + 9, end: sentence.start + 20 };
    const rows = cutRows(layoutClaims(text, [...claims.slice(0, 151), part, ...claims.slice(151)]));
    const row = rows[rowAt(rows, part.start)];
    expect(row?.pieces.some(({ claimId, opens }) => claimId === "part" && opens)).toBe(true);
    expect(row?.pieces.some(({ claimId, opens }) => claimId === sentence.id && opens)).toBe(true);
  });
});
