import "server-only";
import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/**
 * A version-7 UUID (RFC 9562, method 1: a counter in rand_a), for rows that are written many at a time. Ids made one
 * after the other in one process are in that order, as lists and cursors expect of ids.
 */
export function newId(nowMs: number = Date.now()): string {
  counter = nowMs > lastMs ? 0 : counter + 1;
  lastMs = Math.max(nowMs, lastMs);
  if (counter > 0xfff) {
    // More than 4,096 in a millisecond: the next one begins early.
    counter = 0;
    lastMs += 1;
  }
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
