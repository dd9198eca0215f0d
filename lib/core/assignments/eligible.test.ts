import { describe, expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import type { Role } from "../permissions/table";
import type { ClaimFacts } from "../review/facts";
import { canBeGiven, type KnownWork } from "./eligible";
import type { AssignmentKind } from "./assignment";

const as = (memberId: string, role: Role = "reviewer") => ({ memberId, role });
const given = (memberId: string): KnownWork => ({ memberId, kind: "annotate" });
const ruling = {
  verdict: "true",
  method: "agreement" as const,
  basis: [{ annotationId: "of ann", version: 1 }],
  published: false,
};

describe("who may be given work on a claim", () => {
  const submitted = facts("single", { annotations: [by("ann", "true")] });
  const approval = { reviewerId: "ed", decision: "approve" as const, version: 1 };
  const approved = facts("single", { annotations: [{ ...by("ann", "true"), reviews: [approval] }] });

  it.each<[string, ClaimFacts, ReturnType<typeof as>, AssignmentKind, boolean, KnownWork[]?]>([
    ["a colleague to annotate", facts("single"), as("bob"), "annotate", true],
    ["a viewer nothing", facts("single"), as("vera", "viewer"), "annotate", false],
    ["an author not what they have submitted", submitted, as("ann"), "annotate", false],
    ["an author what has changed since", { ...submitted, stale: true }, as("ann"), "annotate", true],
    ["a second one for the overlap", submitted, as("bob"), "annotate", true],
    ["nobody the same twice", facts("single"), as("bob"), "annotate", false, [given("bob")]],
    ["a colleague to review", submitted, as("bob"), "review", true],
    ["the author never as reviewer", submitted, as("ann"), "review", false],
    ["who will be the author neither", facts("single"), as("ann"), "review", false, [given("ann")]],
    ["no vote without a panel", submitted, as("bob"), "vote", false],
    ["a panel member to vote", facts("panel", { annotations: [by("ann", "true")] }), as("bob"), "vote", true],
    ["the author no vote", facts("panel", { annotations: [by("ann", "true")] }), as("ann"), "vote", false],
    [
      "nothing of a disposed claim",
      facts("single", { disposition: "opinion" }),
      as("bob"),
      "annotate",
      false,
    ],
    ["nothing of a ruled claim", { ...approved, ruling }, as("bob"), "review", false],
  ])("%s", (_name, claim, candidate, kind, answer, known = []) => {
    expect(canBeGiven(claim, known, candidate, kind)).toBe(answer);
  });

  it.each(["blind_check", "double_blind"] as const)(
    "under %s the answer is the same whether anybody has written or not",
    (policy) => {
      const silent = facts(policy);
      const begun = facts(policy, {
        annotations: [by("ann", "true"), by("bob", null)],
        holders: ["bob"],
      });
      for (const member of ["ann", "bob", "carl"]) {
        for (const kind of ["annotate", "review", "vote"] as const) {
          expect(canBeGiven(begun, [], as(member), kind)).toBe(canBeGiven(silent, [], as(member), kind));
        }
      }
      const open = facts(policy, { annotations: [by("ann", "true"), by("bob", "mixed")] });
      expect(canBeGiven(open, [], as("carl"), "annotate")).toBe(false);
      expect(canBeGiven(open, [], as("carl"), "review")).toBe(true);
    },
  );
});
