import { describe, expect, it } from "vitest";
import { fileKindOf, isUtf16 } from "./file-kind";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));

describe("fileKindOf", () => {
  it.each([
    ["a.txt", "Some words.", "text"],
    ["a.md", "# Some words", "markdown"],
    ["A.HTML", "<p>Some words", "html"],
    ["a.pdf", "%PDF-1.7\n", "pdf"],
    ["a.docx", "PK\u0003\u0004", "docx"],
    ["a.xlsx", "PK\u0003\u0004", "xlsx"],
    ["a.jsonl", '{"text":"x"}', "jsonl"],
    ["a.csv", "title,text", "csv"],
    ["a", "Some words.", "text"],
    ["a", "\n <!DOCTYPE HTML>", "html"],
    ["a", "%PDF-1.7\n", "pdf"],
    ["a.txt", "Ein Stra\u00dfe", "text"],
  ])("%s that begins with %j is %s", (name, head, kind) => {
    expect(fileKindOf(name, null, bytes(head))).toEqual({ ok: true, kind });
  });

  it("a page without a file name is what its server calls it", () => {
    expect(fileKindOf(null, "text/html", bytes("Some words."))).toEqual({ ok: true, kind: "html" });
    expect(fileKindOf(null, "application/pdf", bytes("%PDF-1.4"))).toEqual({ ok: true, kind: "pdf" });
    expect(fileKindOf(null, "application/pdf", bytes("<html>"))).toMatchObject({ ok: false });
  });

  it.each([
    [
      "a picture with a text's name",
      "a.txt",
      "\u0089PNG\r\n\u001a\n",
      "is a picture, although its name ends in .txt",
    ],
    ["a PDF with a text's name", "a.txt", "%PDF-1.7", "is a PDF, although its name ends in .txt"],
    ["an archive", "a.zip", "PK\u0003\u0004", "ZIP archive"],
    ["a DOCX with a text's name", "a.txt", "PK\u0003\u0004", "ZIP archive"],
    ["a protected document", "a.docx", "\u00d0\u00cf\u0011\u00e0", "protected by a password"],
    ["a text with a PDF's name", "a.pdf", "Some words.", "does not begin like one"],
    ["rich text", "a.txt", "{\\rtf1", "RTF"],
    ["a program", "a.txt", "\u007fELF\u0002", "program"],
    ["bytes of no kind", "a.txt", "abc\u0000\u0001\u0002", "no text"],
    ["control characters", "a.txt", "\u0001\u0002\u0003\u0004 words", "no text"],
  ])("%s is said to be one", (_name, name, head, why) => {
    expect(fileKindOf(name, null, bytes(head))).toMatchObject({
      ok: false,
      why: expect.stringContaining(why) as string,
    });
  });

  it("UTF-16 is text, with its mark or without", () => {
    expect(fileKindOf("a.txt", null, utf16("Some words in sixteen bits"))).toEqual({
      ok: true,
      kind: "text",
    });
    expect(isUtf16(utf16("Some words in sixteen bits"))).toBe("utf-16le");
    expect(isUtf16(bytes("\u00fe\u00ff\u0000a"))).toBe("utf-16be");
    expect(isUtf16(bytes("Some words in eight bits"))).toBeNull();
    expect(isUtf16(new Uint8Array())).toBeNull();
  });
});
