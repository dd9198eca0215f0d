import {
  checkersInWords,
  mixInWords,
  type ReportCitation,
  type ReportClaim,
  type ReportRuling,
  type ReportStream,
} from "../report/content";
import { dayWords, methodWords, standingWords } from "../report/words";
import { detectDirection } from "../text/direction";
import { findOption } from "../verdicts/scale";
import {
  contentTypes,
  documentRelations,
  numbersFooter,
  packageRelations,
  properties,
  styles,
} from "./docx-parts";
import { claimWords, type ReportFormat } from "./format";
import { summary } from "./html";
import { xmlText, zipped, type ZipEntry } from "./zip";

/** A document for Word: headings, running head, page numbers, and sources as footnotes with links. */
export const docxFormat: ReportFormat = {
  key: "docx",
  label: "Word",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  extension: "docx",
  readsText: true,
  write: (report) => zipped(parts(report)),
};

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spaces = `xmlns:w="${main}" xmlns:r="${office}"`;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function* parts(report: ReportStream): Generator<ZipEntry> {
  const notes: ReportCitation[] = [];
  yield { path: "[Content_Types].xml", pieces: [contentTypes] };
  yield { path: "_rels/.rels", pieces: [packageRelations] };
  yield { path: "docProps/core.xml", pieces: [properties(report.article.title, report.desk)] };
  yield { path: "word/styles.xml", pieces: [styles] };
  yield { path: "word/header1.xml", pieces: [runningHead(report)] };
  yield { path: "word/footer1.xml", pieces: [numbersFooter] };
  yield { path: "word/document.xml", pieces: body(report, notes) };
  // Footnotes come after the text that calls them, when it is known how many there are.
  yield { path: "word/footnotes.xml", pieces: footnotes(notes) };
  yield { path: "word/_rels/document.xml.rels", pieces: [documentRelations] };
}

function runningHead({ desk, article }: ReportStream): string {
  const words = `${desk} · ${article.title.slice(0, 90).toWellFormed()}`;
  return `${head}<w:hdr ${spaces}>${paragraph("Small", words)}</w:hdr>`;
}

async function* body(report: ReportStream, notes: ReportCitation[]): AsyncGenerator<string> {
  const { article, desk, policy, scale } = report;
  const byline = [article.byline, article.publisher, article.publishedAt?.slice(0, 10)].filter(Boolean);
  yield `${head}<w:document ${spaces}><w:body>`;
  yield paragraph("Small", `Verdict report · ${desk}`);
  yield paragraph("Title", article.title);
  yield paragraph("Normal", summary(report));
  yield paragraph("Small", [byline.join(", "), mixInWords(report)].filter(Boolean).join(" · "));
  for await (const claim of report.claims) yield claimXml(claim, report, notes);
  yield paragraph(
    "Small",
    `Policy: ${policy.replaceAll("_", " ")} · ${scale.name}, version ${scale.version}`,
  );
  yield paragraph("Small", `Revision ${article.revision} of the text, SHA-256 ${article.sha256}`);
  yield `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1280" w:bottom="1440" w:left="1280" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function claimXml(claim: ReportClaim, { scale }: ReportStream, notes: ReportCitation[]): string {
  const { ordinal, ruling, wording, text } = claim;
  const verdict =
    findOption(scale, ruling?.verdict ?? null)?.label ?? ruling?.verdict ?? standingWords(claim);
  return [
    paragraph("Heading1", `${ordinal}. ${claimWords(claim)}`),
    wording !== null && wording !== text ? paragraph("Small", `As printed: ${text}`) : "",
    paragraph("Verdict", verdict),
    ruling ? rulingXml(ruling, notes) : "",
  ].join("");
}

const stanceWords: Readonly<Record<ReportCitation["stance"], string>> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

function rulingXml(ruling: ReportRuling, notes: ReportCitation[]): string {
  const cited = ruling.citations.map((citation) => {
    notes.push(citation);
    const quote = citation.quote ? `: “${citation.quote}”` : "";
    const call = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${notes.length}"/></w:r>`;
    return paragraph("Evidence", `${stanceWords[citation.stance]}: ${citation.title}${quote}`, call);
  });
  const searched = ruling.searches.map(({ query, place, searchedOn, outcome }) =>
    paragraph(
      "Evidence",
      `Searched for “${query}” in ${place}${searchedOn ? `, ${searchedOn}` : ""}${outcome ? `: ${outcome}` : ""}`,
    ),
  );
  const decided = `Decided ${methodWords[ruling.method]}, ${checkersInWords(ruling)}, ${dayWords(ruling.decidedAt)}`;
  const why = ruling.rationale ? paragraph("Normal", ruling.rationale) : "";
  return [why, ...cited, ...searched, paragraph("Small", decided)].join("");
}

function* footnotes(notes: readonly ReportCitation[]): Generator<string> {
  yield `${head}<w:footnotes ${spaces}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`;
  for (const [at, note] of notes.entries()) {
    const about = [note.title, note.author, note.publisher, note.publishedOn, note.locator]
      .filter(Boolean)
      .join(", ");
    const mark = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`;
    const links = [note.url, note.archivedUrl].flatMap((address) =>
      address === null ? [] : [link(address)],
    );
    yield `<w:footnote w:id="${at + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${mark}${run(` ${about} `)}${links.join(run(" "))}</w:p></w:footnote>`;
  }
  yield "</w:footnotes>";
}

/** A link as a field: it needs no entry in another file, and so none has to be kept. */
function link(address: string): string {
  const target = xmlText(address.replaceAll(/["\\]/g, (mark) => encodeURIComponent(mark)));
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${field("begin")}<w:r><w:instrText xml:space="preserve"> HYPERLINK "${target}" </w:instrText></w:r>${field("separate")}<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>${xmlText(address)}</w:t></w:r>${field("end")}`;
}

/** A paragraph in the direction of its own words; line ends stay line ends. */
function paragraph(style: string, text: string, after = ""): string {
  const isRtl = detectDirection(text) === "rtl";
  const direction = isRtl ? "<w:bidi/>" : "";
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${direction}</w:pPr>${run(text, isRtl ? "<w:rtl/>" : "")}${after}</w:p>`;
}

function run(text: string, direction = ""): string {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const written = lines.map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`).join("<w:br/>");
  return `<w:r>${direction ? `<w:rPr>${direction}</w:rPr>` : ""}${written}</w:r>`;
}
