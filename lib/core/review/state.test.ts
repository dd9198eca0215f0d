import { describe, expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import { claimState, dueRuling } from "./state";

const approved = { reviews: [{ reviewerId: "editor", decision: "approve" as const, version: 1 }] };
const refused = { reviews: [{ reviewerId: "editor", decision: "request_changes" as const, version: 1 }] };
const discussed = { reviews: [{ reviewerId: "editor", decision: "comment" as const, version: 1 }] };
const ruling = {
  verdict: "true",
  method: "agreement" as const,
  basis: [{ annotationId: "of ann", version: 1 }],
  published: false,
};

describe("the state of a claim follows from its facts", () => {
  it.each([
    [
      "disposed whatever else",
      facts("single", { disposition: "opinion", annotations: [by("ann", "true")] }),
      "disposed",
    ],
    [
      "stale before anything but disposal",
      facts("single", { stale: true, ruling, annotations: [by("ann", "true")] }),
      "stale",
    ],
    ["nobody wrote", facts("single"), "unchecked"],
    ["a draft only", facts("single", { annotations: [by("ann", null)] }), "in_progress"],
    ["submitted", facts("single", { annotations: [by("ann", "true")] }), "submitted"],
    ["commented on", facts("single", { annotations: [by("ann", "true", discussed)] }), "in_review"],
    [
      "changes asked for",
      facts("single", { annotations: [by("ann", "true", refused)] }),
      "changes_requested",
    ],
    [
      "submitted again after changes were asked for",
      facts("single", { annotations: [by("ann", "true", { ...refused, version: 2, submittedVersion: 2 })] }),
      "submitted",
    ],
    ["two who differ", facts("single", { annotations: [by("ann", "true"), by("bob", "false")] }), "disputed"],
    ["first of a blind pair", facts("blind_check", { annotations: [by("ann", "true")] }), "submitted"],
    [
      "first of a blind pair, second drafting",
      facts("double_blind", { annotations: [by("ann", "true"), by("bob", null)] }),
      "submitted",
    ],
    [
      "blind pair that agrees",
      facts("double_blind", { annotations: [by("ann", "true"), by("bob", "true")] }),
      "in_review",
    ],
    [
      "blind pair that differs",
      facts("blind_check", { annotations: [by("ann", "true"), by("bob", "mixed")] }),
      "disputed",
    ],
    ["panel, no vote yet", facts("panel", { annotations: [by("ann", "true")] }), "submitted"],
    [
      "panel, one vote",
      facts("panel", { annotations: [by("ann", "true")], votes: [{ memberId: "bob", verdict: "true" }] }),
      "in_review",
    ],
    [
      "panel, three votes for three verdicts",
      facts("panel", {
        annotations: [by("ann", "true")],
        votes: ["true", "false", "mixed"].map((verdict) => ({ memberId: verdict, verdict })),
      }),
      "disputed",
    ],
    ["ruled", facts("single", { annotations: [by("ann", "true", approved)], ruling }), "ruled"],
    [
      "ruled, with unsubmitted edits",
      facts("single", { annotations: [by("ann", "true", { ...approved, version: 4 })], ruling }),
      "ruled",
    ],
    [
      "published",
      facts("single", { annotations: [by("ann", "true", approved)], ruling: { ...ruling, published: true } }),
      "published",
    ],
    [
      "edited and submitted after the ruling",
      facts("single", {
        annotations: [by("ann", "mixed", { ...approved, version: 2, submittedVersion: 2 })],
        ruling,
      }),
      "submitted",
    ],
  ])("%s", (_name, given, state) => {
    expect(claimState(given)).toBe(state);
  });
});

describe("a ruling is due", () => {
  it("when a colleague has approved what is submitted now", () => {
    expect(dueRuling(facts("single", { annotations: [by("ann", "true", approved)] }))).toEqual({
      verdict: "true",
      method: "agreement",
      dissent: [],
    });
  });

  it("not from an approval of an older version", () => {
    const moved = by("ann", "mixed", { ...approved, version: 2, submittedVersion: 2 });
    expect(dueRuling(facts("single", { annotations: [moved] }))).toBeNull();
  });

  it("not while somebody else still asks for changes", () => {
    const both = {
      reviews: [
        ...approved.reviews,
        { reviewerId: "carl", decision: "request_changes" as const, version: 1 },
      ],
    };
    expect(dueRuling(facts("single", { annotations: [by("ann", "true", both)] }))).toBeNull();
  });

  it("not below the number of annotations that the policy asks for", () => {
    expect(dueRuling(facts("double_blind", { annotations: [by("ann", "true", approved)] }))).toBeNull();
  });

  it("when the panel reaches its quorum, with the dissent kept", () => {
    const votes = [
      { memberId: "bob", verdict: "true" },
      { memberId: "cleo", verdict: "mixed" },
      { memberId: "dora", verdict: "true" },
    ];
    expect(dueRuling(facts("panel", { annotations: [by("ann", "true")], votes }))).toEqual({
      verdict: "true",
      method: "panel",
      dissent: [{ memberId: "cleo", verdict: "mixed" }],
    });
  });

  it("not when one already stands", () => {
    expect(dueRuling(facts("single", { annotations: [by("ann", "true", approved)], ruling }))).toBeNull();
  });
});
