import "server-only";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { joinBlocks, type Block, type FoundArticle } from "@/lib/core/articles/found-article";
import { pageParticulars, type PageHead } from "@/lib/core/articles/page-particulars";
import { blocksOf } from "../dom-blocks";
import { ReadingFailure } from "../failure";

/** A paragraph of this many units is where an article may begin or end; menus are made of shorter ones. */
const weighty = 40;
/** Pages that ask for a login show hardly more than this beside the question. */
const hardlyAnyText = 1_500;
const mostLeftOut = 300;

/**
 * The article on a page. What lies between its first and its last paragraph is kept, with what does not look like the
 * article marked as boilerplate; what lies around it is told as left out.
 * @param address where the page came from, for a page
 * @throws ReadingFailure no_text, login
 */
export function readHtml(html: string, address: string | null): Omit<FoundArticle, "encoding"> {
  const document = parsePage(html);
  const particulars = pageParticulars(headOf(document, address));
  const blocks = blocksOf(document.body);
  const { kept, leftOut } = chooseBlocks(blocks, articleTexts(html), particulars.title);
  const joined = joinBlocks(kept);
  const asksForLogin = document.querySelector("input[type=password]") !== null;
  if (asksForLogin && joined.text.length < hardlyAnyText) throw new ReadingFailure("login");
  if (joined.text === "") throw new ReadingFailure("no_text");
  return { ...particulars, ...joined, leftOut };
}

/**
 * All that stands on a page, its article or not: what somebody quotes may stand beside it. There may be no text at all.
 * @throws ReadingFailure login
 */
export function readWholePage(html: string, address: string | null): Omit<FoundArticle, "encoding"> {
  const document = parsePage(html);
  const { text } = joinBlocks(blocksOf(document.body));
  const asksForLogin = document.querySelector("input[type=password]") !== null;
  if (asksForLogin && text.length < hardlyAnyText) throw new ReadingFailure("login");
  return { ...pageParticulars(headOf(document, address)), text, boilerplate: [], leftOut: [] };
}

/** The parser takes markup as it is; a fragment is given the body that a browser would give it. */
export function parsePage(html: string): Document {
  const isWhole = [/<html[\s>]/i, /<head[\s>]/i, /<body[\s>]/i].every((tag) => tag.test(html));
  return parseHTML(isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`).document;
}

/** The paragraphs that are the article's by the judgement of Readability, which reads a copy: it takes the page apart. */
function articleTexts(html: string): ReadonlySet<string> {
  const article = new Readability(parsePage(html), { keepClasses: true }).parse();
  if (!article?.content) return new Set();
  return new Set(blocksOf(parsePage(article.content).body).map(({ text }) => text));
}

type Choice = { readonly kept: readonly Block[]; readonly leftOut: readonly string[] };

function chooseBlocks(blocks: readonly Block[], own: ReadonlySet<string>, title: string | null): Choice {
  const isOwn = ({ text }: Block) => own.has(text);
  const isWeighty = (block: Block) => isOwn(block) && block.text.length >= weighty;
  const [first, last] = [blocks.findIndex(isWeighty), blocks.findLastIndex(isWeighty)];
  if (first < 0) return { kept: blocks, leftOut: [] };
  // Short paragraphs at either end are the article's if they were judged so: a dateline, a last word.
  const start = growBack(blocks, first, isOwn, title);
  const end = growOn(blocks, last, isOwn);
  const kept = blocks
    .slice(start, end)
    .map((block) => (isOwn(block) || block.hint ? block : { ...block, hint: "furniture" as const }));
  const around = [...blocks.slice(0, start), ...blocks.slice(end)];
  return { kept, leftOut: around.slice(0, mostLeftOut).map(({ text }) => text) };
}

function growBack(
  blocks: readonly Block[],
  first: number,
  isOwn: (block: Block) => boolean,
  title: string | null,
): number {
  let start = first;
  for (let at = first - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    // The headline is the title already.
    if (!block || !isOwn(block) || block.text === title) break;
    start = at;
  }
  return start;
}

function growOn(blocks: readonly Block[], last: number, isOwn: (block: Block) => boolean): number {
  let end = last + 1;
  for (let block = blocks[end]; block && isOwn(block); block = blocks[end]) end += 1;
  return end;
}

function headOf(document: Document, address: string | null): PageHead {
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? null;
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  return {
    meta: metaOf(document),
    jsonLd: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => script.textContent,
    ),
    title: text("title"),
    heading: text("article h1") ?? text("h1"),
    lang: attribute("html[lang]", "lang"),
    canonical: attribute('link[rel~="canonical"]', "href"),
    time: attribute("article time[datetime]", "datetime") ?? attribute("time[datetime]", "datetime"),
    author: text('[rel~="author"]') ?? text('[itemprop="author"]'),
    address,
  };
}

function metaOf(document: Document): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name = ["property", "name", "http-equiv", "itemprop"]
      .map((attribute) => element.getAttribute(attribute))
      .find((value) => value !== null);
    const key = name?.toLowerCase();
    if (key !== undefined && !found.has(key)) found.set(key, element.getAttribute("content") ?? "");
  }
  return Object.fromEntries(found);
}

/** The encoding that a page declares in its first kilobytes, where browsers look for it. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const opening = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  return /<meta[^>]{0,200}charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(opening)?.[1] ?? null;
}
