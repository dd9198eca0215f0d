import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articlePatchSchema } from "./article";
import {
  carriedOver,
  differing,
  particularNames,
  particularsOf,
  patchOf,
  type Particulars,
} from "./particulars";

const article = {
  title: "The bridge",
  byline: "A. Writer",
  publisher: null,
  url: null,
  publishedAt: "2026-03-04T23:15:00.000Z",
  language: "en",
};
const before = particularsOf(article);

describe("particulars", () => {
  it("are texts in a form, a moment as its day", () => {
    expect(before).toEqual({
      title: "The bridge",
      byline: "A. Writer",
      publisher: "",
      url: "",
      publishedAt: "2026-03-04",
      language: "en",
    });
  });
  it("are asked for where they were changed, and nothing else", () => {
    expect(patchOf(before, before)).toEqual({});
    const patch = patchOf(before, { ...before, byline: "", url: "https://paper.example/bridge" });
    expect(patch).toEqual({ byline: null, url: "https://paper.example/bridge" });
    expect(articlePatchSchema.parse(patch)).toEqual(patch);
  });
  it("without a title or a language are for the server to refuse, and not emptied", () => {
    const patch = patchOf(before, { ...before, title: "", language: "" });
    expect(patch).toEqual({ title: "", language: "" });
    expect(articlePatchSchema.safeParse(patch).success).toBe(false);
  });
  it("keep, over a newer state, what one has changed and take the rest from it", () => {
    const words = fc.record(
      Object.fromEntries(particularNames.map((name) => [name, fc.constantFrom("", "a", "b", "c")])),
    ) as fc.Arbitrary<Particulars>;
    fc.assert(
      fc.property(words, words, words, (known, mine, newer) => {
        const carried = carriedOver(known, mine, newer);
        for (const name of particularNames) {
          const isMine = differing(known, mine).includes(name);
          expect(carried[name]).toBe(isMine ? mine[name] : newer[name]);
        }
      }),
    );
  });
});
