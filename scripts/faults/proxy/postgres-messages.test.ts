import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MessageReader, query, refusal, statementOf } from "./postgres-messages";

/** What a client says first: a length, a version, and names. */
const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);

function parse(name: string, sql: string): Buffer {
  const body = Buffer.concat([Buffer.from(`${name}\0${sql}\0`), Buffer.from([0, 0])]);
  const head = Buffer.alloc(5);
  head.write("P", "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

describe("messages to the database", () => {
  it("are the same however they are cut into pieces, and nothing of them is lost", () => {
    const sql = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
    const statements = fc.array(fc.record({ sql, named: fc.boolean(), isQuery: fc.boolean() }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(statements, fc.array(fc.nat(400), { maxLength: 8 }), (list, cuts) => {
        const messages = list.map((one) =>
          one.isQuery ? query(one.sql) : parse(one.named ? "s1" : "", one.sql),
        );
        const whole = Buffer.concat([startup, ...messages]);
        const edges = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        const reader = new MessageReader();
        const read = edges.slice(1).flatMap((edge, place) => reader.read(whole.subarray(edges[place], edge)));
        expect(Buffer.concat(read.map(({ bytes }) => bytes)).equals(whole)).toBe(true);
        expect(read.map(({ type }) => type)).toEqual([
          "startup",
          ...list.map(({ isQuery }) => (isQuery ? "Q" : "P")),
        ]);
        expect(read.slice(1).map(statementOf)).toEqual(list.map((one) => one.sql));
      }),
    );
  });
  it("other than statements have none", () => {
    expect(statementOf({ type: "S", bytes: Buffer.from([0x53, 0, 0, 0, 4]) })).toBeNull();
  });
  it("are answered with a refusal that says its code, and that the server is ready again", () => {
    const bytes = refusal("40001", "collided", "E");
    expect(bytes.toString("latin1")).toContain("C40001\0Mcollided\0");
    expect(bytes.subarray(-6)).toEqual(Buffer.from([0x5a, 0, 0, 0, 5, 0x45]));
  });
});
