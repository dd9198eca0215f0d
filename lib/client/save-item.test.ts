import { describe, expect, it } from "vitest";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { noAnswer, type Problem } from "./problem";
import { settled } from "./save-conflict";
import {
  afterAcknowledged,
  afterProblem,
  backOffMs,
  newest,
  retried,
  sameContent,
  whileSending,
  withEdit,
  withoutRefused,
  type SaveItem,
} from "./save-item";

const words = (rationale: string): AnnotationContent => ({ ...emptyAnnotation, rationale });
const edit = (rationale: string, key: string, submit = false) => ({ content: words(rationale), key, submit });
const texts = (item: SaveItem | null) => item?.edits.map(({ content }) => content.rationale);
const detailAt = (version: number, rationale: string) =>
  ({ own: { version, content: words(rationale), submittedVersion: null } }) as unknown as ClaimDetail;
const newKeys = () => {
  let keys = 0;
  return () => `new ${(keys += 1)}`;
};
const told = (item: SaveItem | null) =>
  item?.edits.map(({ content, submit }) => `${content.rationale}${submit ? "!" : ""}`);
const keptMine = (item: SaveItem, newKey: () => string) => {
  const kept = settled(item, "mine", newKey);
  if (!kept) throw new Error("nothing is left to send");
  return kept;
};
const problem = (status: number, current: ClaimDetail | null = null): Problem => ({
  ...noAnswer,
  status,
  current,
});

describe("edits on their way", () => {
  it("lets newer words replace what was never sent", () => {
    const item = withEdit(withEdit(undefined, "c", 2, edit("a", "1")), "c", 2, edit("ab", "2"));
    expect(texts(item)).toEqual(["ab"]);
    expect(newest(item).key).toBe("2");
    expect(item.base).toBe(2);
  });

  it("never rewrites what may have reached the server: it keeps its key and the newer words follow", () => {
    const sent = whileSending(withEdit(undefined, "c", 0, edit("a", "1")));
    const item = withEdit(withEdit(sent, "c", 0, edit("ab", "2")), "c", 0, edit("abc", "3"));
    expect(texts(item)).toEqual(["a", "abc"]);
    expect(item.edits[0].key).toBe("1");
    expect(item.phase.kind).toBe("sending");
  });

  it("keeps a submission in the row when more is written after it", () => {
    const item = withEdit(withEdit(undefined, "c", 0, edit("done", "1", true)), "c", 0, edit("more", "2"));
    expect(item.edits.map(({ submit }) => submit)).toEqual([true, false]);
  });

  it("goes on from the acknowledged version, and is over when nothing is left", () => {
    const sent = whileSending(withEdit(undefined, "c", 4, edit("a", "1")));
    expect(afterAcknowledged(sent, 5)).toBeNull();
    const rest = afterAcknowledged(withEdit(sent, "c", 4, edit("b", "2")), 5);
    expect(rest).toMatchObject({ base: 5, phase: { kind: "waiting" } });
    expect(texts(rest)).toEqual(["b"]);
  });

  it("puts newer words in the place of refused ones", () => {
    const refused = afterProblem(
      whileSending(withEdit(undefined, "c", 0, edit("bad", "1"))),
      problem(400),
      1,
    );
    expect(refused.phase.kind).toBe("refused");
    const item = withEdit(refused, "c", 0, edit("good", "2"));
    expect(texts(item)).toEqual(["good"]);
    expect(item.phase.kind).toBe("waiting");
  });
});

