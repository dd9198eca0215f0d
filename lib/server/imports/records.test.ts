import { describe, expect, it } from "vitest";
import { jsonRecords, parseJsonFile, readCsv, readJsonLines, readTable, type FileRecord } from "./records";

/** The bytes in pieces of some odd size, so that letters and lines are cut through. */
async function* pieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(records: AsyncIterable<FileRecord>): Promise<FileRecord[]> {
  const found: FileRecord[] = [];
  for await (const record of records) found.push(record);
  return found;
}

describe("readJsonLines", () => {
  it("tells each record's line, and each bad line's fault, and goes on", async () => {
    const file = '{"text":"Brücke 🏴"}\r\n\n{"text":\n[1]\n\uFEFF{"a":1}\nlast';
    expect(await all(readJsonLines(pieces(Buffer.from(file))))).toEqual([
      { line: 1, value: { text: "Brücke 🏴" } },
      { line: 3, problem: expect.stringContaining("no valid JSON") as string },
      { line: 4, value: [1] },
      { line: 5, value: { a: 1 } },
      { line: 6, problem: expect.stringContaining("no valid JSON") as string },
    ]);
    const latin = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xfc]), Buffer.from('"}\n{"b":2}')]);
    expect(await all(readJsonLines(pieces(latin)))).toEqual([
      { line: 1, problem: "is not UTF-8" },
      { line: 2, value: { b: 2 } },
    ]);
  });

  it("finds the one broken line in a million", async () => {
    const lines = 1_000_000;
    async function* file(): AsyncGenerator<Buffer> {
      for (let line = 1; line <= lines; line += 1_000) {
        await Promise.resolve();
        const block = Array.from({ length: 1_000 }, (_, at) =>
          line + at === 765_432 ? "{broken" : '{"text":"x"}',
        );
        yield Buffer.from(`${block.join("\n")}\n`);
      }
    }
    let good = 0;
    const bad: FileRecord[] = [];
    for await (const record of readJsonLines(file())) {
      if ("problem" in record) bad.push(record);
      else good += 1;
    }
    expect([good, bad.map(({ line }) => line)]).toEqual([lines - 1, [765_432]]);
  });

  it("keeps nothing of a line that never ends", async () => {
    async function* file(): AsyncGenerator<Buffer> {
      for (let at = 0; at < 300; at += 1) yield await Promise.resolve(Buffer.alloc(100_000, "a"));
      yield Buffer.from('\n{"text":"x"}');
    }
    expect(await all(readJsonLines(file()))).toEqual([
      { line: 1, problem: "is longer than 20 MB" },
      { line: 2, value: { text: "x" } },
    ]);
  });
});

describe("readCsv", () => {
  it("reads rows under their names, over lines, whatever the separator", async () => {
    for (const mark of [",", ";", "\t"]) {
      const file = `\uFEFFtitle${mark}text\r\nBridge${mark}"It is ""long"".\nIt is red."\r\n\r\n'=1+1${mark}Words.\r\n`;
      expect(await all(readCsv(pieces(Buffer.from(file))))).toEqual([
        { line: 2, value: { title: "Bridge", text: 'It is "long".\nIt is red.' } },
        { line: expect.any(Number) as number, value: { title: "=1+1", text: "Words." } },
      ]);
    }
  });

  it("reads what a spreadsheet of long ago wrote", async () => {
    const file = Buffer.from(
      "text;date\nDie Brücke ist sehr lang und wurde für Züge gebaut.;1932\nSchöne Straßen führen zur Fähre.;1933\n",
      "latin1",
    );
    const [first] = await all(readCsv(pieces(file)));
    expect(first).toMatchObject({ value: { text: "Die Brücke ist sehr lang und wurde für Züge gebaut." } });
  });

  it("takes odd quotation marks as letters, and reports one that is never closed", async () => {
    const file = 'title,text\nA,One.\nB,"Two" and more\nC,Three "3".\nD,"Four.\nE,Five.\n';
    expect(await all(readCsv(pieces(Buffer.from(file))))).toEqual([
      { line: 2, value: { title: "A", text: "One." } },
      { line: 3, value: { title: "B", text: '"Two" and more' } },
      { line: 4, value: { title: "C", text: 'Three "3".' } },
      { line: 5, problem: expect.stringContaining("never closed") as string },
    ]);
  });
});

describe("tables and arrays", () => {
  it("number their rows as a spreadsheet does, and their elements from one", () => {
    expect([...readTable([["Text"], ["One."], [""], ["Two."]])]).toEqual([
      { line: 2, value: { Text: "One." } },
      { line: 4, value: { Text: "Two." } },
    ]);
    expect([...jsonRecords(parseJsonFile(Buffer.from('[{"a":1},2]')).value)]).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, value: 2 },
    ]);
    expect(() => parseJsonFile(Buffer.from("[1,"))).toThrow("no valid JSON");
  });
});
