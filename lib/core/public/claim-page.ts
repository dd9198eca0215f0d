import { claimReview } from "../formats/claim-review";
import { escapeHtml as e } from "../formats/escape-html";
import { claimWords } from "../formats/format";
import { rulingBody, verdictMark } from "../formats/html";
import type { ReportClaim, ReportRuling } from "../report/content";
import { changeWords, dayWords } from "../report/words";
import { findOption } from "../verdicts/scale";
import { publicPage } from "./page-shell";
import type { Published } from "./published";

/** The page of one ruled claim, as the newest report rules it, with exactly one ClaimReview. */
export function claimPage(published: Published, claim: ReportClaim, ruling: ReportRuling): string {
  const { report, place } = published;
  const { content, slug, number } = report;
  const { article, desk, scale } = content;
  const option = findOption(scale, ruling.verdict);
  const label = option?.label ?? ruling.verdict;
  const words = claimWords(claim);
  const main = [
    `<p class="kind">Claim ${claim.ordinal} of <a href="/r/${e(slug)}/${number}">verdict report no. ${number}</a>, published ${e(dayWords(report.publishedAt))}</p>`,
    `<h1 lang="${e(article.language)}" dir="${article.direction}">${e(words)}</h1>`,
    `<p class="summary">${option ? verdictMark(option) : e(label)}</p>`,
    option ? `<p class="meta">${e(option.description)}</p>` : "",
    words === claim.text
      ? ""
      : `<p class="wording">As printed: <q lang="${e(article.language)}" dir="${article.direction}">${e(claim.text)}</q></p>`,
    correctionsOf(published, claim),
    rulingBody(ruling, scale, "h2"),
    foot(published),
  ];
  const head = {
    title: `${label}: ${words.slice(0, 160)}`,
    description: ruling.rationale.slice(0, 300) || `${desk} rules: ${label}.`,
    canonical: place.claim(claim.id),
    site: place.site,
    desk,
    feed: `${place.site}/r/feeds/${report.workspace}`,
    markup: claimReview(claim, ruling, content, place),
  };
  return publicPage(head, main.filter(Boolean).join("\n"));
}

function correctionsOf({ report }: Published, { id }: ReportClaim): string {
  const { content, slug } = report;
  return report.corrections
    .filter(({ claimIds }) => claimIds.includes(id))
    .map(({ correctedAt, reason, previous, difference }) => {
      const changes = difference.filter(({ claimId }) => claimId === id);
      const told = changes.map((change) => e(changeWords(change, content.scale))).join(" ");
      return `<p class="notice"><b>Correction, ${e(dayWords(correctedAt))}.</b> ${e(reason)} ${told} <a href="/r/${e(slug)}/${previous}">Report no. ${previous}, as it was</a></p>`;
    })
    .join("\n");
}

function foot({ report: { content, slug, number } }: Published): string {
  const { article, desk } = content;
  const title = article.url
    ? `<a href="${e(article.url)}" rel="noopener noreferrer nofollow ugc">${e(article.title)}</a>`
    : e(article.title);
  return `<footer><p>From “${title}”. Checked by ${e(desk)}. <a href="/r/${e(slug)}/${number}">All claims of this article</a> · <a href="/r/${e(slug)}/${number}#corrections">Corrections</a></p></footer>`;
}
