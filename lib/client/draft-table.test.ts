import { afterEach, expect, it, vi } from "vitest";
import { deviceTable } from "./draft-table";

type Asked = { result?: unknown; error?: Error; onsuccess?: () => void; onerror?: () => void };

/** A request of the browser that is answered as soon as somebody can hear it. */
function answered(asked: Asked): Asked {
  queueMicrotask(() => {
    if (asked.error) asked.onerror?.();
    else asked.onsuccess?.();
  });
  return asked;
}

const rows = [{ owner: "ann", tab: "one", claimId: "c1", base: 0, edits: [] }];
const connection = () => ({
  onclose: undefined as (() => void) | undefined,
  transaction: () => ({
    objectStore: () => ({ index: () => ({ getAll: () => answered({ result: rows }) }) }),
  }),
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("that could not be opened once is opened for the next draft", async () => {
  const full = new Error("The disk is full");
  const open = vi
    .fn()
    .mockImplementationOnce(() => answered({ error: full }))
    .mockImplementation(() => answered({ result: connection() }));
  vi.stubGlobal("indexedDB", { open });
  const table = deviceTable();
  await expect(table.list("ann")).rejects.toBe(full);
  await expect(table.list("ann")).resolves.toEqual(rows);
  await table.list("ann");
  expect(open).toHaveBeenCalledTimes(2);
});

it("that the browser has closed is opened again", async () => {
  const first = connection();
  const open = vi
    .fn()
    .mockImplementationOnce(() => answered({ result: first }))
    .mockImplementation(() => answered({ result: connection() }));
  vi.stubGlobal("indexedDB", { open });
  const table = deviceTable();
  await table.list("ann");
  first.onclose?.();
  await expect(table.list("ann")).resolves.toEqual(rows);
  expect(open).toHaveBeenCalledTimes(2);
});
