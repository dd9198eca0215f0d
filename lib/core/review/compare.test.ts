import { describe, expect, it } from "vitest";
import type { AnnotationContent, Citation } from "../annotations/annotation";
import { emptyAnnotation } from "../annotations/empty-annotation";
import type { Source } from "../sources/source";
import { compareAnnotations } from "./compare";

const rita = { memberId: "r", name: "Rita" };
const rui = { memberId: "u", name: "Rui" };
const source = (id: string) => ({ id, title: id }) as Source;
const citation = (id: string, part: Partial<Citation> = {}): Citation => ({
  source: source(id),
  stance: "supports",
  quote: "112 m",
  locator: null,
  accessedOn: null,
  archivedUrl: null,
  check: null,
  ...part,
});
const search = {
  query: "length",
  place: "archive",
  searchedOn: null,
  sought: null,
  useful: false,
  outcome: "",
};
const compare = (a: Partial<AnnotationContent>, b: Partial<AnnotationContent>) =>
  compareAnnotations([
    { author: rita, content: { ...emptyAnnotation, ...a } },
    { author: rui, content: { ...emptyAnnotation, ...b } },
  ]);

describe("annotations beside each other", () => {
  it("say once what all of them say", () => {
    const { verdict, rationale } = compare(
      { verdict: "true", rationale: "Measured." },
      { verdict: "true", rationale: "Read." },
    );
    expect(verdict).toEqual({ agreed: true, value: "true" });
    expect(rationale).toEqual({ agreed: false, values: ["Measured.", "Read."] });
  });

  it("have their evidence merged by source: used alike, used otherwise, not used", () => {
    const { evidence } = compare(
      { citations: [citation("atlas"), citation("survey"), citation("blog")] },
      { citations: [citation("survey", { stance: "refutes" }), citation("atlas")] },
    );
    expect(evidence.map(({ source: { id } }) => id)).toEqual(["atlas", "survey", "blog"]);
    expect(evidence[0]?.uses).toMatchObject({ agreed: true, value: [{ quote: "112 m" }] });
    expect(evidence[1]?.uses).toMatchObject({
      agreed: false,
      values: [[{ stance: "supports" }], [{ stance: "refutes" }]],
    });
    expect(evidence[2]?.uses).toMatchObject({ agreed: false, values: [[{ quote: "112 m" }], []] });
  });

  it("name a search once, with all who made it", () => {
    const { searches } = compare({ searches: [search, search] }, { searches: [search] });
    expect(searches).toEqual([{ search, by: [rita, rui] }]);
  });

  it("of one person agree with themselves", () => {
    const content = { ...emptyAnnotation, verdict: "true", citations: [citation("atlas")] };
    const alone = compareAnnotations([{ author: rita, content }]);
    expect(alone.verdict).toEqual({ agreed: true, value: "true" });
    expect(alone.evidence).toMatchObject([{ uses: { agreed: true } }]);
  });
});
