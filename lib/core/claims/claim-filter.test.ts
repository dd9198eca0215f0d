import { describe, expect, it } from "vitest";
import {
  countClaims,
  filterClaims,
  noFilter,
  readFilter,
  writeFilter,
  type ClaimFilter,
} from "./claim-filter";
import type { ClaimSummary } from "./claim";
import { claim as sample } from "./fixtures/claim";

const claim = (ordinal: number, rest: Partial<ClaimSummary> = {}) =>
  sample(ordinal, { text: `Claim ${ordinal} of the café.`, ...rest });

const claims = [
  claim(1),
  claim(2, { state: "in_progress", myVerdict: "true" }),
  claim(3, { state: "ruled", ruling: "false", myVerdict: "true" }),
  claim(4, { state: "disposed", disposition: "opinion", text: "Nobody likes it." }),
  claim(12, { state: "disputed", myVerdict: "false" }),
];

const found = (filter: Partial<ClaimFilter>, assigned: ReadonlySet<string> | null = null) =>
  filterClaims(claims, { ...noFilter, ...filter }, assigned).map(({ ordinal }) => ordinal);

describe("the filter of claims", () => {
  it.each([
    [{}, [1, 2, 3, 4, 12]],
    [{ sort: "to_do" }, [1, 2, 12]],
    [{ sort: "mine" }, [2, 3, 12]],
    [{ sort: "disputed" }, [12]],
    [{ sort: "stale" }, []],
    [{ state: "ruled" }, [3]],
    [{ verdict: "true" }, [2]],
    [{ verdict: "false" }, [3, 12]],
    [{ verdict: "none" }, [1, 4]],
    [{ disposition: "opinion" }, [4]],
    [{ text: " CAFE " }, [1, 2, 3, 12]],
    [{ text: "12" }, [12]],
    [{ text: "2" }, [2, 12]],
    [{ sort: "mine", verdict: "false", text: "claim" }, [3, 12]],
  ] satisfies [Partial<ClaimFilter>, number[]][])("%j passes %j", (filter, ordinals) => {
    expect(found(filter)).toEqual(ordinals);
  });

  it("asks for an assignee once it is known who has been given what", () => {
    expect(found({ assignee: "m1" })).toEqual([1, 2, 3, 4, 12]);
    expect(found({ assignee: "m1" }, new Set(["c2", "c4"]))).toEqual([2, 4]);
    expect(found({}, new Set(["c2"]))).toEqual([1, 2, 3, 4, 12]);
  });

  it("counts", () => {
    expect(countClaims(claims, "to_do")).toBe(3);
  });

  it("comes back from an address as it went into it", () => {
    const filter: ClaimFilter = {
      sort: "mine",
      state: "ruled",
      verdict: "mostly_true",
      disposition: "to_check",
      assignee: "m1",
      text: "lamps & roads",
      order: "worth",
    };
    for (const one of [filter, noFilter, { ...noFilter, text: "é" }]) {
      const address = new URLSearchParams(
        writeFilter(one).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
      );
      expect(readFilter((name) => address.get(name))).toEqual(one);
    }
    expect(writeFilter(noFilter).every(([, value]) => value === null)).toBe(true);
  });

  it("is not asked for what no claim can be", () => {
    expect(readFilter((name) => (name === "state" || name === "show" ? "lost" : null))).toEqual(noFilter);
  });
});
