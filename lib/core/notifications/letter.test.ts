import { describe, expect, it } from "vitest";
import { isMailable, letterOf, oneLine } from "./letter";
import type { Notification } from "./notification";

const told: Notification = {
  id: "n1",
  kind: "assigned",
  actor: "Edgar",
  count: 2,
  articleId: "a1",
  articleTitle: "The bridge",
  claim: { id: "c1", ordinal: 3, text: "It was opened in 1931." },
  createdAt: "2026-03-02T09:00:00Z",
  read: false,
};

describe("a letter", () => {
  it("of one says in its subject what happened, and leads to the claim", () => {
    const letter = letterOf({ desk: "City desk", notifications: [told], base: "https://x.example/w/city" });
    expect(letter).toEqual({
      subject: "City desk: Edgar gave you 2 claims to work on",
      text: `Edgar gave you 2 claims to work on.
The bridge, claim 3:
  “It was opened in 1931.”
  https://x.example/w/city/articles/a1?claim=c1

You choose what is sent to you under https://x.example/w/city/notifications/settings
`,
    });
  });

  it("of several counts them", () => {
    const { subject, text } = letterOf({ desk: "City", notifications: [told, told, told], base: "b" });
    expect(subject).toBe("City: 3 things wait for you");
    expect(text.match(/Edgar gave/g)).toHaveLength(3);
  });

  it("cannot be given another header by a name or a title", () => {
    const evil = { ...told, actor: "Ed\r\nBcc: all@example.org", articleTitle: "A\u2028B\u0000\nC" };
    const { subject, text } = letterOf({ desk: "City\nX: y", notifications: [evil], base: "b" });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain("A B C, claim 3");
    expect(oneLine(" a\t\r\n b ")).toBe("a b");
  });

  it.each([
    ["rita@example.org", true],
    ["rita.one+x@sub.example.org", true],
    ["rita@example.org\r\nBcc: x@y.z", false],
    ["a@b,c@d", false],
    ["a@b;c@d", false],
    ["<a@b>", false],
    ['"a"@b', false],
    ["a@b@c", false],
    ["a b@c", false],
    ["", false],
  ])("goes to %j: %s", (address, answer) => {
    expect(isMailable(address)).toBe(answer);
  });
});
