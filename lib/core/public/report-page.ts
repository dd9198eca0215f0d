import { downloads } from "../formats/catalogue";
import { escapeHtml as e } from "../formats/escape-html";
import { claimSection, mixBar, summary } from "../formats/html";
import { mixInWords, streamOf, type ReportClaim, type ReportContent } from "../report/content";
import { changeWords, dayWords } from "../report/words";
import { findOption } from "../verdicts/scale";
import { publicPage } from "./page-shell";
import type { PublicCorrection, Published } from "./published";

/** The page of a published report, for everybody: summary, mix, article with its marks, claims, method, corrections. */
export function reportPage({ report, place }: Published): string {
  const { content, number, slug } = report;
  const stream = streamOf(content);
  const { article, desk } = content;
  const address = `${place.site}/r/${slug}/${number}`;
  const byline = [article.byline, article.publisher, article.publishedAt?.slice(0, 10)].filter(Boolean);
  const main = [
    `<p class="kind">Verdict report no. ${number}, published ${e(dayWords(report.publishedAt))}</p>`,
    `<h1 lang="${e(article.language)}" dir="${article.direction}">${e(article.title)}</h1>`,
    `<p class="summary">${e(summary(stream))}</p>`,
    `<p class="meta">Checked by ${e(desk)}${byline.length > 0 ? ` · the article: ${e(byline.join(", "))}` : ""}</p>`,
    newerNotice(report),
    ...report.corrections.filter((one) => one.number === number).map((one) => correctionNotice(one, report)),
    mixBar(stream),
    `<h2 class="part">The article, as it was checked</h2>`,
    galley(content),
    `<h2 class="part">Claim by claim</h2>`,
    ...content.claims.map((claim) =>
      claimSection(claim, content, claim.ruling ? place.claim(claim.id) : null),
    ),
    method(content),
    corrections(report),
    foot({ report, place }),
  ];
  const head = {
    title: `${article.title}: verdict report no. ${number}`,
    description: `${desk}: ${mixInWords(stream) || "no verdict yet"}.`,
    canonical: address,
    site: place.site,
    desk,
    feed: `${place.site}/r/feeds/${report.workspace}`,
    oembed: `${place.site}/r/oembed?url=${encodeURIComponent(address)}`,
    picture: `${address}/picture`,
  };
  return publicPage(head, main.filter(Boolean).join("\n"));
}

function newerNotice({ numbers, number, slug }: Published["report"]): string {
  const newest = numbers[0] ?? number;
  if (newest <= number) return "";
  return `<p class="notice">There is a newer report on this article: <a href="/r/${e(slug)}/${newest}">no. ${newest}</a>.</p>`;
}

function correctionNotice(correction: PublicCorrection, { content, slug }: Published["report"]): string {
  const changes = correction.difference.map((change) => `<li>${e(changeWords(change, content.scale))}</li>`);
  return `<div class="notice"><b>Correction, ${e(dayWords(correction.correctedAt))}.</b> ${e(correction.reason)}
<ul>${changes.join("")}</ul>
<a href="/r/${e(slug)}/${correction.previous}">Report no. ${correction.previous}, as it was</a></div>`;
}

/** The article's words, each claim underlined in the colour of its verdict and leading to it. */
function galley({ article, claims, scale }: ReportContent): string {
  const parts: string[] = [];
  let at = 0;
  // Parts lie inside of sentences: of words that two claims share, the first has the line.
  for (const claim of claims.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (claim.start < at) continue;
    parts.push(e(article.text.slice(at, claim.start)), galleyClaim(claim, scale));
    at = claim.end;
  }
  parts.push(e(article.text.slice(at)));
  return `<div class="galley" lang="${e(article.language)}" dir="${article.direction}">${parts.join("")}</div>`;
}

function galleyClaim({ ordinal, text, ruling }: ReportClaim, scale: ReportContent["scale"]): string {
  const option = findOption(scale, ruling?.verdict ?? null);
  const look = option ? `t-${option.tone}` : "open";
  return `<a class="${look}" href="#claim-${ordinal}">${e(text)}</a><sup>${ordinal}</sup>`;
}

const policyWords: Readonly<Record<ReportContent["policy"], string>> = {
  single: "One person annotated each claim, and another approved it.",
  blind_check:
    "One person annotated each claim; another judged it from the sources and quotes alone, before seeing the verdict.",
  double_blind:
    "Two people annotated each claim, and neither saw anything of the other before both were done.",
  panel: "A panel voted on each claim; those who thought otherwise stay on record.",
};

function method({ policy, scale, article }: ReportContent): string {
  const options = scale.options.map(({ label, description }) => `<b>${e(label)}</b>: ${e(description)}`);
  return `<h2 class="part">Method</h2>
<div class="method"><p>${e(policyWords[policy])} Nobody approves their own work. Where no source was found, the searches are told, so that they can be repeated.</p>
<p>${e(scale.name)}, version ${scale.version}. ${options.join(" ")}</p>
<p>Revision ${article.revision} of the text, SHA-256 <code>${e(article.sha256)}</code></p></div>`;
}

function corrections({ corrections: list, content, slug }: Published["report"]): string {
  const items = list.map(
    (one) =>
      `<li>${e(dayWords(one.correctedAt))}, report no. ${one.number}: ${e(one.reason)} ${one.difference.map((change) => e(changeWords(change, content.scale))).join(" ")} <a href="/r/${e(slug)}/${one.previous}">No. ${one.previous}</a></li>`,
  );
  const told = items.length > 0 ? `<ul>${items.join("")}</ul>` : "<p>None so far.</p>";
  return `<h2 class="part" id="corrections">Corrections</h2>\n<div class="corrections">${told}<p>What is published is never changed: a correction is a new number, and the old ones stay where they are.</p></div>`;
}

function foot({ report }: Published): string {
  const { slug, number, numbers, sha256, content } = report;
  const others = numbers
    .filter((one) => one !== number)
    .map((one) => `<a href="/r/${e(slug)}/${one}">no. ${one}</a>`);
  const links = downloads.map(
    ({ key, label }) => `<a href="/r/${e(slug)}/${number}/export?format=${key}" download>${e(label)}</a>`,
  );
  const { url } = content.article;
  return `<footer>
${others.length > 0 ? `<p class="more">Other reports on this article: ${others.join(", ")}</p>\n` : ""}<nav aria-label="Downloads">${links.join("\n")}</nav>
${url ? `<p>The article: <a href="${e(url)}" rel="noopener noreferrer nofollow ugc">${e(url)}</a></p>\n` : ""}<p>SHA-256 of this report in its JSON form: ${e(sha256)}</p>
</footer>`;
}
