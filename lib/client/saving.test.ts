import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnnotationContent } from "@/lib/core/annotations/annotation";
import { mergeAnnotations } from "@/lib/core/annotations/merge";
import { emptyAnnotation } from "@/lib/core/annotations/empty-annotation";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import type { Answer, SavedClaim } from "./api";
import type { Draft } from "./draft-table";
import type { LeftDraft } from "./drafts";
import { noAnswer } from "./problem";
import { newest, type Edit, type SaveItem } from "./save-item";
import { Saver } from "./saving";

const words = (rationale: string): AnnotationContent => ({ ...emptyAnnotation, rationale });
const detailAt = (version: number, content: AnnotationContent) =>
  ({ claim: { id: "c" }, own: { version, content, submittedVersion: null } }) as unknown as ClaimDetail;
const saved = (version: number, content: AnnotationContent): Answer<SavedClaim> => ({
  ok: true,
  value: { version, state: "in_progress", claim: detailAt(version, content) },
});
const refusal = (status: number, current: ClaimDetail | null = null): Answer<SavedClaim> => ({
  ok: false,
  problem: { ...noAnswer, status, current },
});

type Sent = {
  readonly edit: Edit;
  readonly base: number;
  readonly answer: (answer: Answer<SavedClaim>) => Promise<void>;
};

