import { describe, expect, it } from "vitest";
import { allCells, nameOf } from "./fault-points";
import { makeBriefPlan, makeHttpFaults, makePlan } from "./plan";

describe("the plan of a run", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(makePlan(7, 2)).toEqual(makePlan(7, 2));
    expect(makeBriefPlan(7)).toEqual(makeBriefPlan(7));
    expect(makePlan(7, 2)).not.toEqual(makePlan(8, 2));
  });
  it("has every step of a save with every fault once, and every other fault", () => {
    const faults = makePlan(3, 2).map(({ fault }) => fault);
    const cells = faults.flatMap((fault) => (fault.kind === "cell" ? [nameOf(fault.cell)] : []));
    expect(cells.sort()).toEqual(allCells.map(nameOf).sort());
    expect(allCells).toHaveLength(35);
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(
      new Set([
        "cell",
        "kill_app",
        "rolling_restart",
        "kill_postgres",
        "freeze_postgres",
        "end_backends",
        "cut_database",
        "hogs",
        "table_lock",
        "full_disk",
        "clock_jump",
        "migration",
        "dump",
        "restore",
      ]),
    );
  });
  it("leaves reads between clients and program alone, and befalls writes of every kind", () => {
    const choose = makeHttpFaults(5);
    const reads = Array.from({ length: 5_000 }, () => choose("GET /api/v1/me HTTP/1.1"));
    expect(new Set(reads)).toEqual(new Set([null]));
    const writes = new Set(Array.from({ length: 20_000 }, () => choose("PUT /annotation HTTP/1.1")));
    expect(writes.size).toBe(7);
  });
});
