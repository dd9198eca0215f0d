import {
  checkersInWords,
  mixInWords,
  type ReportCitation,
  type ReportClaim,
  type ReportHead,
  type ReportRuling,
  type ReportStream,
} from "../report/content";
import { methodWords, standingWords } from "../report/words";
import { findOption } from "../verdicts/scale";
import type { ReportFormat } from "./format";

/** The report as CommonMark: a heading a claim, evidence as lists by stance. */
export const markdownFormat: ReportFormat = {
  key: "md",
  label: "Markdown",
  mediaType: "text/markdown",
  extension: "md",
  readsText: true,
  async *write(report) {
    yield head(report);
    for await (const claim of report.claims) yield claimSection(claim, report);
    yield foot(report);
  },
};

function head({ article, desk, tally, scale }: ReportStream): string {
  const byline = [article.byline, article.publisher, article.publishedAt?.slice(0, 10)].filter(Boolean);
  const mix = mixInWords({ scale, tally });
  const lines = [
    `# ${plain(article.title)}`,
    `Verdict report by ${plain(desk)}${byline.length > 0 ? ` on the article: ${plain(byline.join(", "))}` : ""}.`,
    `${tally.ruled} of ${tally.claims} claims have a ruling${mix ? `: ${plain(mix)}` : ""}.`,
  ];
  return `${lines.join("\n\n")}\n`;
}

function claimSection(claim: ReportClaim, head: ReportHead): string {
  const { ruling, wording } = claim;
  const option = findOption(head.scale, ruling?.verdict ?? null);
  const parts = [
    `## ${claim.ordinal}. ${plain(claim.text)}`,
    `**${plain(option?.label ?? ruling?.verdict ?? standingWords(claim))}**`,
    wording ? `Checked as: ${plain(wording)}` : "",
    ...(ruling ? rulingParts(ruling, head) : []),
  ];
  return `\n${parts.filter(Boolean).join("\n\n")}\n`;
}

function rulingParts(ruling: ReportRuling, head: ReportHead): readonly string[] {
  const dissent = ruling.dissent.map((key) => findOption(head.scale, key)?.label.toLowerCase() ?? key);
  const decided = [
    `Decided ${methodWords[ruling.method]}`,
    checkersInWords(ruling),
    ruling.decidedAt.slice(0, 10),
    ...(dissent.length > 0 ? [`dissent: ${dissent.join(", ")}`] : []),
  ];
  return [
    plainLines(ruling.rationale),
    evidence("Supports", ruling.citations, "supports"),
    evidence("Refutes", ruling.citations, "refutes"),
    evidence("Context", ruling.citations, "context"),
    searches(ruling),
    `*${plain(decided.join(", "))}*`,
  ];
}

function evidence(
  heading: string,
  citations: readonly ReportCitation[],
  stance: ReportCitation["stance"],
): string {
  const items = citations.filter((citation) => citation.stance === stance).map(citationItem);
  return items.length > 0 ? `${heading}:\n\n${items.join("\n")}` : "";
}

function citationItem(citation: ReportCitation): string {
  const { title, url, author, publisher, publishedOn, locator, archivedUrl, quote } = citation;
  const link = url ? `[${plain(title)}](<${url}>)` : plain(title);
  const about = [author, publisher, publishedOn, locator]
    .filter(Boolean)
    .map((part) => `, ${plain(part ?? "")}`);
  const archived = archivedUrl ? `, [archived copy](<${archivedUrl}>)` : "";
  const quoted = quote ? `\n  > ${plain(quote)}` : "";
  return `- ${link}${about.join("")}${archived}${quoted}`;
}

function searches({ searches: entries, citations }: ReportRuling): string {
  if (entries.length === 0) return "";
  const items = entries.map(({ query, place, searchedOn, outcome }) => {
    const when = searchedOn ? `, ${searchedOn}` : "";
    return `- “${plain(query)}” in ${plain(place)}${when}${outcome ? `: ${plain(outcome)}` : ""}`;
  });
  return `${citations.length === 0 ? "No source found. Searched for" : "Searched for"}:\n\n${items.join("\n")}`;
}

function foot({ article, policy, scale }: ReportHead): string {
  const lines = [
    "---",
    article.url ? `The article: <${article.url}>` : "",
    `Policy: ${policy.replaceAll("_", " ")} · Scale: ${plain(scale.name)}, version ${scale.version} · Revision ${article.revision} of the text, SHA-256 \`${article.sha256}\``,
  ];
  return `\n${lines.filter(Boolean).join("\n\n")}\n`;
}

/** Text as text on one line: nothing in it is markup. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>&#|~]/g, "\\$&")
    .replace(/^(\d+)([.)])(?=\s)/, "$1\\$2")
    .replace(/^([+\-=])(?=[\s=-])/, "\\$1");
}

/** Paragraphs stay paragraphs. */
function plainLines(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(plain)
    .filter(Boolean)
    .join("\n\n");
}
