import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePlace, sampleReport, writeReport } from "@/seeds/report-content";
import type { MarkupContext } from "./claim-review-rules";
import { validateMarkup, validateValue } from "./validate-markup";

const scale = sampleReport.scale.options.map(({ label, rank }) => ({ label, rank }));
const context: MarkupContext = { now: "2026-11-22T00:00:00Z", site: "https://desk.example", scale };

/** A review that nothing is wrong with. */
const good = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://desk.example/r/tall/claims/1",
  claimReviewed: "It is 4 m long",
  author: {
    "@type": "Organization",
    name: "City desk",
    correctionsPolicy: "https://desk.example/corrections",
  },
  datePublished: "2026-05-04",
  reviewRating: {
    "@type": "Rating",
    alternateName: "Mostly true",
    ratingValue: 4,
    bestRating: 5,
    worstRating: 1,
  },
  itemReviewed: {
    "@type": "Claim",
    datePublished: "2026-04-30",
    author: { "@type": "Person", name: "R. Porter", sameAs: "https://daily.example/porter" },
    appearance: "https://daily.example/tall",
  },
  citation: [
    { "@type": "CreativeWork", url: "https://city.example/survey", archivedAt: "https://archive.example/1" },
  ],
};

const rules = (value: unknown, more: Partial<MarkupContext> = {}) =>
  validateValue(value, { ...context, ...more }).findings.map(({ rule }) => rule);
const rated = (rating: object) => ({ ...good, reviewRating: { ...good.reviewRating, ...rating } });
const claim = (item: object) => ({ ...good, itemReviewed: { ...good.itemReviewed, ...item } });

it("finds nothing wrong with a review that is as it should be", () => {
  expect(validateValue(good, context)).toEqual({
    valid: true,
    claimReviews: 1,
    annotations: 0,
    findings: [],
    problem: null,
  });
});

describe("each defect is found by its rule, and by no other", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["another vocabulary", { ...good, "@context": "https://example.org" }, ["E1"]],
    ["no vocabulary", { ...good, "@context": undefined }, ["E1"]],
    ["what is reviewed is no Claim", claim({ "@type": "Article" }), ["E1"]],
    ["no address", { ...good, url: undefined }, ["E2"]],
    ["a relative address", { ...good, url: "/r/1" }, ["E2"]],
    ["http", { ...good, url: "http://desk.example/r/1" }, ["E2"]],
    ["the home page", { ...good, url: "https://desk.example/" }, ["E2"]],
    ["another site", { ...good, url: "https://else.example/r/1" }, ["E2"]],
    ["no claim", { ...good, claimReviewed: " " }, ["E3"]],
    ["the verdict behind the claim", { ...good, claimReviewed: "It is long – false" }, ["E3"]],
    ["the verdict in front of the claim", { ...good, claimReviewed: "Mostly true: it is long" }, ["E3"]],
    ["the verdict as a rating", { ...good, claimReviewed: "It is long, rated mixed by us" }, ["E3"]],
    ["no verdict in words", rated({ alternateName: "" }), ["E4"]],
    ["no rating", { ...good, reviewRating: undefined }, ["E4"]],
    ["a verdict of no scale", rated({ alternateName: "Pants on fire" }), ["E4"]],
    ["a number alone", rated({ bestRating: undefined, worstRating: undefined }), ["E5"]],
    ["a number in words", rated({ ratingValue: "four" }), ["E5"]],
    ["a worst of 0", rated({ worstRating: 0, ratingValue: 4 }), ["E5"]],
    ["-1 under a worst of 1", rated({ ratingValue: -1, alternateName: "False" }), ["E5"]],
    ["worst over best", rated({ worstRating: 5, bestRating: 1, ratingValue: 2 }), ["E5"]],
    ["a number of another step", rated({ ratingValue: 2 }), ["E6"]],
    ["nobody", { ...good, author: {} }, ["E7", "W5"]],
    ["a date that is none", { ...good, datePublished: "4 May 2026" }, ["E8"]],
    ["a date before the claim", { ...good, datePublished: "2026-04-29" }, ["E8"]],
    ["a date to come", { ...good, datePublished: "2027-01-01" }, ["E8"]],
    ["nowhere", claim({ appearance: undefined }), ["E9"]],
    ["on the checker’s own site", claim({ appearance: "https://www.desk.example/x" }), ["E9"]],
    ["a claimant without a name", claim({ author: { "@type": "Person" } }), ["E10"]],
    ["a long claim", { ...good, claimReviewed: "x".repeat(76) }, ["W1"]],
    ["no archived copy", { ...good, citation: [{ url: "https://x.example/" }] }, ["W2"]],
    ["a number beside the line", rated({ alternateName: "Opinion" }), ["W3"]],
    ["a claimant that could be anybody", claim({ author: { name: "A" } }), ["W4"]],
    ["no corrections policy", { ...good, author: { name: "City desk" } }, ["W5"]],
    ["changed without a word", { ...good, dateModified: "2026-06-01" }, ["W6"]],
  ])("%s", (_, review, expected) => {
    expect(rules(review)).toEqual(expected);
  });

  it("the same word inside of a sentence is no verdict", () => {
    for (const words of [
      "True North is a magazine",
      "He said that it was false to say so",
      "A mixed choir sang",
    ]) {
      expect(rules({ ...good, claimReviewed: words })).toEqual([]);
    }
  });
  it("numbers may be text, and other lines may be longer", () => {
    expect(rules(rated({ ratingValue: "4", bestRating: "5", worstRating: "1" }))).toEqual([]);
    expect(rules(rated({ ratingValue: 78, bestRating: 100, worstRating: 1 }))).toEqual([]);
  });
  it("a printed brochure has no address, and a name", () => {
    expect(rules(claim({ appearance: { "@type": "CreativeWork", headline: "Brochure" } }))).toEqual([]);
  });
  it("E11, E12: one review a page, one page a claim", () => {
    expect(
      rules({ "@context": "https://schema.org", "@graph": [good, { ...good, claimReviewed: "It is red" }] }),
    ).toEqual(["E11"]);
    expect(rules([good, { ...good, url: "https://desk.example/r/tall/claims/2" }])).toEqual(["E12"]);
    expect(rules([good, { ...good, url: "https://desk.example/r/2", claimReviewed: "It is red" }])).toEqual(
      [],
    );
  });
  it("E13: a page says what its markup says", () => {
    const page = (words: string) =>
      `<html><head><script type="application/ld+json">${JSON.stringify(good)}</script></head><body>${words}</body></html>`;
    expect(
      validateMarkup(page("<h1>It is 4&#39; m long?</h1>"), context).findings.map(({ rule }) => rule),
    ).toEqual(["E13", "E13"]);
    expect(validateMarkup(page("<h1>It is <b>4 m</b> long</h1> Mostly true"), context)).toMatchObject({
      valid: true,
      findings: [],
    });
    expect(validateMarkup("<p>nothing</p>", context).problem).toBe("This page carries no JSON-LD.");
  });
  it("E14: the verdict is the one that is stored", () => {
    expect(rules(good, { stored: new Map([[good.url, "False"]]) })).toEqual(["E14"]);
    expect(rules(good, { stored: new Map([[good.url, "Mostly true"]]) })).toEqual([]);
  });
});

