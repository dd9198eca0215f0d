import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isEcho, listen, parseNews } from "./live";

const message = {
  id: "7",
  type: "annotation.saved",
  articleId: "a",
  claimId: "c",
  actorId: "me",
  ownVersion: 3,
};

describe("parseNews", () => {
  it("reads a message and ignores what is none", () => {
    expect(parseNews(JSON.stringify(message))).toEqual({ claimId: "c", ownVersion: 3 });
    expect(parseNews("")).toBeNull();
    expect(parseNews("{}")).toBeNull();
    expect(parseNews("null")).toBeNull();
  });
});

describe("isEcho", () => {
  it("is news of a save that this tab has had answered", () => {
    expect(isEcho(message, () => 3)).toBe(true);
    expect(isEcho(message, () => 4)).toBe(true);
  });
  it("is not: one's own from another tab, a moment after this one's; a colleague's; what a save brought about", () => {
    expect(isEcho(message, () => 2)).toBe(false);
    expect(isEcho({ ...message, ownVersion: null }, () => 3)).toBe(false);
  });
});

describe("listen", () => {
  class Stream extends EventTarget {
    static readonly CLOSED = 2;
    static all: Stream[] = [];
    readyState = 0;
    onopen = () => undefined;
    onerror = () => undefined;
    constructor() {
      super();
      Stream.all.push(this);
    }
    close() {
      this.readyState = Stream.CLOSED;
    }
    answer() {
      this.readyState = 1;
      this.onopen();
    }
    giveUp() {
      this.close();
      this.onerror();
    }
  }
  const open = () => Stream.all.filter(({ readyState }) => readyState !== Stream.CLOSED).length;

  function makePage() {
    const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
    vi.stubGlobal("document", page);
    const show = (visibilityState: "visible" | "hidden") => {
      page.visibilityState = visibilityState;
      page.dispatchEvent(new Event("visibilitychange"));
    };
    let caughtUp = 0;
    const presence: unknown[] = [];
    const end = listen({
      address: "/events",
      onNews: () => undefined,
      onReconnect: () => (caughtUp += 1),
      isOwnEcho: () => false,
      onPresence: (data) => presence.push(data),
    });
    return { show, end, presence, caughtUp: () => caughtUp };
  }

  beforeEach(() => {
    vi.useFakeTimers();
    Stream.all = [];
    vi.stubGlobal("EventSource", Stream);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("keeps the stream through a short look elsewhere", () => {
    const { show, caughtUp } = makePage();
    Stream.all[0]?.answer();
    show("hidden");
    vi.advanceTimersByTime(9_000);
    show("visible");
    vi.advanceTimersByTime(60_000);
    expect([Stream.all.length, open(), caughtUp()]).toEqual([1, 1, 0]);
  });

  it("lets it go when hidden for longer, and catches up when seen again", () => {
    const { show, caughtUp } = makePage();
    Stream.all[0]?.answer();
    show("hidden");
    vi.advanceTimersByTime(10_000);
    expect(open()).toBe(0);
    show("visible");
    Stream.all[1]?.answer();
    expect([Stream.all.length, open(), caughtUp()]).toEqual([2, 1, 1]);
  });

  it("does not ask again while hidden, nor twice when seen", () => {
    const { show } = makePage();
    Stream.all[0]?.giveUp();
    show("hidden");
    vi.advanceTimersByTime(5_000);
    show("visible");
    show("hidden");
    vi.advanceTimersByTime(60_000);
    expect(open()).toBe(0);
    show("visible");
    show("visible");
    vi.advanceTimersByTime(60_000);
    expect(open()).toBe(1);
  });

  it("passes on who is here", () => {
    const { presence } = makePage();
    Stream.all[0]?.answer();
    Stream.all[0]?.dispatchEvent(Object.assign(new Event("presence"), { data: "[]" }));
    expect(presence).toEqual(["[]"]);
  });

  it("leaves nothing behind at its end", () => {
    const { show, end } = makePage();
    end();
    show("hidden");
    show("visible");
    vi.advanceTimersByTime(60_000);
    expect([Stream.all.length, open()]).toEqual([1, 0]);
  });
});
