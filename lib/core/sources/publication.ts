import { z } from "zod";
import type { Particulars } from "../articles/found-article";
import { maxAddressLength } from "../shared/fields";
import { media, type Source } from "./source";

/** What is known of a publication before a person has looked at it; null where nothing is. */
export const publicationSchema = z.object({
  url: z.string().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  /** As precisely as it is known: a year, a month or a day. */
  publishedOn: z.string().nullable(),
  medium: z.enum(media),
});
export type Publication = z.infer<typeof publicationSchema>;

/** By what somebody names a publication: its address on the web, or its digital object identifier. */
export type Reference =
  { readonly kind: "address"; readonly url: string } | { readonly kind: "doi"; readonly doi: string };

// ISO 26324: a prefix of the registrant, and a suffix that may be anything printable.
const doiShape = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]{1,300})$/iu;

/** What the text names, or null: a DOI in any of its spellings, or an http or https address without credentials. */
export function readReference(text: string): Reference | null {
  const words = text.trim();
  const doi = doiShape.exec(decoded(words))?.[1];
  if (doi !== undefined) return { kind: "doi", doi };
  if (words.length > maxAddressLength || !URL.canParse(words)) return null;
  const url = new URL(words);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && url.username === "" && url.password === "" ? { kind: "address", url: url.href } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address under which the registry answers for a DOI. */
export function doiAddress(doi: string, registry = "https://doi.org/"): string {
  return registry + encodeURIComponent(doi).replaceAll("%2F", "/");
}

/** What a page says of itself, as a source. `fetched` is where it was found. */
export function publicationOfPage(
  { title, byline, publisher, publishedAt, url }: Particulars,
  fetched: { readonly url: string; readonly mediaType: string },
): Publication {
  return {
    url: ownAddress(url, fetched.url),
    title: tidy(title, 500),
    publisher: tidy(publisher, 200) ?? hostOf(fetched.url),
    author: tidy(byline, 200),
    publishedOn: publishedAt?.slice(0, 10) ?? null,
    medium: fetched.mediaType === "application/pdf" ? "pdf" : "web_text",
  };
}

/**
 * The address that a page calls its own, if it may: one of the same site, and not the site's front page. A page that
 * claims to be somebody else's would be kept under their name.
 */
export function ownAddress(stated: string | null, fetched: string): string {
  if (stated === null || stated.length > maxAddressLength || !URL.canParse(stated)) return fetched;
  const [own, found] = [new URL(stated), new URL(fetched)];
  const isFrontPage = own.pathname === "/" && own.search === "" && found.pathname !== "/";
  return siteOf(own) === siteOf(found) && !isFrontPage ? own.href : fetched;
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|mobile|amp)\./, "");
}

function hostOf(address: string): string {
  return siteOf(new URL(address));
}

const nameSchema = z.object({
  given: z.string().optional(),
  family: z.string().optional(),
  literal: z.string().optional(),
  name: z.string().optional(),
});

/** Citation Style Language JSON, as far as it is read; registries write a title as text or as a list. */
const cslSchema = z.object({
  type: z.string().optional(),
  title: z.union([z.string(), z.array(z.string())]).optional(),
  "container-title": z.union([z.string(), z.array(z.string())]).optional(),
  publisher: z.string().optional(),
  author: z.array(nameSchema).optional(),
  issued: z
    .object({ "date-parts": z.array(z.array(z.union([z.number(), z.string()]).nullable())) })
    .optional(),
});

/** What a registry says of a DOI, or null when that is no record of a publication. */
export function publicationOfCsl(record: unknown, doi: string): Publication | null {
  const parsed = cslSchema.safeParse(record);
  const title = parsed.success ? tidy(first(parsed.data.title), 500) : null;
  if (!parsed.success || title === null) return null;
  const { type, author = [], issued, publisher } = parsed.data;
  return {
    url: doiAddress(doi),
    title,
    // An article is known by its journal; what has none is known by who published it.
    publisher: tidy(first(parsed.data["container-title"]) ?? publisher, 200),
    author: tidy(author.map(personName).filter(Boolean).join(", "), 200),
    publishedOn: citedDateOf(issued?.["date-parts"][0] ?? []),
    medium: type === "dataset" ? "web_table" : "web_text",
  };
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}

function personName({ given, family, literal, name }: z.infer<typeof nameSchema>): string {
  return literal ?? name ?? [given, family].filter(Boolean).join(" ");
}

function citedDateOf(parts: readonly (number | string | null)[]): string | null {
  const [year, month, day] = parts.map(Number);
  if (!year || year < 1000 || year > 9999) return null;
  const known = [month, day].map((part, at) => (part && part <= (at === 0 ? 12 : 31) ? part : null));
  const written = [String(year)];
  for (const part of known) {
    if (part === null) break;
    written.push(String(part).padStart(2, "0"));
  }
  return written.join("-");
}

/** One line without markup and control characters, cut to what a field takes; null for nothing. */
function tidy(text: string | null | undefined, maxLength: number): string | null {
  const words = text
    ?.replaceAll(/<\/?[a-z][^<>]{0,40}>/gi, "")
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, " ")
    .trim();
  if (!words || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(words)) return null;
  return (words.length > maxLength ? `${words.slice(0, maxLength - 1).trimEnd()}…` : words).toWellFormed();
}

/** How far the look-up of a publication is, and what came of it. */
export type Lookup = {
  readonly id: string;
  readonly step: "waiting" | "fetching" | "reading" | "over";
  /** What was found, for a person to look at; null while it goes on, and when nothing was. */
  readonly found: Publication | null;
  /** The entry of the library that it is already. */
  readonly known: Source | null;
  /** Why nothing was found, in words. */
  readonly problem: string | null;
};
