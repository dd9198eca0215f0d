import { languageTag } from "./article";
import type { Particulars } from "./found-article";

/** What a web page says of itself, in the many places where pages say it. */
export type PageHead = {
  /** Content of the meta elements, by name or property in lower case; the first of each. */
  readonly meta: Readonly<Record<string, string>>;
  /** The contents of the application/ld+json scripts. */
  readonly jsonLd: readonly string[];
  readonly title: string | null;
  readonly heading: string | null;
  readonly lang: string | null;
  readonly canonical: string | null;
  /** Of the first time element. */
  readonly time: string | null;
  readonly author: string | null;
  /** Where the page came from; null for a file. */
  readonly address: string | null;
};

type Thing = Readonly<Record<string, unknown>>;

const articleTypes = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|ClaimReview|WebPage)$/;

/** Chooses for each particular the place that says it best: structured data, then meta elements, then the page itself. */
export function pageParticulars(head: PageHead): Particulars {
  const thing = findArticle(head.jsonLd);
  const { meta } = head;
  const publisher = firstText(nameOf(thing["publisher"]), meta["og:site_name"], meta["application-name"]);
  return {
    title: firstText(
      textOf(thing["headline"]),
      meta["og:title"],
      meta["twitter:title"],
      head.heading,
      withoutSite(head.title, publisher),
    ),
    byline: firstText(
      nameOf(thing["author"]),
      personOf(meta["author"]),
      personOf(meta["article:author"]),
      head.author,
    ),
    publisher,
    publishedAt: firstMoment(
      textOf(thing["datePublished"]),
      meta["article:published_time"],
      meta["date"],
      meta["dc.date"],
      meta["parsely-pub-date"],
      head.time,
    ),
    language: firstLanguage(
      head.lang,
      textOf(thing["inLanguage"]),
      meta["og:locale"],
      meta["content-language"],
    ),
    url: firstAddress(head, head.canonical, meta["og:url"], head.address),
  };
}

type Maybe = string | null | undefined;

function firstText(...found: readonly Maybe[]): string | null {
  for (const text of found) {
    const words = text?.replaceAll(/\s+/g, " ").trim();
    if (words) return words;
  }
  return null;
}

function firstMoment(...found: readonly Maybe[]): string | null {
  for (const text of found) {
    const moment = text ? isoMoment(text) : null;
    if (moment) return moment;
  }
  return null;
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoLike = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const mailLike = /^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC|Z)$/;

/**
 * The moment that a page means, or null: guessing between the third of April and the fourth of March is no reading.
 * A time without a zone is nobody's time: its day is kept.
 */
export function isoMoment(text: string): string | null {
  const words = text.trim();
  const zoned = isoLike.exec(words);
  if (isoDay.test(words) || (zoned && !zoned[1]))
    return isDay(words.slice(0, 10)) ? words.slice(0, 10) : null;
  if (!zoned && !mailLike.test(words)) return null;
  const time = Date.parse(words.replace(/^(\S{10}) /, "$1T"));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** A BCP 47 tag as articles keep it, or null. */
export function tidyLanguage(tag: string): string | null {
  const [primary = "", ...rest] = tag.trim().replaceAll("_", "-").split("-");
  return languageTag.safeParse([primary.toLowerCase(), ...rest].join("-")).data ?? null;
}

function firstLanguage(...found: readonly Maybe[]): string | null {
  for (const tag of found) {
    const tidy = tag ? tidyLanguage(tag) : null;
    if (tidy) return tidy;
  }
  return null;
}

function firstAddress({ address }: PageHead, ...found: readonly Maybe[]): string | null {
  for (const text of found) {
    if (!text || !URL.canParse(text, address ?? undefined)) continue;
    const url = new URL(text, address ?? undefined);
    if ((url.protocol === "http:" || url.protocol === "https:") && url.username === "") return url.href;
  }
  return null;
}

/** "Bridge opens | The Daily" is called "Bridge opens". */
function withoutSite(title: Maybe, publisher: string | null): string | null {
  if (!title || !publisher) return title ?? null;
  const [, words, site] = /^(.*\S)\s+[|–—·-]\s+(\S.*)$/s.exec(title.trim()) ?? [];
  return words && site?.trim().toLowerCase() === publisher.toLowerCase() ? words : title;
}

/** Authors are given as names; an address of a profile names nobody. */
function personOf(text: Maybe): string | null {
  return text && !/^(?:https?:)?\/\//.test(text) ? text.replace(/^by\s+/i, "") : null;
}

/** The article among the page's structured data; an empty thing where there is none. */
function findArticle(scripts: readonly string[]): Thing {
  const things = scripts.flatMap(parseThings);
  const typesOf = (thing: Thing) => [thing["@type"]].flat().filter((type) => typeof type === "string");
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  return articles.find((thing) => !typesOf(thing).includes("WebPage")) ?? articles[0] ?? {};
}

function parseThings(script: string): readonly Thing[] {
  try {
    return [JSON.parse(script) as unknown].flat().flatMap((found) => {
      if (!isThing(found)) return [];
      const graph = found["@graph"];
      return Array.isArray(graph) ? graph.filter(isThing) : [found];
    });
  } catch {
    // What cannot be parsed tells nothing; the page says the same elsewhere.
    return [];
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The name, or names, of a person or organisation, however they are given. */
function nameOf(value: unknown): string | null {
  const names = [value].flat(2).flatMap((one) => {
    const name = isThing(one) ? one["name"] : one;
    return typeof name === "string" && personOf(name) ? [name.trim()] : [];
  });
  return names.length > 0 ? [...new Set(names)].join(", ") : null;
}