describe("Web Annotations", () => {
  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "https://desk.example/a/1",
    type: "Annotation",
    motivation: "assessing",
    created: "2026-05-02T10:00:00Z",
    body: { type: "TextualBody", value: "True", purpose: "assessing" },
    target: {
      source: "https://daily.example/tall",
      selector: [
        { type: "TextQuoteSelector", exact: "x" },
        { type: "TextPositionSelector", start: 0, end: 1 },
      ],
    },
  };
  it("a good one has no findings", () => {
    expect(validateValue(annotation, context)).toMatchObject({ valid: true, annotations: 1, findings: [] });
  });
  it.each<[string, object, string]>([
    ["no context", { "@context": undefined }, "/@context"],
    ["no id", { id: undefined }, "/id"],
    ["no target", { target: undefined }, "/target"],
    ["a body and a bodyValue", { bodyValue: "x" }, ""],
    ["a moment without a zone", { created: "2026-05-02T10:00:00" }, "/created"],
    ["a motivation of nobody", { motivation: "judging" }, "/motivation"],
    ["a text without a value", { body: { type: "TextualBody" } }, "/body"],
    [
      "an end before its start",
      {
        target: {
          source: "https://x.example/",
          selector: { type: "TextPositionSelector", start: 2, end: 1 },
        },
      },
      "/target",
    ],
    [
      "a position that is no whole number",
      {
        target: {
          source: "https://x.example/",
          selector: { type: "TextPositionSelector", start: 0.5, end: 1 },
        },
      },
      "/target",
    ],
    [
      "a quote of nothing",
      { target: { source: "https://x.example/", selector: { type: "TextQuoteSelector" } } },
      "/target",
    ],
  ])("%s", (_, change, at) => {
    const { valid, findings } = validateValue({ ...annotation, ...change }, context);
    expect(valid).toBe(false);
    expect(findings[0]?.rule).toBe("must");
    expect(findings[0]?.at.startsWith(at)).toBe(true);
  });
});

describe("what cannot be judged is told", () => {
  it.each([
    ["", "nothing here yet"],
    ["{", "no JSON"],
    ['{\n  "a": x}', "line 2, character 8"],
    ['{"@type":"Person"}', "no ClaimReview and no Web Annotation"],
    [`"${"x".repeat(5_000_001)}"`, "longer than 5 MB"],
    ["[".repeat(200_000) + "]".repeat(200_000), "nested too deeply"],
  ])("%#", (text, words) => {
    expect(validateMarkup(text, context)).toMatchObject({
      valid: false,
      problem: expect.stringContaining(words) as string,
    });
  });
  it("what contains itself is not followed", () => {
    const circle: Record<string, unknown> = { ...good };
    circle["isPartOf"] = { circle };
    expect(validateValue(circle, context).problem).toBe("This contains itself, at /isPartOf/circle.");
  });
  it("anything at all is answered", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        validateValue(
          { ...good, url: value, author: value, itemReviewed: value, reviewRating: value },
          context,
        );
        validateValue(
          { "@context": "http://www.w3.org/ns/anno.jsonld", type: "Annotation", target: value, body: value },
          context,
        );
      }),
    );
  });
});

describe("what the desk itself writes", () => {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  it("ClaimReview has no errors", async () => {
    const verdict = validateMarkup(decode(await writeReport("claimreview")), {
      ...context,
      site: samplePlace.site,
    });
    expect(verdict).toMatchObject({ valid: true, claimReviews: 2 });
    expect(new Set(verdict.findings.map(({ rule }) => rule))).toEqual(new Set(["W4", "W5"]));
  });
  it("Web Annotations keep every must", async () => {
    const verdict = validateMarkup(decode(await writeReport("webannotation")), context);
    expect(verdict).toMatchObject({ valid: true, annotations: 4, findings: [] });
  });
});
