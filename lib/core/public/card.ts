import { escapeHtml as e } from "../formats/escape-html";
import { mixBar, summary } from "../formats/html";
import { streamOf } from "../report/content";
import { dayWords } from "../report/words";
import { publicPage } from "./page-shell";
import type { Published } from "./published";

const width = 560;
const height = 320;

/** A small page that other sites may show in a frame. */
export function cardPage({ report, place }: Published): string {
  const { content, slug, number } = report;
  const stream = streamOf(content);
  const { article, desk } = content;
  const main = `<p class="kind">Verdict report no. ${number}, published ${e(dayWords(report.publishedAt))}</p>
<p class="summary" lang="${e(article.language)}" dir="${article.direction}"><a href="${e(place.site)}/r/${e(slug)}/${number}" target="_blank" rel="noopener">${e(article.title)}</a></p>
<p class="meta">${e(desk)}: ${e(summary(stream))}</p>
${mixBar(stream)}`;
  const head = { title: article.title, description: "", canonical: null, site: place.site, desk };
  return publicPage(head, main);
}

/** The answer to a site that wants to embed a report, https://oembed.com, type rich. */
export function oembed({ report, place }: Published) {
  const { content, slug, number } = report;
  const address = `${place.site}/r/${slug}/${number}`;
  return {
    version: "1.0",
    type: "rich",
    title: content.article.title,
    provider_name: content.desk,
    provider_url: place.site,
    width,
    height,
    html: `<iframe src="${e(address)}/card" width="${width}" height="${height}" title="${e(content.article.title)}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
  };
}
