import "server-only";
import { marked } from "marked";
import { tidyLanguage, isoMoment } from "@/lib/core/articles/page-particulars";
import {
  joinBlocks,
  noParticulars,
  type FoundArticle,
  type Particulars,
} from "@/lib/core/articles/found-article";
import { blocksOf } from "../dom-blocks";
import { parsePage } from "./html";

/** The words of a Markdown text without its marks. A first heading is its title; so is what its front matter says. */
export async function readMarkdown(source: string): Promise<Omit<FoundArticle, "encoding">> {
  const { front, body } = splitFront(source);
  const page = parsePage(await marked.parse(body, { gfm: true, async: true }));
  const particulars = readFront(front);
  const blocks = [...blocksOf(page.body)];
  const heading = page.querySelector("h1")?.textContent.trim() ?? null;
  const title = particulars.title ?? heading;
  // The title is not a sentence of the article as well.
  if (title !== null && blocks[0]?.text === title) blocks.shift();
  return { ...particulars, title, ...joinBlocks(blocks), leftOut: [] };
}

function splitFront(source: string): { readonly front: string; readonly body: string } {
  const found = /^\ufeff?---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(source);
  return found ? { front: found[1] ?? "", body: source.slice(found[0].length) } : { front: "", body: source };
}

/** Front matter as `name: value` lines: enough for what is asked of it, and nothing in it can do anything. */
function readFront(front: string): Particulars {
  const values = new Map<string, string>();
  for (const line of front.split(/\r?\n/)) {
    const [, name, value] = /^([A-Za-z_]+)\s*:\s*(\S.*)$/.exec(line) ?? [];
    if (name && value) values.set(name.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  const get = (...names: readonly string[]) => names.map((name) => values.get(name)).find(Boolean) ?? null;
  const [date, language, url] = [
    get("date", "published"),
    get("language", "lang"),
    get("url", "canonical_url"),
  ];
  return {
    ...noParticulars,
    title: get("title"),
    byline: get("author", "byline"),
    publisher: get("publisher", "site"),
    publishedAt: date && isoMoment(date),
    language: language && tidyLanguage(language),
    url: url && /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url).href : null,
  };
}
