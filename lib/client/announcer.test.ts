import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Announcer, type Say } from "./announcer";

type Said = Parameters<Say>[0];

let said: Said[];
let answer: Promise<boolean>;
const announcer = () =>
  new Announcer((what) => {
    said.push(what);
    return answer;
  });

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  answer = Promise.resolve(true);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a reader is told of", () => {
  it("once they rest on a claim, and then as a beat", async () => {
    const one = announcer();
    one.start();
    for (const claimId of ["a", "b", "c"]) {
      one.moveTo(claimId);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(700);
    expect(said).toEqual([{ claimId: "c", typing: false, leaving: false }]);
    one.moveTo("c");
    await vi.advanceTimersByTimeAsync(19_000);
    expect(said).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(41_000);
    expect(said).toHaveLength(4);
  });

  it("as writing while they write, and no longer on another claim", async () => {
    const one = announcer();
    one.moveTo("a");
    await vi.advanceTimersByTimeAsync(700);
    for (let letter = 0; letter < 20; letter += 1) {
      one.type();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(said.map(({ typing }) => typing)).toEqual([false, true]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said.at(-1)).toEqual({ claimId: "a", typing: false, leaving: false });
    one.type();
    one.moveTo("b");
    await vi.advanceTimersByTimeAsync(700);
    expect(said.at(-1)).toEqual({ claimId: "b", typing: false, leaving: false });
  });

  it("not at all any more once nobody may hear of it, also when that answer comes late", async () => {
    const one = announcer();
    let late: (heard: boolean) => void = () => undefined;
    answer = new Promise((resolve) => {
      late = resolve;
    });
    one.moveTo("a");
    await vi.advanceTimersByTimeAsync(700);
    one.moveTo("b");
    late(false);
    await vi.advanceTimersByTimeAsync(60_000);
    one.type();
    one.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said).toHaveLength(1);
  });

  it("as gone once, if they had been told of, and again when they come back", async () => {
    const one = announcer();
    one.start();
    one.leave();
    expect(said).toEqual([]);
    one.start();
    await vi.advanceTimersByTimeAsync(700);
    one.leave();
    one.leave();
    expect(said.map(({ leaving }) => leaving)).toEqual([false, true]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said).toHaveLength(2);
    one.start();
    await vi.advanceTimersByTimeAsync(700);
    expect(said).toHaveLength(3);
  });

  it("not while their page is out of sight", async () => {
    const one = announcer();
    one.start();
    await vi.advanceTimersByTimeAsync(700);
    one.pause();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(said).toHaveLength(1);
    one.start();
    await vi.advanceTimersByTimeAsync(700);
    expect(said).toHaveLength(2);
  });
});