/** A world in which the test decides when and what the server answers. */
function makeWorld(left: readonly LeftDraft[] = []) {
  const world = {
    online: true,
    sent: [] as Sent[],
    stored: new Map<string, Draft>(),
    released: [] as string[],
    left: [] as readonly LeftDraft[],
    learned: [] as number[],
    items: new Map() as ReadonlyMap<string, SaveItem>,
    /** What the version said that both sides began at; null where it cannot be read. */
    began: null as AnnotationContent | null,
    asked: [] as number[],
    merged: [] as [string, number][],
    keys: 0,
  };
  const saver = new Saver({
    send: (_claimId, edit, base) =>
      new Promise((resolve) => {
        expect(world.stored.get("c")?.edits[0].key).toBe(edit.key);
        world.sent.push({
          edit,
          base,
          answer: async (answer) => {
            resolve(answer);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    drafts: {
      put: (draft) => {
        world.stored.set(draft.claimId, draft);
        return Promise.resolve();
      },
      remove: (claimId) => {
        world.stored.delete(claimId);
        return Promise.resolve();
      },
      adopt: () => Promise.resolve(left),
      release: ({ tab }) => {
        world.released.push(tab);
        return Promise.resolve();
      },
    },
    onChange: (items) => {
      world.items = items;
    },
    onLeft: (waiting) => {
      world.left = waiting;
    },
    onSaved: (detail) => world.learned.push(detail.own.version),
    findReconcile: (current, base) => {
      world.asked.push(base);
      const began = world.began;
      if (began === null) return Promise.resolve(null);
      return Promise.resolve((mine, wins) =>
        mergeAnnotations({ base: began, mine, theirs: current.own.content }, wins),
      );
    },
    onMerged: (_claimId, mine, version) => world.merged.push([mine.rationale, version]),
    isOnline: () => world.online,
    newKey: () => `key ${(world.keys += 1)}`,
    random: () => 0.5,
  });
  const write = (rationale: string, when: "now" | "after_typing" = "now", submit = false) => {
    saver.edit({ claimId: "c", base: 0, content: words(rationale), submit, when });
    return vi.advanceTimersByTimeAsync(0);
  };
  const phase = () => world.items.get("c")?.phase.kind ?? "settled";
  return { world, saver, write, phase };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("Saver", () => {
  it("stores before it sends, and forgets the draft only when the server has it", async () => {
    const { world, write, phase } = makeWorld();
    await write("a");
    expect(world.stored.has("c")).toBe(true);
    expect(world.sent).toHaveLength(1);
    await world.sent[0]?.answer(saved(1, words("a")));
    expect(world.stored.has("c")).toBe(false);
    expect([phase(), world.learned]).toEqual(["settled", [1]]);
  });

  it("waits for a pause in typing, but not when the field is left", async () => {
    const { world, saver, write } = makeWorld();
    await write("a", "after_typing");
    await vi.advanceTimersByTimeAsync(500);
    await write("ab", "after_typing");
    await vi.advanceTimersByTimeAsync(500);
    expect(world.sent).toHaveLength(0);
    saver.flush("c");
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sent.map(({ edit }) => edit.content.rationale)).toEqual(["ab"]);
  });

  it("has one request in flight and puts all newer words into the next, on the version it was told", async () => {
    const { world, write } = makeWorld();
    await write("a");
    await write("ab");
    await write("abc");
    expect(world.sent).toHaveLength(1);
    await world.sent[0]?.answer(saved(1, words("a")));
    expect(world.sent.map(({ edit, base }) => [edit.content.rationale, base])).toEqual([
      ["a", 0],
      ["abc", 1],
    ]);
  });

  it("repeats under the same key when no answer came, later each time", async () => {
    const { world, write, phase } = makeWorld();
    await write("a");
    await world.sent[0]?.answer(refusal(0));
    expect(phase()).toBe("backing_off");
    await vi.advanceTimersByTimeAsync(500);
    await world.sent[1]?.answer(refusal(502));
    await vi.advanceTimersByTimeAsync(999);
    expect(world.sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(new Set(world.sent.map(({ edit }) => edit.key)).size).toBe(1);
    await world.sent[2]?.answer(saved(1, words("a")));
    expect(phase()).toBe("settled");
  });

  it("sends nothing while offline and everything once it is back", async () => {
    const { world, saver, write, phase } = makeWorld();
    world.online = false;
    await write("a");
    await write("ab");
    expect([world.sent.length, phase(), world.stored.size]).toEqual([0, "backing_off", 1]);
    world.online = true;
    saver.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sent.map(({ edit }) => edit.content.rationale)).toEqual(["ab"]);
  });

  it("keeps the draft of somebody signed out and sends it when they are back", async () => {
    const { world, saver, write, phase } = makeWorld();
    await write("a");
    await world.sent[0]?.answer(refusal(401));
    await write("ab");
    await vi.advanceTimersByTimeAsync(60_000);
    expect([phase(), world.sent.length, world.stored.size]).toEqual(["signed_out", 1, 1]);
    saver.resume();
    await vi.advanceTimersByTimeAsync(0);
    await world.sent[1]?.answer(saved(1, words("a")));
    expect(world.sent.map(({ edit }) => edit.content.rationale)).toEqual(["a", "a", "ab"]);
  });

  it("stops at a conflict with both sides, keeps typing safe, and goes on as it is told", async () => {
    const { world, saver, write, phase } = makeWorld();
    await write("mine");
    await world.sent[0]?.answer(refusal(412, detailAt(5, words("theirs"))));
    await write("mine, longer");
    expect([phase(), world.sent.length, world.stored.size]).toEqual(["conflict", 1, 1]);
    saver.settle("c", "mine");
    await vi.advanceTimersByTimeAsync(0);
    expect([world.sent[1]?.base, world.sent[1]?.edit.content.rationale]).toEqual([5, "mine, longer"]);
    await world.sent[1]?.answer(saved(6, words("mine, longer")));
    expect(phase()).toBe("settled");
  });

  it("takes theirs only when told so", async () => {
    const { world, saver, write, phase } = makeWorld();
    await write("mine");
    await world.sent[0]?.answer(refusal(412, detailAt(5, words("theirs"))));
    saver.settle("c", "theirs");
    expect([phase(), world.learned, world.stored.size]).toEqual(["settled", [5], 0]);
  });

  it("lays what does not overlap over what was saved elsewhere, says so, and saves the whole on top", async () => {
    const { world, write, phase } = makeWorld();
    world.began = words("One. Two.");
    await write("One. Two. Three.");
    await world.sent[0]?.answer(refusal(412, detailAt(5, { ...words("Zero. Two."), verdict: "true" })));
    const merged = { ...words("Zero. Two. Three."), verdict: "true" };
    expect([phase(), world.asked, world.merged]).toEqual(["sending", [0], [["One. Two. Three.", 5]]]);
    expect(world.sent[1]).toMatchObject({ base: 5, edit: { content: merged, submit: false } });
    expect(world.sent[1]?.edit.key).not.toBe(world.sent[0]?.edit.key);
    await world.sent[1]?.answer(saved(6, merged));
    expect([phase(), world.stored.size, world.learned]).toEqual(["settled", 0, [5, 6]]);
  });

  it("lays the newest words over it, also those typed while the answer was on its way", async () => {
    const { world, write } = makeWorld();
    world.began = words("One.");
    await write("One. Two.");
    await write("One. Two. Three.", "after_typing");
    await world.sent[0]?.answer(refusal(412, detailAt(2, { ...words("One."), confidence: 3 })));
    expect(world.sent[1]?.edit.content).toEqual({ ...words("One. Two. Three."), confidence: 3 });
    expect(world.sent).toHaveLength(2);
  });

  it("asks where words overlap, and gives the winner only what is contested", async () => {
    const { world, saver, write, phase } = makeWorld();
    world.began = words("As it began.");
    await write("Mine.");
    await world.sent[0]?.answer(refusal(412, detailAt(5, { ...words("Theirs."), verdict: "false" })));
    expect([phase(), world.merged]).toEqual(["conflict", []]);
    saver.settle("c", "mine");
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sent[1]?.edit.content).toEqual({ ...words("Mine."), verdict: "false" });
  });

  it("never submits words that nobody has seen together", async () => {
    const { world, saver, write, phase } = makeWorld();
    world.began = words("One.");
    await write("One. Two.", "now", true);
    await world.sent[0]?.answer(refusal(412, detailAt(5, { ...words("One."), verdict: "false" })));
    expect([phase(), world.merged]).toEqual(["conflict", []]);
    saver.settle("c", "mine");
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sent[1]?.edit).toMatchObject({
      submit: true,
      content: { ...words("One. Two."), verdict: "false" },
    });
  });

  it("takes the saved one together with what it does not touch, and hands nothing in by that", async () => {
    const { world, saver, write, phase } = makeWorld();
    world.began = words("One. Two.");
    await write("Mine. Two. Three.", "now", true);
    await world.sent[0]?.answer(refusal(412, detailAt(5, words("Theirs. Two."))));
    expect(phase()).toBe("conflict");
    saver.settle("c", "theirs");
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sent[1]?.edit).toMatchObject({ submit: false, content: words("Theirs. Two. Three.") });
  });

  it("asks nothing where both sides say the same", async () => {
    const { world, write, phase } = makeWorld();
    await write("same");
    await world.sent[0]?.answer(refusal(412, detailAt(5, words("same"))));
    expect([phase(), world.learned]).toEqual(["settled", [5]]);
  });

  it("asks when the same words were to be submitted and are not", async () => {
    const { world, write, phase } = makeWorld();
    await write("same", "now", true);
    await world.sent[0]?.answer(refusal(412, detailAt(5, words("same"))));
    expect(phase()).toBe("conflict");
  });

  it("goes on after a reload with what was left: first the request of unknown fate under its key, then the rest", async () => {
    const sentBefore: Edit = { content: words("a"), submit: false, key: "old", sent: true };
    const later: Edit = { content: words("ab"), submit: false, key: "later", sent: false };
    const { world, saver } = makeWorld([{ tab: "gone", claimId: "c", base: 3, edits: [sentBefore, later] }]);
    expect(await saver.restore()).toBe(1);
    await vi.advanceTimersByTimeAsync(0);
    await world.sent[0]?.answer(saved(4, words("a")));
    expect(world.sent.map(({ edit, base }) => [edit.key, base])).toEqual([
      ["old", 3],
      ["later", 4],
    ]);
  });

  it("keeps what the server refuses until it is changed, sent again or given up", async () => {
    const { world, saver, write, phase } = makeWorld();
    await write("bad");
    await world.sent[0]?.answer(refusal(400));
    expect([phase(), world.stored.size]).toEqual(["refused", 1]);
    saver.retry("c");
    await vi.advanceTimersByTimeAsync(0);
    expect(world.sent[1]?.edit.key).not.toBe(world.sent[0]?.edit.key);
    await world.sent[1]?.answer(refusal(400));
    const item = world.items.get("c");
    expect(item && newest(item).content.rationale).toBe("bad");
    saver.discard("c");
    expect([phase(), world.stored.size]).toEqual(["settled", 0]);
  });
});

describe("drafts from before", () => {
  const from = (tab: string, rationale: string, base = 3): LeftDraft => ({
    tab,
    claimId: "c",
    base,
    edits: [{ content: words(rationale), submit: false, key: `${tab} key`, sent: false }],
  });
  const leftTabs = (world: { readonly left: readonly LeftDraft[] }) => world.left.map(({ tab }) => tab);

  it("of two tabs on one claim: the newer goes on, the other waits, and only the first is released", async () => {
    const { world, saver, phase } = makeWorld([from("one", "a"), from("two", "b", 4)]);
    expect(await saver.restore()).toBe(1);
    await vi.advanceTimersByTimeAsync(0);
    await world.sent[0]?.answer(saved(5, words("b")));
    expect(world.sent.map(({ edit }) => edit.content.rationale)).toEqual(["b"]);
    expect([phase(), leftTabs(world), world.released]).toEqual(["settled", ["one"], ["two"]]);
  });

  it("waits beside what was written here before it was found, and outlives its acknowledgement", async () => {
    const { world, saver, write } = makeWorld([from("one", "old")]);
    await write("new");
    expect(await saver.restore()).toBe(0);
    await world.sent[0]?.answer(saved(1, words("new")));
    expect(world.sent.map(({ edit }) => edit.content.rationale)).toEqual(["new"]);
    expect([leftTabs(world), world.released]).toEqual([["one"], []]);
  });

  it("is a new version when it is chosen, and is released once that is on the device", async () => {
    const { world, saver, write } = makeWorld([from("one", "old")]);
    await write("new");
    await saver.restore();
    await world.sent[0]?.answer(saved(1, words("new")));
    const [left] = world.left;
    if (!left) throw new Error("nothing to choose");
    await saver.choose(left, 1);
    expect(world.sent.map(({ edit, base }) => [edit.content.rationale, base])).toEqual([
      ["new", 0],
      ["old", 1],
    ]);
    expect([leftTabs(world), world.released]).toEqual([[], ["one"]]);
  });

  it("is gone when it is given up", async () => {
    const { world, saver, write } = makeWorld([from("one", "old")]);
    await write("new");
    await saver.restore();
    const [left] = world.left;
    if (left) saver.giveUp(left);
    expect([leftTabs(world), world.released, world.sent.length]).toEqual([[], ["one"], 1]);
  });

  it("that is here already, taken over when the tab before was closed half-way, is nothing to choose", async () => {
    const { world, saver } = makeWorld([from("same", "a"), from("same", "a")]);
    await saver.restore();
    await vi.advanceTimersByTimeAsync(0);
    expect([leftTabs(world), world.released]).toEqual([[], ["same", "same"]]);
  });
});
