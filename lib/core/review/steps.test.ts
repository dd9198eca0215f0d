import { describe, expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import type { Role } from "../permissions/table";
import type { ClaimFacts } from "./facts";
import { isLegal, legalSteps } from "./steps";

const as = (memberId: string, role: Role = "reviewer") => ({ memberId, role });
const kinds = (claim: ClaimFacts, viewer: ReturnType<typeof as>) =>
  legalSteps(claim, viewer).map((step) => step.kind);

describe("single", () => {
  const submitted = facts("single", { annotations: [by("ann", "true")] });

  it("lets a colleague decide and never the author", () => {
    expect(kinds(submitted, as("bob"))).toEqual(["annotate", "comment", "request_changes", "approve"]);
    expect(kinds(submitted, as("ann"))).toEqual(["annotate"]);
  });

  it("gives a viewer nothing to do", () => {
    expect(kinds(submitted, as("vera", "viewer"))).toEqual([]);
  });

  it("offers nothing on a disposed claim", () => {
    expect(kinds({ ...submitted, disposition: "boilerplate" }, as("bob"))).toEqual([]);
  });

  it("lets an editor adjudicate a dispute, unless they are a party to it", () => {
    const disputed = facts("single", { annotations: [by("ann", "true"), by("ed", "false")] });
    expect(kinds(disputed, as("olga", "owner"))).toContain("adjudicate");
    expect(kinds(disputed, as("ed", "editor"))).not.toContain("adjudicate");
    expect(kinds(disputed, as("bob"))).not.toContain("adjudicate");
    expect(kinds(disputed, as("bob"))).not.toContain("approve");
  });

  it("takes no decision on a draft", () => {
    expect(kinds(facts("single", { annotations: [by("ann", null)] }), as("bob"))).toEqual(["annotate"]);
  });
});

describe.each(["blind_check", "double_blind"] as const)("%s", (kind) => {
  const first = facts(kind, { annotations: [by("ann", "true")] });
  const both = facts(kind, { annotations: [by("ann", "true"), by("bob", "true")] });

  it("offers only to annotate until both are in", () => {
    expect(kinds(first, as("bob"))).toEqual(["annotate"]);
    expect(kinds(first, as("olga", "owner"))).toEqual(["annotate"]);
  });

  it("keeps the place of whoever holds one, and gives it away when nobody does", () => {
    const held = { ...first, holders: ["bob"] };
    expect(kinds(held, as("bob"))).toEqual(["annotate"]);
    expect(kinds(held, as("carl"))).toEqual([]);
    // Bob has begun and was away too long: his words are kept, his place is not.
    const lapsed = { ...first, annotations: [...first.annotations, by("bob", null)] };
    expect(kinds(lapsed, as("carl"))).toEqual(["annotate"]);
    expect(kinds(lapsed, as("bob"))).toEqual(["annotate"]);
    const taken = { ...lapsed, holders: ["carl"] };
    expect(kinds(taken, as("bob"))).toEqual([]);
  });

  it("keeps no place beyond the pair, whoever was given one", () => {
    const late = { ...both, holders: ["carl"] };
    expect(kinds(late, as("carl"))).not.toContain("annotate");
  });

  it("lets somebody else judge changed words, in a place of their own", () => {
    const checked = { annotations: [by("ann", "true"), by("bob", "true")], stale: true };
    const setAside = { annotations: [by("ann", null), by("bob", null)], stale: true };
    for (const stale of [facts("blind_check", checked), facts("double_blind", setAside)]) {
      expect(kinds(stale, as("carl"))).toContain("annotate");
      expect(kinds({ ...stale, holders: ["dora", "emil"] }, as("carl"))).not.toContain("annotate");
    }
  });

  it("keeps a place for the second to judge changed words, and takes no third", () => {
    const judged = facts("double_blind", { annotations: [by("ann", "true"), by("bob", null)], stale: true });
    expect(kinds(judged, as("bob"))).toEqual(["annotate"]);
    expect(kinds({ ...judged, holders: ["carl"] }, as("bob"))).toEqual([]);
  });

  it("takes no third annotation", () => {
    expect(kinds(both, as("carl"))).toEqual([
      "comment",
      "request_changes",
      "approve",
      "comment",
      "request_changes",
      "approve",
    ]);
  });

  it("lets one of the pair approve the other's annotation, not their own", () => {
    expect(isLegal(both, as("bob"), { kind: "approve", annotationId: "of ann" })).toBe(true);
    expect(isLegal(both, as("bob"), { kind: "approve", annotationId: "of bob" })).toBe(false);
  });
});

describe("panel", () => {
  const open = facts("panel", { annotations: [by("ann", "true")] });

  it("lets everyone but the author vote, once", () => {
    expect(kinds(open, as("ann"))).toEqual(["annotate"]);
    expect(kinds(open, as("bob"))).toContain("vote");
    expect(kinds({ ...open, votes: [{ memberId: "bob", verdict: "true" }] }, as("bob"))).not.toContain(
      "vote",
    );
  });

  it("is decided by votes, never by an approval", () => {
    expect(kinds(open, as("bob"))).not.toContain("approve");
  });

  it("takes no more votes than it has seats", () => {
    const votes = ["x", "y", "z"].map((memberId) => ({ memberId, verdict: memberId }));
    expect(kinds({ ...open, votes }, as("bob"))).not.toContain("vote");
    expect(kinds({ ...open, votes }, as("olga", "owner"))).toContain("adjudicate");
  });
});

describe("taking a decision back", () => {
  const approved = facts("single", {
    annotations: [
      { ...by("ann", "true"), reviews: [{ reviewerId: "bob", decision: "approve", version: 1 }] },
    ],
  });
  const ruled: ClaimFacts = {
    ...approved,
    ruling: {
      verdict: "true",
      method: "agreement",
      basis: [{ annotationId: "of ann", version: 1 }],
      published: false,
    },
  };

  it("is open to whoever decided, and to nobody else", () => {
    expect(kinds(ruled, as("bob"))).toContain("withdraw");
    expect(kinds(ruled, as("carl"))).not.toContain("withdraw");
    expect(kinds(ruled, as("ann"))).not.toContain("withdraw");
  });

  it("is over when something rests on it", () => {
    const ruling = ruled.ruling as NonNullable<ClaimFacts["ruling"]>;
    expect(kinds({ ...ruled, ruling: { ...ruling, published: true } }, as("bob"))).not.toContain("withdraw");
    expect(kinds({ ...ruled, ruling: { ...ruling, method: "adjudication" } }, as("bob"))).not.toContain(
      "withdraw",
    );
    expect(kinds({ ...ruled, stale: true }, as("bob"))).not.toContain("withdraw");
  });

  it("can be done once", () => {
    const [annotation] = approved.annotations;
    const reviews = [
      ...(annotation?.reviews ?? []),
      { reviewerId: "bob", decision: "withdraw" as const, version: 1 },
    ];
    const back = { ...ruled, annotations: [{ ...by("ann", "true"), reviews }] };
    expect(kinds(back, as("bob"))).not.toContain("withdraw");
    expect(kinds(back, as("bob"))).toContain("approve");
  });
});
