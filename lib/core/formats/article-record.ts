import type { ArticleInput } from "../articles/article";
import { articleInputSchema } from "../articles/article";
import { isoMoment, tidyLanguage } from "../articles/page-particulars";
import { findTextProblem, type TextProblem } from "../text/well-formed";

/** One record of a file of many articles: what it says, or why it cannot be brought in. */
export type RecordVerdict =
  { readonly ok: true; readonly article: ArticleInput } | { readonly ok: false; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

/** Names under which files keep what an article needs, the likeliest first; in lower case, without marks between words. */
const names = {
  text: ["text", "body", "content", "article", "articlebody", "fulltext"],
  title: ["title", "headline", "name"],
  url: ["url", "link", "address", "canonicalurl"],
  byline: ["byline", "author", "authors"],
  publisher: ["publisher", "site", "outlet", "publication"],
  publishedAt: ["publishedat", "published", "date", "datepublished", "publisheddate"],
  language: ["language", "lang", "inlanguage"],
} as const;

const titleUnits = 120;

/**
 * Reads one record: an article as the API takes it, or with the usual other names for its fields; a task of Label Studio
 * (its words lie under `data`); a document of doccano. Which policy the article gets is said elsewhere; the marks that
 * these tools put on the words are read by `readLabels`.
 */
export function readArticleRecord(value: unknown): RecordVerdict {
  if (!isFields(value)) return refuse("is no object with fields");
  const fields = tidyNames(isFields(value["data"]) ? { ...value, ...value["data"] } : value);
  const text = pick(fields, names.text) ?? onlyText(value["data"]);
  if (text === null) return refuse("has no text: a field “text” with words in it is needed");
  const problem = findTextProblem(text);
  if (problem) return refuse(textWords[problem.code]);
  const date = pick(fields, names.publishedAt);
  const language = pick(fields, names.language);
  const parsed = articleInputSchema.safeParse({
    title: pick(fields, names.title) ?? firstWords(text),
    text,
    url: pick(fields, names.url),
    byline: pick(fields, names.byline),
    publisher: pick(fields, names.publisher),
    publishedAt: date && isoMoment(date),
    language: language && tidyLanguage(language),
  });
  if (parsed.success) return { ok: true, article: parsed.data };
  return refuse(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; "));
}

const textWords: Readonly<Record<TextProblem["code"], string>> = {
  empty: "has no words in its text",
  nul: "has a NUL character in its text",
  lone_surrogate: "has half of a character in its text",
  too_large: "has a longer text than one article may have",
};

function refuse(message: string): RecordVerdict {
  return { ok: false, message };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tidyNames(fields: Fields): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase().replaceAll(/[\s_-]/g, ""), value]),
  );
}

function pick(fields: ReadonlyMap<string, unknown>, wanted: readonly string[]): string | null {
  for (const name of wanted) {
    const value = [fields.get(name)].flat();
    const words = value.filter((one): one is string => typeof one === "string" && one.trim() !== "");
    if (words.length > 0) return words.join(", ");
  }
  return null;
}

/** Label Studio lets projects name their text as they like; where there is only one, it is meant. */
function onlyText(data: unknown): string | null {
  const texts = isFields(data) ? Object.values(data).filter((value) => typeof value === "string") : [];
  return texts.length === 1 && texts[0] !== undefined ? texts[0] : null;
}

function firstWords(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line.length > titleUnits ? `${line.slice(0, titleUnits).toWellFormed()}…` : line;
}
