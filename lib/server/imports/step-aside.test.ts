import { beforeEach, describe, expect, it, vi } from "vitest";
import { countRequest } from "../observing/metrics";
import { stepAside } from "./step-aside";

const waits = vi.hoisted(() => ({
  turn: vi.fn(() => Promise.resolve()),
  pause: vi.fn(() => Promise.resolve()),
}));
vi.mock("node:timers/promises", () => ({ setImmediate: waits.turn, setTimeout: waits.pause }));

const answerAt = (moment: number) => {
  vi.spyOn(performance, "now").mockReturnValue(moment);
  const asked = { method: "GET", route: "/claims", status: 200, ms: 1, userId: null };
  countRequest({ ...asked, arrivedAt: moment, traceparent: null });
};

beforeEach(() => {
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe("a piece of background work", () => {
  it("is followed by a pause as long as itself while people ask for something", async () => {
    answerAt(1_000);
    vi.spyOn(performance, "now").mockReturnValue(1_040);
    await stepAside(1_010);
    expect(waits.pause.mock.calls).toEqual([[30]]);
    expect(waits.turn).not.toHaveBeenCalled();
  });

  it("is followed by the next at the next turn when nobody has asked for a while", async () => {
    answerAt(1_000);
    vi.spyOn(performance, "now").mockReturnValue(1_101);
    await stepAside(1_010);
    expect(waits.turn).toHaveBeenCalledOnce();
    expect(waits.pause).not.toHaveBeenCalled();
  });
});