describe("answers other than yes", () => {
  const sending = whileSending(withEdit(undefined, "c", 1, edit("mine", "1")));

  it.each([
    [0, "backing_off"],
    [500, "backing_off"],
    [503, "backing_off"],
    [429, "backing_off"],
    [401, "signed_out"],
    [400, "refused"],
    [403, "refused"],
    [409, "refused"],
    [428, "refused"],
  ])("status %i leads to %s and drops nothing", (status, kind) => {
    const item = afterProblem(sending, problem(status), 1);
    expect(item.phase.kind).toBe(kind);
    expect(item.edits).toEqual(sending.edits);
  });

  it("holds both sides of a conflict, with what was typed since", () => {
    const item = afterProblem(
      withEdit(sending, "c", 1, edit("mine, longer", "2")),
      problem(412, detailAt(3, "theirs")),
      1,
    );
    expect(item.phase).toMatchObject({ kind: "conflict", current: { own: { version: 3 } } });
    expect(newest(item).content.rationale).toBe("mine, longer");
  });

  it("keeps mine as one new version on top of theirs, submitted if it was meant to be", () => {
    const submitted = whileSending(withEdit(undefined, "c", 1, edit("mine", "1", true)));
    const item = keptMine(afterProblem(submitted, problem(412, detailAt(3, "theirs")), 1), newKeys());
    expect(item).toMatchObject({ base: 3, phase: { kind: "waiting" } });
    expect(item.edits).toEqual([{ content: words("mine"), submit: true, key: "new 1", sent: false }]);
  });
});

describe("a submission and words after it", () => {
  const submitted = whileSending(withEdit(undefined, "c", 1, edit("done", "1", true)));
  const more = withEdit(submitted, "c", 1, edit("done, more", "2"));
  const refused = afterProblem(submitted, problem(409), 1);

  it("submits exactly what was submitted when mine is kept; the later words stay a newer version", () => {
    const item = keptMine(afterProblem(more, problem(412, detailAt(3, "theirs")), 1), newKeys());
    expect(told(item)).toEqual(["done!", "done, more"]);
    expect(item.edits.map(({ key, sent }) => [key, sent])).toEqual([
      ["new 1", false],
      ["new 2", false],
    ]);
  });

  it("keeps only the last of several submissions", () => {
    const twice = withEdit(more, "c", 1, edit("all", "3", true));
    const item = keptMine(afterProblem(twice, problem(412, detailAt(3, "theirs")), 1), newKeys());
    expect(told(item)).toEqual(["all!"]);
  });

  it("does not forget a refused submission when more is typed, nor submit what was typed", () => {
    const item = withEdit(withEdit(refused, "c", 1, edit("done, m", "2")), "c", 1, edit("done, more", "3"));
    expect([told(item), item.phase.kind]).toEqual([["done!", "done, more"], "refused"]);
    expect(told(retried(item, newKeys()))).toEqual(["done!", "done, more"]);
    expect(retried(item, newKeys()).phase.kind).toBe("waiting");
  });

  it("lets a new submission take the place of the refused one", () => {
    const item = withEdit(withEdit(refused, "c", 1, edit("m", "2")), "c", 1, edit("mended", "3", true));
    expect([told(item), item.phase.kind]).toEqual([["mended!"], "waiting"]);
  });

  it("keeps a submission that stood behind what was refused", () => {
    const draft = whileSending(withEdit(undefined, "c", 1, edit("a", "1")));
    const behind = afterProblem(withEdit(draft, "c", 1, edit("b", "2", true)), problem(409), 1);
    expect(told(withEdit(behind, "c", 1, edit("bc", "3")))).toEqual(["b!", "bc"]);
  });

  it("given up, leaves the words written after it", () => {
    expect(withoutRefused(refused)).toBeNull();
    const rest = withoutRefused(withEdit(refused, "c", 1, edit("more", "2")));
    expect([told(rest), rest?.phase.kind]).toEqual([["more"], "waiting"]);
  });
});

describe("backOffMs", () => {
  it("doubles from half a second to half a minute, and spreads", () => {
    expect([1, 2, 3, 7, 30].map((attempts) => backOffMs(attempts, 0.5))).toEqual([
      500, 1000, 2000, 30000, 30000,
    ]);
    expect(backOffMs(1, 0)).toBe(400);
    expect(backOffMs(1, 1)).toBe(600);
  });
});

describe("sameContent", () => {
  it("compares what would be sent", () => {
    expect(sameContent(words("a"), words("a"))).toBe(true);
    expect(sameContent(words("a"), words("b"))).toBe(false);
    expect(sameContent(words("a"), { ...words("a"), verdict: "true" })).toBe(false);
  });
});
