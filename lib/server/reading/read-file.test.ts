import { describe, expect, it } from "vitest";
import { docxOf, pdfOf, xlsxOf, zipOf } from "@/seeds/documents";
import { readFile } from "./read-file";
import type { ReadableKind, ReadingAnswer } from "./reading-task";

const read = (
  kind: ReadableKind,
  content: string | Uint8Array,
  more: { address?: string; charset?: string } = {},
) =>
  readFile({
    kind,
    bytes: Buffer.from(content),
    address: more.address ?? null,
    charset: more.charset ?? null,
    encoding: null,
  });

function articleOf(answer: ReadingAnswer) {
  if (answer.outcome !== "article") throw new Error(`No article: ${JSON.stringify(answer)}`);
  return answer.article;
}

const failed = (reason: string) => ({ outcome: "failed", reason });

const page = `<!doctype html><html lang="en-GB"><head><title>Bridge opens | The Daily</title>
<meta property="og:site_name" content="The Daily"><meta name="author" content="A. Smith">
<meta property="article:published_time" content="1932-03-19T10:00:00+10:00">
<link rel="canonical" href="/news/bridge"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Bridge opens</h1>
<p>The bridge was opened on Saturday by the premier, who cut the ribbon twice because of a horseman.</p>
<figure><img src="x.png"><figcaption>Crowds on the bridge. Photo: B. Jones</figcaption></figure>
<p>It is 1,149 metres long, and was paid for by <b>the public</b>,&nbsp;the ministry said in a statement.</p>
<div class="related-links"><a href="/x">How to build a bridge</a></div>
<p>Read also: Tunnel to close</p>
<div class="share-bar"><a href="#">Facebook</a></div>
<blockquote><p>“Nobody likes its colour,” said the painter, who has been at it since the year before last.</p></blockquote>
<ul><li>First train: Monday, from the northern shore at half past five.</li></ul>
</article>
<footer><p>Copyright The Daily. All rights reserved by the company that owns it.</p></footer>
<script>document.write("never")</script></body></html>`;

describe("a web page", () => {
  it("gives its article, what it says of itself, and what may not belong to it", async () => {
    const article = articleOf(
      await read("html", page, { address: "https://daily.example/news/bridge?from=mail" }),
    );
    expect(article).toMatchObject({
      title: "Bridge opens",
      byline: "A. Smith",
      publisher: "The Daily",
      publishedAt: "1932-03-19T00:00:00.000Z",
      language: "en-GB",
      url: "https://daily.example/news/bridge",
      encoding: "utf-8",
    });
    const paragraphs = article.text.split("\n\n");
    expect(paragraphs[0]).toBe(
      "The bridge was opened on Saturday by the premier, who cut the ribbon twice because of a horseman.",
    );
    expect(article.text).toContain("paid for by the public,\u00a0the ministry said");
    expect(article.text).toContain("“Nobody likes its colour,”");
    expect(article.text).not.toContain("never");
    expect(article.leftOut.join(" ")).toContain("Copyright The Daily");
    expect(article.text).not.toContain("Copyright The Daily");
    const doubtful = article.boilerplate.map(({ start, end, reason }) => [
      article.text.slice(start, end),
      reason,
    ]);
    expect(doubtful).toContainEqual(["Crowds on the bridge. Photo: B. Jones", "caption"]);
    expect(doubtful).toContainEqual(["Read also: Tunnel to close", "read_also"]);
    expect(doubtful.map(([text]) => text)).not.toContain(paragraphs[0]);
    // Nothing that stood between the article's paragraphs is lost.
    for (const words of ["How to build a bridge", "Facebook", "First train: Monday"]) {
      expect(article.text).toContain(words);
    }
  });

  it("that asks for a login is said to", async () => {
    const login =
      "<html><body><h1>Welcome back</h1><form><input name=user><input type=password></form></body></html>";
    expect(await read("html", login)).toEqual(failed("login"));
  });

  it("without words has none", async () => {
    expect(await read("html", "<html><body><script>app()</script><div id=root></div></body></html>")).toEqual(
      failed("no_text"),
    );
  });

  it("in an old encoding is read in the one that it declares", async () => {
    const declared = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1256"></head><body><p>'),
      Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7]),
      Buffer.from("</p></body></html>"),
    ]);
    expect(articleOf(await read("html", declared))).toMatchObject({
      text: "مرحبا",
      encoding: "windows-1256",
    });
  });

  it("nested deeper than anything can follow does no harm", async () => {
    const deep = await read("html", `<html><body>${"<div>".repeat(200_000)}words`);
    expect(deep.outcome).toBe("failed");
  });
});

