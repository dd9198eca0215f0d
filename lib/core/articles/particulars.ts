import type { ArticlePatch, ArticleSummary } from "./article";

export const particularNames = ["title", "byline", "publisher", "url", "publishedAt", "language"] as const;
export type ParticularName = (typeof particularNames)[number];

/** What stands around an article's text, as a form has it: empty where there is nothing. The date is a day, in UTC. */
export type Particulars = Readonly<Record<ParticularName, string>>;

export function particularsOf(article: Pick<ArticleSummary, ParticularName>): Particulars {
  const { title, byline, publisher, url, publishedAt, language } = article;
  return {
    title,
    byline: byline ?? "",
    publisher: publisher ?? "",
    url: url ?? "",
    publishedAt: publishedAt?.slice(0, "YYYY-MM-DD".length) ?? "",
    language,
  };
}

/** The names of what the two say differently. */
export function differing(one: Particulars, other: Particulars): readonly ParticularName[] {
  return particularNames.filter((name) => one[name] !== other[name]);
}

/** What to ask for so that `before` becomes `after`: what is the same is left out, so that nobody's change of it is undone. */
export function patchOf(before: Particulars, after: Particulars): ArticlePatch {
  const optional: ReadonlySet<ParticularName> = new Set(["byline", "publisher", "url", "publishedAt"]);
  return Object.fromEntries(
    differing(before, after).map((name) => [
      name,
      after[name] === "" && optional.has(name) ? null : after[name],
    ]),
  );
}

/** What somebody changed of `before`, on top of what has been made of it meanwhile. */
export function carriedOver(before: Particulars, mine: Particulars, newer: Particulars): Particulars {
  const own = differing(before, mine).map((name) => [name, mine[name]]);
  return { ...newer, ...(Object.fromEntries(own) as Partial<Particulars>) };
}
