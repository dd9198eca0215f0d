import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MessageReader, query, StatementReader } from "./postgres-messages";

/** What a client says first: a length, a version, and names. */
const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const parse = (name: string, sql: string) => message("P", Buffer.from(`${name}\0${sql}\0\0\0`));
/** Without a portal's name, formats and parameters. */
const bind = (name: string) => message("B", Buffer.from(`\0${name}\0\0\0\0\0\0\0`));
const sync = message("S", Buffer.alloc(0));

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
        const statements = new StatementReader();
        expect(read.map((one) => statements.read(one))).toEqual([null, ...list.map((one) => one.sql)]);
      }),
    );
  });
  it("call a statement by the name that it was sent under, and it is told once each time that it runs", () => {
    const statements = new StatementReader();
    const told = (...pieces: readonly Buffer[]) =>
      new MessageReader()
        .read(Buffer.concat([startup, ...pieces]))
        .slice(1)
        .map((one) => statements.read(one));
    expect(told(parse("facts", "select 1"), bind("facts"), sync)).toEqual(["select 1", null, null]);
    expect(told(bind("facts"), sync)).toEqual(["select 1", null]);
    expect(told(parse("", "select 2"), bind(""), sync)).toEqual(["select 2", null, null]);
    expect(told(bind("facts"), sync, bind("unheard of"))).toEqual(["select 1", null, null]);
  });
});
