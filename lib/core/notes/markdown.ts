import { marked, type Token, type Tokens } from "marked";

/** A note as it is shown. Nothing of it is ever markup: what is not in this list is shown as the words that it is. */
export type MarkdownNode =
  | { readonly kind: "text" | "code" | "pre"; readonly text: string }
  | { readonly kind: "break" | "rule" }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly MarkdownNode[] }
  | {
      readonly kind:
        "paragraph" | "strong" | "emphasis" | "struck" | "quote" | "bullets" | "numbers" | "item" | "heading";
      readonly children: readonly MarkdownNode[];
    };

/** Deeper than anybody writes; what lies deeper is shown as text. */
const deepest = 8;

/**
 * Reads a note's Markdown (GFM). HTML stays text, pictures become links, and links lead to the web only; what the parser
 * stumbles over is shown as it was typed.
 */
export function readMarkdown(source: string): readonly MarkdownNode[] {
  try {
    // One line break is one here: people write notes as they write letters.
    return nodesOf(marked.lexer(source, { gfm: true, breaks: true }), 0);
  } catch {
    return plain(source);
  }
}

function plain(source: string): readonly MarkdownNode[] {
  return [{ kind: "paragraph", children: [{ kind: "text", text: source }] }];
}

function nodesOf(tokens: readonly Token[] | undefined, depth: number): readonly MarkdownNode[] {
  return (tokens ?? []).flatMap((token) => nodeOf(token, depth));
}

const wrappers: Readonly<
  Record<string, "paragraph" | "strong" | "emphasis" | "struck" | "quote" | "heading">
> = {
  paragraph: "paragraph",
  strong: "strong",
  em: "emphasis",
  del: "struck",
  blockquote: "quote",
  heading: "heading",
};

type Reader = (token: Token, depth: number) => readonly MarkdownNode[];

const readers: Readonly<Record<string, Reader>> = {
  space: () => [],
  def: () => [],
  list: (token, depth) => [listOf(token as Tokens.List, depth)],
  link: (token, depth) => [linkOf(token as Tokens.Link, depth)],
  image: (token, depth) => [linkOf(token as Tokens.Image, depth)],
  code: (token) => [{ kind: "pre", text: (token as Tokens.Code).text }],
  codespan: (token) => [{ kind: "code", text: (token as Tokens.Codespan).text }],
  br: () => [{ kind: "break" }],
  hr: () => [{ kind: "rule" }],
};

function nodeOf(token: Token, depth: number): readonly MarkdownNode[] {
  if (depth >= deepest) return [{ kind: "text", text: token.raw }];
  const wrapper = wrappers[token.type];
  if (wrapper) return [{ kind: wrapper, children: nodesOf((token as Tokens.Generic).tokens, depth + 1) }];
  return (readers[token.type] ?? textOf)(token, depth);
}

/** Words, what escapes them, and everything that is not let through: HTML, tables. */
function textOf(token: Token, depth: number): readonly MarkdownNode[] {
  const inner = (token as Tokens.Generic).tokens;
  if (token.type === "text" && inner) return nodesOf(inner, depth + 1);
  const text = token.type === "text" || token.type === "escape" ? (token as Tokens.Text).text : token.raw;
  return [{ kind: "text", text }];
}

function listOf(list: Tokens.List, depth: number): MarkdownNode {
  return {
    kind: list.ordered ? "numbers" : "bullets",
    children: list.items.map((item) => ({ kind: "item", children: nodesOf(item.tokens, depth + 1) })),
  };
}

/** A picture would be fetched from wherever its writer likes, and tell them who has read the note: it is a link. */
function linkOf(token: Tokens.Link | Tokens.Image, depth: number): MarkdownNode {
  const isWeb = /^https?:\/\//i.test(token.href) && URL.canParse(token.href);
  if (!isWeb) return { kind: "text", text: token.raw };
  const children: readonly MarkdownNode[] =
    token.type === "image"
      ? [{ kind: "text", text: token.text || token.href }]
      : nodesOf(token.tokens, depth + 1);
  return { kind: "link", href: new URL(token.href).href, children };
}
