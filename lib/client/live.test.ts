import { describe, expect, it } from "vitest";
import { isEcho, parseNews } from "./live";

const message = { id: "7", type: "annotation.saved", articleId: "a", claimId: "c", actorId: "me" };

describe("parseNews", () => {
  it("reads a message and ignores what is none", () => {
    expect(parseNews(JSON.stringify(message))).toMatchObject({ claimId: "c", actorId: "me" });
    expect(parseNews("")).toBeNull();
    expect(parseNews("{}")).toBeNull();
    expect(parseNews("null")).toBeNull();
  });
});

describe("isEcho", () => {
  const justSaved = () => true;
  it("is news of one's own save that this tab has just had answered", () => {
    expect(isEcho(message, "me", justSaved)).toBe(true);
  });
  it("is not: a colleague's save, one's own from another tab, a ruling that one's save brought about", () => {
    expect(isEcho(message, "other", justSaved)).toBe(false);
    expect(isEcho(message, "me", () => false)).toBe(false);
    expect(isEcho({ ...message, type: "claim.ruled" }, "me", justSaved)).toBe(false);
  });
});
