import { describe, expect, it } from "vitest";
import { callable, handlesOf, mentionName } from "./handles";
import { mentionedIn } from "./mentions";

const kims = [
  { name: "Kim", email: "kim.lee@a.example" },
  { name: "kim", email: "kim.ray@a.example" },
  { name: "Rita", email: "rita@a.example" },
];

describe("people of one name", () => {
  it("are told apart by their addresses, and nobody else is", () => {
    expect(handlesOf(kims)).toEqual(["kim.lee", "kim.ray", null]);
    expect(
      handlesOf([
        { name: "Kim", email: "kim@a.example" },
        { name: "Kim", email: "kim@b.example" },
      ]),
    ).toEqual(["kim@a.example", "kim@b.example"]);
  });

  it("are called one by one, or all by the name that they share", () => {
    const handles = handlesOf(kims);
    const people = kims.map(({ name }, at) => ({ memberId: String(at), name, handle: handles[at] ?? null }));
    expect(people.map(mentionName)).toEqual(["Kim (kim.lee)", "kim (kim.ray)", "Rita"]);
    expect(mentionedIn("@Kim (kim.ray), look", callable(people))).toEqual(["1"]);
    expect(mentionedIn("@kim and @Rita", callable(people))).toEqual(["0", "1", "2"]);
  });
});
