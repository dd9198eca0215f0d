import { expect, it } from "vitest";
import { by, facts } from "@/seeds/claim-facts";
import { notificationKinds, notificationWords } from "./notification";
import { toldOfDispute, toldOfRuling } from "./recipients";

const members = [
  { memberId: "olga", role: "owner" },
  { memberId: "ed", role: "editor" },
  { memberId: "ann", role: "reviewer" },
  { memberId: "carl", role: "reviewer" },
] as const;

it("of a dispute hear those who differ and those who decide, each once", () => {
  const claim = facts("double_blind", {
    annotations: [by("ann", "true"), by("ed", "false"), by("carl", null)],
  });
  expect(toldOfDispute(claim, members)).toEqual(["ann", "ed", "olga"]);
});

it("of a ruling hears whoever had a part in it; a draft is none", () => {
  const reviews = [{ reviewerId: "ed", decision: "approve" as const, version: 1 }];
  const claim = facts("panel", {
    annotations: [by("ann", "true", { reviews }), by("carl", null)],
    votes: [{ memberId: "olga", verdict: "true" }],
  });
  expect(toldOfRuling(claim)).toEqual(["ann", "olga", "ed"]);
});

it("every kind has its words, for one claim and for several", () => {
  for (const kind of notificationKinds) {
    const words = [1, 3].map((count) => notificationWords({ kind, actor: "Edgar", count }));
    for (const one of words) expect(one).toMatch(/\w{3}/);
    if (kind !== "mentioned") expect(words[1]).toContain("3 claims");
  }
});
