import mammoth from "mammoth";
import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { sampleReport, writeReport } from "@/seeds/report-content";

describe("Word", () => {
  it("is read back by another program: headings, words, footnotes with their links", async () => {
    const { value, messages } = await mammoth.convertToHtml({
      buffer: Buffer.from(await writeReport("docx")),
    });
    expect(value).toContain("<h1>1. It is 4 m long</h1>");
    expect(value).toContain("Supports: Survey of 2022: “4.02 m<br />at noon”");
    expect(value).toContain('<a href="https://city.example/survey">https://city.example/survey</a>');
    expect(value).toContain("العربية جميلة.");
    expect(value).toContain("Searched for “tallest &lt;ever&gt;” in Library, 2026-05-02: No list");
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  });
  it("has running head, page numbers, title and language, and sets Arabic from right to left", async () => {
    const files = unzipSync(await writeReport("docx"));
    const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
    expect(text("word/header1.xml")).toContain("City desk · Tall &lt;things&gt;");
    expect(text("word/footer1.xml")).toContain(" NUMPAGES ");
    expect(text("docProps/core.xml")).toContain("<dc:title>Tall &lt;things&gt;</dc:title>");
    expect(text("word/document.xml")).toMatch(
      /<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/><\/w:rPr><w:t[^>]*>4\. العربية/,
    );
  });
  it("gives the same bytes for the same report, and leaves out what XML cannot hold", async () => {
    expect(await writeReport("docx")).toEqual(await writeReport("docx"));
    const title = "a\u0001b\u000bc";
    const files = unzipSync(
      await writeReport("docx", { ...sampleReport, article: { ...sampleReport.article, title } }),
    );
    expect(strFromU8(files["docProps/core.xml"] ?? new Uint8Array())).toContain("<dc:title>abc</dc:title>");
  });
});
