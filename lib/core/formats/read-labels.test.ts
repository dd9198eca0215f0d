import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultScale } from "../verdicts/default-scale";
import { readLabels } from "./read-labels";

const { options } = defaultScale;
const text = "😀 It is red. It is old.";

describe("marks of other tools", () => {
  it("are found where doccano counts code points and Label Studio UTF-16 units", () => {
    const expected = [{ start: 3, end: 13, verdict: "mostly_true" }];
    const doccano = readLabels({ text, label: [[1, 13, "Mostly true"]] }, text, options);
    expect(doccano.annotations).toMatchObject(expected);
    const value = { start: 2, end: 14 };
    const result = [
      { id: "r1", type: "labels", value: { ...value, labels: ["MOSTLY_TRUE"] } },
      { id: "r1", type: "textarea", value: { ...value, text: ["So says the desk."] } },
    ];
    const studio = readLabels({ data: { text }, annotations: [{ result }] }, text, options);
    expect(studio.annotations).toMatchObject([{ ...expected[0], rationale: "So says the desk." }]);
    expect([...doccano.remarks, ...studio.remarks]).toEqual([]);
  });

  it("that are no verdict, or nowhere in the text, are told of; of two on the same words the first counts", () => {
    const entities = [
      { start_offset: 2, end_offset: 12, label: "PERSON" },
      { start_offset: 2, end_offset: 12, label: "true" },
      { start_offset: 2, end_offset: 12, label: "false" },
      { start_offset: 400, end_offset: 412, label: "false" },
    ];
    const { annotations, remarks } = readLabels({ text, entities }, text, options);
    expect(annotations).toMatchObject([{ start: 3, end: 13, verdict: "true" }]);
    expect(remarks).toEqual([expect.stringMatching(/“PERSON”, a place that the text does not have/)]);
  });

  it("never lie outside of the text, on white space, or inside of a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.nat(30),
        fc.nat(30),
        fc.boolean(),
        (any, a, b, isStudio) => {
          const words = any.toWellFormed();
          const record = isStudio
            ? {
                annotations: [
                  { result: [{ type: "labels", value: { start: a, end: b, labels: ["True"] } }] },
                ],
              }
            : { label: [[a, b, "True"]] };
          for (const { start, end } of readLabels(record, words, options).annotations) {
            const span = words.slice(start, end);
            expect(span).not.toBe("");
            expect(span.trim()).toBe(span);
            expect(end).toBeLessThanOrEqual(words.length);
            expect(span.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  it("are none in anything else", () => {
    for (const record of [
      null,
      "x",
      [],
      { label: "True" },
      { annotations: [null] },
      { label: [["a", 1, 2]] },
    ]) {
      expect(readLabels(record, text, options)).toEqual({ annotations: [], remarks: [] });
    }
  });
});
