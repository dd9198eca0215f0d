import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown, type MarkdownNode } from "./markdown";

function wordsOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => ("text" in node ? node.text : "children" in node ? wordsOf(node.children) : " "))
    .join("");
}

function all(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return nodes.flatMap((node) => ["children" in node ? all(node.children) : [], node].flat());
}

const kindsIn = (source: string) => new Set(all(readMarkdown(source)).map(({ kind }) => kind));

describe("a note in Markdown", () => {
  it.each([
    ["**bold** and *less*", ["strong", "emphasis"]],
    ["~~gone~~", ["struck"]],
    ["- one\n- two", ["bullets", "item"]],
    ["1. one\n2. two", ["numbers", "item"]],
    ["> said", ["quote"]],
    ["`code`", ["code"]],
    ["```\na\nb\n```", ["pre"]],
    ["one\ntwo", ["break"]],
    ["a\n\n---\n\nb", ["rule"]],
    ["# Title", ["heading"]],
    ["[there](https://a.example/)", ["link"]],
    ["see https://a.example/b", ["link"]],
  ])("%j", (source, kinds) => {
    for (const kind of kinds) expect([...kindsIn(source)]).toContain(kind);
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=alert(1)>b</b> c",
    "<iframe src=javascript:alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x](//evil.example)",
    "<svg/onload=alert(1)>",
    "<!-- --><style>@import 'x'</style>",
  ])("nothing runs, leads or loads in %s", (source) => {
    expect([...kindsIn(source)]).not.toContain("link");
    expect(wordsOf(readMarkdown(source)).length).toBeGreaterThan(0);
  });

  it("a picture is a link, so that reading a note tells nobody", () => {
    expect(readMarkdown("![plan](https://a.example/p.png)")).toEqual([
      {
        kind: "paragraph",
        children: [
          { kind: "link", href: "https://a.example/p.png", children: [{ kind: "text", text: "plan" }] },
        ],
      },
    ]);
  });

  it("emoji, bidi controls and zero-width characters stay as they are", () => {
    const text = "\u202eabc\u202c 👩‍👩‍👧 x\u200by e\u0301";
    expect(wordsOf(readMarkdown(text))).toBe(text);
  });

  it("takes 100,000 characters of anything, however it is nested", () => {
    for (const piece of [
      ">",
      "- ",
      "[",
      "*a ",
      "**",
      "`",
      "<b>",
      "![](",
      "1. ",
      "\t",
      "| a ",
      "~~",
      "&amp;",
    ]) {
      const source = piece.repeat(100_000 / piece.length);
      expect(() => readMarkdown(source.slice(0, 20_000))).not.toThrow();
    }
    expect(wordsOf(readMarkdown("word ".repeat(20_000))).length).toBeGreaterThan(99_000);
  });

  it("never throws, and every link leads to the web", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "javascript:",
      "https://a.example",
      "*",
      "_",
      "`",
      "\n",
      "- ",
      "> ",
      "x",
      "&",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const node of all(readMarkdown(pieces.join("")))) {
          if (node.kind === "link") expect(node.href).toMatch(/^https?:\/\//);
        }
      }),
    );
  });
});
