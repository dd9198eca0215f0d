import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment } from "../text/segment";
import { planRevision, type Decision, type OldClaim, type RevisionPlan } from "./plan";

const before = "The bridge was opened in 1931 by the mayor. It is 112 metres long. Nobody likes its colour.";

function claimsOf(text: string, parts: readonly string[] = []): readonly OldClaim[] {
  const sentences = segment(text, { language: "en" }).map((span, i) => ({
    ...span,
    id: `s${i + 1}`,
    kind: "sentence" as const,
    ordinal: i + 1,
  }));
  const partClaims = parts.map((part, i) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length, id: `p${i + 1}`, kind: "part" as const, ordinal: 1 };
  });
  return [...sentences, ...partClaims];
}

const run = (after: string, parts: readonly string[] = [], decisions: readonly Decision[] = []) =>
  planRevision(
    { text: before, claims: claimsOf(before, parts) },
    { text: after, sentences: segment(after, { language: "en" }) },
    decisions,
  );

function plan(
  after: string,
  parts: readonly string[] = [],
  decisions: readonly Decision[] = [],
): RevisionPlan {
  const result = run(after, parts, decisions);
  if (result.outcome === "refused") throw new Error(result.reason);
  return result.plan;
}

const told = (after: string, { claims, added }: RevisionPlan) => [
  ...claims.map(({ claimId, fate, place }) =>
    `${claimId} ${fate} ${place ? after.slice(place.start, place.end) : ""}`.trim(),
  ),
  ...added.map(({ ordinal }) => `added ${ordinal}`),
];

describe("planRevision: parts of sentences", () => {
  const fateOf = (after: string, part: string) =>
    told(after, plan(after, [part])).find((line) => line.startsWith("p1"));

  it("carries a part whose words still stand in its sentence, also when the rest of it changed", () => {
    expect(fateOf(`Well. ${before}`, "in 1931")).toBe("p1 carried in 1931");
    expect(fateOf(before.replace("mayor", "king"), "in 1931")).toBe("p1 carried in 1931");
  });

  it("changes a part in whose place something else stands", () => {
    expect(fateOf(before.replace("1931", "1932"), "in 1931")).toBe("p1 changed in 1932");
  });

  it("moves a part along with what stands around it, and not to the same phrase in other company", () => {
    const moved =
      "It is 112 metres long. Nobody likes its colour. At the time the bridge was opened in 1931 by the mayor, it rained.";
    expect(fateOf(moved, "in 1931")).toMatch(/^p1 (carried|moved) in 1931$/);
    const gone =
      "It is 112 metres long. Nobody likes its colour. Prices fell sharply in 1931, all over Europe.";
    expect(fateOf(gone, "in 1931")).toBe("p1 deleted");
  });

  it("of two places takes the one in its own sentence", () => {
    const after = before.replace("Nobody likes its colour", "The bridge was painted in 1931 by the mayor");
    const [part] = plan(after, ["in 1931"]).claims.filter(({ claimId }) => claimId === "p1");
    expect(part?.place?.start).toBe(before.indexOf("in 1931"));
    expect(part?.place?.ordinal).toBe(1);
  });

  it("never lays two parts onto the same words", () => {
    const result = plan(before.replace("in 1931 by the mayor", "in 1932"), ["in 1931", "1931 by the mayor"]);
    const places = result.claims
      .filter(({ claimId }) => claimId.startsWith("p"))
      .flatMap(({ place }) => (place ? [`${place.start} ${place.end}`] : []));
    expect(new Set(places).size).toBe(places.length);
  });
});

describe("planRevision: decisions", () => {
  const after = before.replace("It is 112 metres long.", "It is 120 metres long.");
  it("not the same claim: the old one is deleted, the new one added", () => {
    expect(told(after, plan(after))).toContain("s2 changed It is 120 metres long.");
    const decided = told(after, plan(after, [], [{ claimId: "s2", sentence: null }]));
    expect(decided).toContain("s2 deleted");
    expect(decided).toContain("added 2");
  });

  it("the same claim: a deleted one becomes an added one", () => {
    const rewritten = before.replace("Nobody likes its colour.", "Green paint is unpopular.");
    expect(told(rewritten, plan(rewritten))).toContain("s3 deleted");
    const decided = plan(rewritten, [], [{ claimId: "s3", sentence: 3 }]);
    expect(told(rewritten, decided)).toContain("s3 changed Green paint is unpopular.");
    expect(decided.added).toEqual([]);
  });

  it("a swap, in whichever order it is said", () => {
    const both = before.replace("112", "120").replace("1931", "1932");
    const swap = [
      { claimId: "s1", sentence: 2 },
      { claimId: "s2", sentence: 1 },
    ];
    expect(plan(both, [], swap)).toEqual(plan(both, [], swap.toReversed()));
  });

  it.each([
    [[{ claimId: "s2", sentence: 1 }], "sentence_taken"],
    [[{ claimId: "s9", sentence: null }], "unknown_claim"],
    [[{ claimId: "s2", sentence: 4 }], "unknown_sentence"],
    [
      [
        { claimId: "s2", sentence: null },
        { claimId: "s2", sentence: 2 },
      ],
      "decided_twice",
    ],
    [[{ claimId: "p1", sentence: 2 }], "part_follows_its_words"],
  ])("%j is refused: %s", (decisions, reason) => {
    expect(run(after, ["in 1931"], decisions)).toMatchObject({
      outcome: "refused",
      decision: decisions.length - 1,
      reason,
    });
  });
});

describe("properties of every plan", () => {
  const word = fc.constantFrom(
    "The",
    "ship",
    "sank",
    "in",
    "1907",
    "and",
    "rose",
    "never",
    "again",
    "Nobody",
    "knows",
  );
  const sentence = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => `${words.join(" ")}.`);
  const text = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(" "));
  const part = fc.tuple(fc.nat(1_000), fc.nat(1_000));

  it("one fate a claim, no two claims of a kind on the same words, carried and moved words are the same", () => {
    fc.assert(
      fc.property(text, text, fc.array(part, { maxLength: 4 }), (old, now, cuts) => {
        const sentences = claimsOf(old);
        const parts = cuts.map(([a, b], i) => {
          const start = a % old.length;
          return {
            id: `p${i}`,
            kind: "part" as const,
            ordinal: 1,
            start,
            end: Math.min(old.length, start + 1 + (b % 20)),
          };
        });
        const claims = [...sentences, ...parts];
        const result = planRevision(
          { text: old, claims },
          { text: now, sentences: segment(now, { language: "en" }) },
        );
        if (result.outcome === "refused") throw new Error(result.reason);
        expect(result.plan.claims.map(({ claimId }) => claimId).toSorted()).toEqual(
          claims.map(({ id }) => id).toSorted(),
        );
        const places = new Set<string>();
        for (const { claimId, fate, place } of result.plan.claims) {
          const claim = claims.find(({ id }) => id === claimId);
          if (!claim || !place) continue;
          expect(place.end).toBeGreaterThan(place.start);
          expect(places.has(`${claim.kind} ${place.start} ${place.end}`)).toBe(false);
          places.add(`${claim.kind} ${place.start} ${place.end}`);
          if (fate !== "changed") {
            expect(now.slice(place.start, place.end).split(/\s+/u)).toEqual(
              old.slice(claim.start, claim.end).split(/\s+/u),
            );
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