describe("other documents", () => {
  it("plain text stays as it is to the letter", async () => {
    const text = "One  sentence .\r\nAnother\u00a0one.\n\n\tRead also: more\n";
    const article = articleOf(await read("text", text));
    expect(article.text).toBe(text);
    expect(article.boilerplate).toMatchObject([{ reason: "read_also" }]);
  });

  it("Markdown loses its marks and keeps its words", async () => {
    const source =
      '---\ntitle: "The bridge"\ndate: 1932-03-19\nlang: en\n---\n# The bridge\n\nIt is **long**, [they say](https://x.example).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    expect(articleOf(await read("markdown", source))).toMatchObject({
      title: "The bridge",
      publishedAt: "1932-03-19",
      language: "en",
      text: "It is long, they say.\n\none\n\ntwo\n\na | b\n\n1 | 2",
    });
  });

  it("a Word document", async () => {
    const docx = docxOf(["The bridge", "It is long & red.", "Photo: B. Jones"], {
      title: "The bridge",
      creator: "A. Smith",
    });
    expect(articleOf(await read("docx", docx))).toMatchObject({
      title: "The bridge",
      byline: "A. Smith",
      text: "It is long & red.\n\nPhoto: B. Jones",
      boilerplate: [{ start: 19, end: 34, reason: "caption" }],
    });
  });

  it("a PDF, its paragraphs whole again over lines, hyphens and pages", async () => {
    const pages = [0, 1, 2].map((number) => [
      "The Daily, 19 March 1932",
      "",
      `Bridge ${"abc"[number]} was opened on Sat-`,
      "urday, and it is",
      "",
      "A new paragraph (with brackets).",
      "",
      String(number),
    ]);
    const article = articleOf(await read("pdf", pdfOf(pages, { title: "Bridge" })));
    expect(article.title).toBe("Bridge");
    expect(article.text).toContain("Bridge b was opened on Saturday, and it is");
    expect(article.text).toContain("A new paragraph (with brackets).");
    const furniture = article.boilerplate.map(({ start, end }) => article.text.slice(start, end));
    expect(furniture).toContain("The Daily, 19 March 1932");
    expect(furniture).toContain("2");
  });

  it("a workbook is a table", async () => {
    const rows = [
      ["Fact", "Source"],
      ["It is long & red.", "https://x.example"],
    ];
    expect(await read("xlsx", xlsxOf(rows))).toEqual({ outcome: "table", table: rows });
  });
});

describe("files that mean no good, or cannot be read", () => {
  it("a PDF with a password, one that is a scan, one that is cut off", async () => {
    expect(await read("pdf", pdfOf([["Secret."]], { locked: true }))).toEqual(failed("encrypted_pdf"));
    expect(await read("pdf", pdfOf([[], []]))).toEqual(failed("scanned_pdf"));
    expect(await read("pdf", "%PDF-1.7\n and nothing more")).toEqual(failed("damaged"));
  });

  it("a DOCX that unpacks to a hundred times its size, or has thousands of parts", async () => {
    const zeros = { name: "word/document.xml", content: Buffer.alloc(30_000_000) };
    expect(await read("docx", zipOf([zeros]))).toEqual(failed("bomb"));
    const many = Array.from({ length: 1_001 }, (_, at) => ({ name: `word/${at}.xml`, content: "" }));
    expect(await read("docx", zipOf(many))).toEqual(failed("bomb"));
  });

  it("a DOCX that declares less than it holds, one with a path that leads outside, one without a text", async () => {
    const honest = docxOf(["Words."]);
    const lying = Buffer.from(honest);
    const at = lying.indexOf("PK\u0001\u0002");
    lying.writeUInt32LE(1, at + 24);
    expect(await read("docx", lying)).toEqual(failed("damaged"));
    expect(await read("docx", zipOf([{ name: "../../etc/passwd", content: "x" }]))).toEqual(
      failed("damaged"),
    );
    expect(await read("docx", zipOf([{ name: "readme.txt", content: "x" }]))).toEqual(failed("damaged"));
    expect(await read("docx", honest.subarray(0, 300))).toEqual(failed("damaged"));
  });

  it("takes no longer than it may, and says so", async () => {
    const slow = {
      kind: "html",
      bytes: Buffer.from(page),
      address: null,
      charset: null,
      encoding: null,
    } as const;
    expect(await readFile(slow, { readMs: 1, startMs: 60_000 })).toEqual(failed("slow"));
  });

  it("takes no more memory than it may", async () => {
    const heavy = `<html><body>${"<p>a<b>b</b></p>".repeat(1_200_000)}</body></html>`;
    const answer = await readFile(
      { kind: "html", bytes: Buffer.from(heavy), address: null, charset: null, encoding: null },
      { readMs: 120_000, startMs: 60_000 },
    );
    expect(answer).toEqual(failed("memory"));
  });
});
