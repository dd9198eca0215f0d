import {
  checkersInWords,
  mixInWords,
  verdictMix,
  type ReportCitation,
  type ReportClaim,
  type ReportHead,
  type ReportStream,
} from "../report/content";
import { methodWords, standingWords } from "../report/words";
import { findOption, type ScaleOption } from "../verdicts/scale";
import { escapeHtml as e } from "./escape-html";
import { glyphSvg } from "./glyph-svg";
import { htmlStyle } from "./html-style";
import type { ReportFormat } from "./format";

/** One self-contained page: nothing is fetched, nothing runs. */
export const htmlFormat: ReportFormat = {
  key: "html",
  label: "HTML",
  mediaType: "text/html",
  extension: "html",
  readsText: true,
  async *write(report) {
    yield head(report);
    for await (const claim of report.claims) yield claimSection(claim, report);
    yield foot(report);
  },
};

function head(content: ReportStream): string {
  const { article, desk } = content;
  const byline = [article.byline, article.publisher, article.publishedAt?.slice(0, 10)]
    .filter(Boolean)
    .join(" · ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${e(article.title)}: verdict report</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<p class="kind">Verdict report · ${e(desk)}</p>
<h1 lang="${e(article.language)}" dir="${article.direction}">${e(article.title)}</h1>
${byline ? `<p class="meta">${e(byline)}</p>\n` : ""}<p class="summary">${e(summary(content))}</p>
${mixBar(content)}
`;
}

export function summary(content: ReportStream): string {
  const { ruled, disposed, claims } = content.tally;
  const parts = [`${ruled} of ${claims} claims have a ruling`];
  if (disposed > 0)
    parts.push(disposed === 1 ? "1 was not to be checked" : `${disposed} were not to be checked`);
  const mix = mixInWords(content);
  return `${parts.join(", ")}${mix ? `: ${mix}` : ""}.`;
}

export function mixBar(content: ReportStream): string {
  const mix = verdictMix(content);
  if (mix.length === 0) return "";
  const bars = mix.map(
    ({ option, count }) => `<span class="${option.tone}" style="flex-grow:${count}"></span>`,
  );
  const words = mix.map(({ option, count }) => `<li>${verdictMark(option)} <b>${count}</b></li>`);
  return `<div class="mix" aria-hidden="true">${bars.join("")}</div>\n<ul class="legend">${words.join("")}</ul>`;
}

export function verdictMark(option: ScaleOption): string {
  return `<span class="verdict ${option.tone}">${glyphSvg(option.glyph)} ${e(option.label)}</span>`;
}

/** One claim with all that was found out; `address` leads to its own page. */
export function claimSection(claim: ReportClaim, content: ReportHead, address: string | null = null): string {
  const { ruling } = claim;
  const option = findOption(content.scale, ruling?.verdict ?? null);
  const { language, direction } = content.article;
  return `<section id="claim-${claim.ordinal}">
<div class="mark">${option ? verdictMark(option) : `<span class="verdict neutral">${e(standingWords(claim))}</span>`}</div>
<div>
<h2 lang="${e(language)}" dir="${direction}"><span class="number">${claim.ordinal}</span> ${e(claim.text)}</h2>
${claim.wording ? `<p class="wording">Checked as: ${e(claim.wording)}</p>\n` : ""}${ruling ? rulingBody(ruling, content.scale, "h3") : ""}${address === null ? "" : `<p class="more"><a href="${e(address)}">The page of this claim<span class="hidden">: ${e(claim.text)}</span></a></p>\n`}</div>
</section>
`;
}

function dissentWords(ruling: Ruling, scale: ReportHead["scale"]): string {
  const words = ruling.dissent.map((key) => findOption(scale, key)?.label.toLowerCase() ?? key);
  return words.length > 0 ? `; dissent: ${e(words.join(", "))}` : "";
}

type Ruling = NonNullable<ReportClaim["ruling"]>;

/** Why a claim is ruled as it is; `level` is that of its own headings, one below that of the claim's. */
export function rulingBody(ruling: Ruling, scale: ReportHead["scale"], level: "h2" | "h3"): string {
  const part = (words: string, items: readonly string[]) =>
    items.length > 0 ? `<${level} class="grounds">${words}</${level}>\n<ul>${items.join("")}</ul>` : "";
  const cited = (stance: ReportCitation["stance"]) =>
    ruling.citations.filter((citation) => citation.stance === stance).map(citationItem);
  const parts = [
    ruling.rationale ? `<p class="why">${e(ruling.rationale)}</p>` : "",
    part("Supports", cited("supports")),
    part("Refutes", cited("refutes")),
    part("Context", cited("context")),
    part("Searched for", ruling.searches.map(searchItem)),
    `<p class="meta">Decided ${methodWords[ruling.method]}, ${e(checkersInWords(ruling))}, ${e(ruling.decidedAt.slice(0, 10))}${dissentWords(ruling, scale)}</p>`,
  ];
  return `${parts.filter(Boolean).join("\n")}\n`;
}

function citationItem(citation: ReportCitation): string {
  const title = citation.url
    ? `<a href="${e(citation.url)}" rel="noopener noreferrer nofollow ugc">${e(citation.title)}</a>`
    : e(citation.title);
  const about = [citation.author, citation.publisher, citation.publishedOn, citation.locator]
    .filter(Boolean)
    .join(", ");
  const archived = citation.archivedUrl
    ? ` <a href="${e(citation.archivedUrl)}" rel="noopener noreferrer nofollow ugc">archived copy</a>`
    : "";
  const quote = citation.quote ? `<blockquote>${e(citation.quote)}</blockquote>` : "";
  return `<li>${title}${about ? `, ${e(about)}` : ""}${archived}${quote}</li>`;
}

function searchItem({ query, place, outcome }: Ruling["searches"][number]): string {
  return `<li>“${e(query)}” in ${e(place)}${outcome ? `: ${e(outcome)}` : ""}</li>`;
}

function foot({ article, policy, scale }: ReportHead): string {
  const source = article.url
    ? `<a href="${e(article.url)}" rel="noopener noreferrer nofollow ugc">${e(article.url)}</a>`
    : "";
  return `<footer>
<p>Policy: ${policy.replaceAll("_", " ")} · Scale: ${e(scale.name)}, version ${scale.version} · Revision ${article.revision}</p>
${source ? `<p>Article: ${source}</p>\n` : ""}<p>SHA-256 of the article’s text: <code>${e(article.sha256)}</code></p>
</footer>
</main>
</body>
</html>
`;
}
