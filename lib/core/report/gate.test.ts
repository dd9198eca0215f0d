import { describe, expect, it } from "vitest";
import {
  gateChecks,
  isPublishable,
  missingSides,
  publishGate,
  type GateCheck,
  type GateCitation,
  type GateClaim,
  type GateRuling,
} from "./gate";

const citation: GateCitation = {
  stance: "supports",
  hasQuote: true,
  hasLocator: false,
  hasArchivedCopy: false,
  finding: null,
  problem: null,
};
const ruling: GateRuling = {
  number: 1,
  people: 2,
  citations: [citation],
  searches: ["refutes"],
  noSourceFound: false,
  markupErrors: 0,
};
const claim: GateClaim = {
  id: "c1",
  ordinal: 1,
  disposition: "to_check",
  state: "ruled",
  openNotes: 0,
  ruling,
};

const failed = (changed: GateClaim) =>
  publishGate([claim, { ...changed, id: "c2", ordinal: 2 }], [])
    .filter(({ passed }) => !passed)
    .map(({ check, failing }) => [check, failing.map(({ ordinal }) => ordinal)]);
const ruled = (more: Partial<GateRuling>): GateClaim => ({ ...claim, ruling: { ...ruling, ...more } });

describe("each line fails for its own reason, and leads to its claim", () => {
  it.each<[string, GateClaim, readonly GateCheck[]]>([
    ["nothing is wrong", claim, []],
    ["disposed", { ...claim, disposition: "opinion", state: "disposed", ruling: null }, []],
    ["no ruling", { ...claim, state: "submitted", ruling: null }, ["every_claim_addressed"]],
    ["stale", { ...claim, state: "stale", ruling: null }, ["every_claim_addressed", "nothing_stale"]],
    ["disputed", { ...claim, state: "disputed", ruling: null }, ["every_claim_addressed", "no_open_dispute"]],
    [
      "nothing cited, nothing searched",
      ruled({ citations: [], searches: [] }),
      ["evidence_given", "both_sides_sought"],
    ],
    [
      "a quote that is not in its source",
      ruled({ citations: [{ ...citation, finding: "not_found" }] }),
      ["evidence_given"],
    ],
    [
      "a source without quote and place",
      ruled({ citations: [{ ...citation, hasQuote: false }] }),
      ["evidence_given"],
    ],
    [
      "a place instead of a quote",
      ruled({ citations: [{ ...citation, hasQuote: false, hasLocator: true }] }),
      [],
    ],
    ["no source found, with its log", ruled({ citations: [], searches: [null], noSourceFound: true }), []],
    [
      "no source found, without a log",
      ruled({ citations: [], searches: [], noSourceFound: true }),
      ["evidence_given", "both_sides_sought"],
    ],
    ["one side only", ruled({ searches: [] }), ["both_sides_sought"]],
    ["one side searched for twice", ruled({ searches: ["supports"] }), ["both_sides_sought"]],
    ["an open note", { ...claim, openNotes: 1 }, ["notes_resolved"]],
    ["alone", ruled({ people: 1 }), ["nobody_alone"]],
    ["a dead link", ruled({ citations: [{ ...citation, problem: "gone" }] }), ["links_alive"]],
    [
      "a dead link with a copy",
      ruled({ citations: [{ ...citation, problem: "gone", hasArchivedCopy: true }] }),
      [],
    ],
    ["a page behind a login", ruled({ citations: [{ ...citation, problem: "login" }] }), []],
    ["bad markup", ruled({ markupErrors: 2 }), ["markup_valid"]],
  ])("%s", (_, changed, checks) => {
    expect(failed(changed)).toEqual(checks.map((check) => [check, [2]]));
  });
});

it("an article without claims passes", () => {
  expect(isPublishable(publishGate([], []))).toBe(true);
  expect(publishGate([], []).map(({ check }) => check)).toEqual(gateChecks);
});

it("a search that does not say what for looks for both sides", () => {
  expect(missingSides({ citations: [], searches: [null] })).toEqual([]);
  expect(missingSides({ citations: [], searches: ["context"] })).toEqual(["supports", "refutes"]);
});

it("a waiver is of one check, for named claims, as their rulings stood", () => {
  const alone = ruled({ people: 1 });
  const waiver = { id: "w", check: "nobody_alone", claims: [{ claimId: "c1", ruling: 1 }] } as const;
  const line = (claims: readonly GateClaim[]) =>
    publishGate(claims, [waiver]).find(({ check }) => check === "nobody_alone");
  expect(line([alone])).toEqual({ check: "nobody_alone", passed: true, failing: [], waived: 1 });
  expect(line([alone, { ...alone, id: "c2", ordinal: 2 }])).toMatchObject({
    passed: false,
    failing: [{ id: "c2" }],
    waived: 1,
  });
  expect(line([ruled({ people: 1, number: 2 })])).toMatchObject({ passed: false, waived: 0 });
  expect(isPublishable(publishGate([{ ...alone, openNotes: 1 }], [waiver]))).toBe(false);
});
