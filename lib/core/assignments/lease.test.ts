import { expect, it } from "vitest";
import { leaseEnd } from "./lease";

const now = new Date("2026-03-02T09:00:00Z");
const given = { memberId: "ann", assignedById: "ed", dueAt: null };

it.each([
  ["taken", { ...given, assignedById: "ann" }, "2026-03-02T11:00:00.000Z"],
  ["given", given, "2026-03-03T09:00:00.000Z"],
  ["given and due later", { ...given, dueAt: new Date("2026-03-09T17:00:00Z") }, "2026-03-09T17:00:00.000Z"],
  ["given and due before", { ...given, dueAt: new Date("2026-03-02T10:00:00Z") }, "2026-03-03T09:00:00.000Z"],
  ["given and overdue", { ...given, dueAt: new Date("2026-02-01T10:00:00Z") }, "2026-03-03T09:00:00.000Z"],
])("work that was %s is kept until a day or two hours later, or until it is due", (_name, work, end) => {
  expect(leaseEnd(work, now).toISOString()).toBe(end);
});
