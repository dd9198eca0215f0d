import "server-only";
import { claimWords, type ReportFormat } from "@/lib/core/formats/format";
import { summary } from "@/lib/core/formats/html";
import {
  checkersInWords,
  mixInWords,
  verdictMix,
  type ReportCitation,
  type ReportClaim,
  type ReportRuling,
  type ReportStream,
} from "@/lib/core/report/content";
import { dayWords, methodWords, standingWords } from "@/lib/core/report/words";
import { findOption, type Tone } from "@/lib/core/verdicts/scale";
import { Paper } from "./paper";

const colours: Record<Tone, string> = {
  false: "#b3261e",
  mostly_false: "#a9540a",
  mixed: "#6f539d",
  mostly_true: "#24698a",
  true: "#0b6e4f",
  neutral: "#5d5a52",
};
const muted = "#6d6a61";
const accent = "#1f4e5f";

/** The report on paper: tagged, in the reading face of each script, its sources as notes with links. */
export const pdfFormat: ReportFormat = {
  key: "pdf",
  label: "PDF",
  mediaType: "application/pdf",
  extension: "pdf",
  readsText: true,
  async *write(report, place) {
    const paper = new Paper({
      title: `${report.article.title}: verdict report`,
      author: report.desk,
      running: `${report.desk} · ${report.article.title.slice(0, 90)}`,
      at: new Date(place.publishedAt ?? "2000-01-01T00:00:00Z"),
    });
    writeHead(paper, report);
    const notes: ReportCitation[] = [];
    for await (const claim of report.claims) writeClaim(paper, claim, report, notes);
    writeNotes(paper, notes);
    writeFoot(paper, report, place.report);
    yield* paper.finish();
  },
};

function writeHead(paper: Paper, report: ReportStream): void {
  const { article, desk } = report;
  const byline = [article.byline, article.publisher, article.publishedAt?.slice(0, 10)].filter(Boolean);
  paper.write("P", `Verdict report · ${desk}`, { size: 9, weight: "bold", colour: accent, space: 0 });
  paper.write("H1", article.title.slice(0, 1_000), { size: 24, weight: "bold" });
  paper.write("P", summary(report), { size: 13, space: 8 });
  paper.write("P", byline.join(", "), { size: 9, colour: muted });
  const mix = verdictMix(report);
  paper.bars(
    mix.map(({ option, count }) => ({ count, colour: colours[option.tone] })),
    `Verdicts: ${mixInWords(report)}`,
  );
  paper.write("P", mixInWords(report), { size: 9, colour: muted });
}

function writeClaim(
  paper: Paper,
  claim: ReportClaim,
  { scale }: ReportStream,
  notes: ReportCitation[],
): void {
  const { ruling, wording, text, ordinal } = claim;
  paper.rule();
  paper.write("H2", `${ordinal}. ${claimWords(claim)}`, { size: 12.5, space: 8 });
  if (wording !== null && wording !== text)
    paper.write("P", `As printed: ${text}`, { size: 9, colour: muted });
  const { words, colour } = verdictOf(claim, scale);
  paper.write("P", words, { size: 11, weight: "bold", colour });
  if (ruling) writeRuling(paper, ruling, notes);
}

function verdictOf(claim: ReportClaim, scale: ReportStream["scale"]) {
  const option = findOption(scale, claim.ruling?.verdict ?? null);
  if (option) return { words: option.label, colour: colours[option.tone] };
  return { words: claim.ruling?.verdict ?? standingWords(claim), colour: muted };
}

function writeRuling(paper: Paper, ruling: ReportRuling, notes: ReportCitation[]): void {
  paper.write("P", ruling.rationale, { size: 11 });
  for (const citation of ruling.citations) {
    notes.push(citation);
    const quote = citation.quote ? `: “${citation.quote}”` : "";
    paper.write("P", `${stanceWords[citation.stance]}: ${citation.title}${quote} [${notes.length}]`, {
      size: 9.5,
      indent: 12,
    });
  }
  for (const { query, place, searchedOn, outcome } of ruling.searches) {
    const told = [
      `Searched for “${query}” in ${place}`,
      searchedOn ? `, ${searchedOn}` : "",
      outcome ? `: ${outcome}` : "",
    ];
    paper.write("P", told.join(""), { size: 9.5, indent: 12 });
  }
  const decided = `Decided ${methodWords[ruling.method]}, ${checkersInWords(ruling)}, ${dayWords(ruling.decidedAt)}`;
  paper.write("P", decided, { size: 8.5, colour: muted });
}

const stanceWords: Record<ReportCitation["stance"], string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

function writeNotes(paper: Paper, notes: readonly ReportCitation[]): void {
  if (notes.length === 0) return;
  paper.rule();
  paper.write("H2", "Sources", { size: 14, weight: "bold", space: 10 });
  for (const [at, note] of notes.entries()) {
    const about = [note.title, note.author, note.publisher, note.publishedOn, note.locator].filter(Boolean);
    paper.write("Note", `[${at + 1}] ${about.join(", ")}`, { size: 9, space: 5 });
    for (const address of [note.url, note.archivedUrl]) {
      if (address !== null)
        paper.write("Link", address, { size: 8.5, colour: accent, indent: 18, space: 0, link: address });
    }
  }
}

function writeFoot(paper: Paper, { article, policy, scale }: ReportStream, address: string): void {
  paper.rule();
  const small = { size: 8.5, colour: muted };
  paper.write("Link", address, { ...small, link: address, space: 8 });
  if (article.url) paper.write("Link", article.url, { ...small, link: article.url });
  paper.write("P", `Policy: ${policy.replaceAll("_", " ")} · ${scale.name}, version ${scale.version}`, small);
  paper.write("P", `Revision ${article.revision} of the text, SHA-256 ${article.sha256}`, small);
}
