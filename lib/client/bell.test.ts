import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { parseUnread, watchBell } from "./bell";

class Line {
  static readonly CLOSED = 2;
  static open: Line[] = [];
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
    Line.open.push(this);
  }
  close() {
    this.readyState = Line.CLOSED;
    Line.open = Line.open.filter((line) => line !== this);
  }
}

/** One holder at a time; the next waiting one gets it when the holder's promise is over. */
function locks() {
  let line = Promise.resolve();
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) => {
      const turn = line.then(() => (signal.aborted ? undefined : hold()));
      line = turn;
      return turn;
    },
  };
}

beforeEach(() => {
  Line.open = [];
  vi.stubGlobal("EventSource", Line);
  vi.stubGlobal("navigator", { locks: locks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("of two tabs one holds the line and tells the other; when it closes the other takes over", async () => {
  const heard: string[] = [];
  const watch = (tab: string) =>
    watchBell({
      address: "/feed",
      name: "bell of rita",
      onUnread: (unread) => heard.push(`${tab} ${unread}`),
    });
  const endFirst = watch("one");
  const endSecond = watch("two");
  await vi.waitFor(() => {
    expect(Line.open).toHaveLength(1);
  });
  Line.open[0]?.onmessage?.({ data: JSON.stringify({ unread: 3 }) });
  await vi.waitFor(() => {
    expect(heard.toSorted()).toEqual(["one 3", "two 3"]);
  });
  const endThird = watch("three");
  await vi.waitFor(() => {
    expect(heard).toContain("three 3");
  });
  endFirst();
  await vi.waitFor(() => {
    expect(Line.open).toHaveLength(1);
  });
  endSecond();
  endThird();
  await vi.waitFor(() => {
    expect(Line.open).toHaveLength(0);
  });
});

it("takes nothing else for a number", () => {
  expect(parseUnread('{"unread":0}')).toBe(0);
  for (const data of ["", "x", "{}", '{"unread":-1}', '{"unread":"3"}', null])
    expect(parseUnread(data)).toBeNull();
});
