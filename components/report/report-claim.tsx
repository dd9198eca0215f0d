import { findOption } from "@/lib/core/verdicts/scale";
import {
  checkersInWords,
  type ReportCitation,
  type ReportClaim,
  type ReportContent,
} from "@/lib/core/report/content";
import { methodWords } from "@/components/annotations/review-words";
import { dispositionWords } from "@/components/claims/claim-words";
import { citedDay } from "@/components/ui/day";
import { SafeLink } from "@/components/ui/safe-link";
import { VerdictGlyph } from "@/components/verdicts/verdict-glyph";

type ReportRuling = NonNullable<ReportClaim["ruling"]>;
type ReportClaimProps = { readonly claim: ReportClaim; readonly content: ReportContent };

/** One claim of the report: verdict at the side, the words, then reasons and evidence for whoever wants to follow. */
export function ReportClaimView({ claim, content }: ReportClaimProps) {
  const { language, direction } = content.article;
  const { ruling } = claim;
  return (
    <li
      id={`claim-${claim.ordinal}`}
      className="grid gap-x-6 gap-y-1.5 border-b border-hairline py-5 sm:grid-cols-[9.5rem_minmax(0,1fr)] print:break-inside-avoid print:grid-cols-[8rem_minmax(0,1fr)]"
    >
      <Mark claim={claim} content={content} />
      <div className="min-w-0">
        <h2
          lang={language}
          dir={direction}
          className="font-serif text-xl leading-7.5 font-normal wrap-anywhere whitespace-pre-line"
        >
          {claim.text}
        </h2>
        {claim.wording ? (
          <p dir="auto" className="mt-1 text-xs wrap-anywhere text-muted">
            Checked as: {claim.wording}
          </p>
        ) : null}
        {ruling ? <Reasons ruling={ruling} content={content} /> : null}
      </div>
    </li>
  );
}

function Mark({ claim, content }: ReportClaimProps) {
  const option = findOption(content.scale, claim.ruling?.verdict ?? null);
  if (option) {
    return (
      <p data-tone={option.tone} className="flex items-center gap-2 font-semibold text-tone sm:block">
        <VerdictGlyph glyph={option.glyph} className="size-5.5" />
        <span className="sm:mt-1 sm:block">{option.label}</span>
      </p>
    );
  }
  const standing = claim.disposition === "to_check" ? "No ruling yet" : dispositionWords[claim.disposition];
  return <p className="text-xs text-muted">{standing}</p>;
}

function Reasons({ ruling, content }: { readonly ruling: ReportRuling; readonly content: ReportContent }) {
  return (
    <div className="mt-2">
      {ruling.rationale ? (
        <p dir="auto" className="font-serif text-base leading-6.5 wrap-anywhere whitespace-pre-wrap">
          {ruling.rationale}
        </p>
      ) : null}
      <Evidence
        heading="Supports"
        citations={ruling.citations.filter(({ stance }) => stance === "supports")}
      />
      <Evidence heading="Refutes" citations={ruling.citations.filter(({ stance }) => stance === "refutes")} />
      <Evidence heading="Context" citations={ruling.citations.filter(({ stance }) => stance === "context")} />
      <Searches ruling={ruling} />
      <p className="mt-3 text-xs text-muted">
        Decided {methodWords[ruling.method]}, {checkersInWords(ruling)},{" "}
        {citedDay(ruling.decidedAt.slice(0, 10))}
        {ruling.dissent.length > 0 ? `; dissent: ${dissentWords(ruling, content)}` : ""}
      </p>
    </div>
  );
}

function dissentWords(ruling: ReportRuling, content: ReportContent): string {
  return ruling.dissent.map((key) => findOption(content.scale, key)?.label.toLowerCase() ?? key).join(", ");
}

function Evidence({
  heading,
  citations,
}: {
  readonly heading: string;
  readonly citations: readonly ReportCitation[];
}) {
  if (citations.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="text-xs font-semibold">{heading}</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {citations.map((citation, place) => (
          <li key={place} className="text-xs wrap-anywhere">
            <SafeLink href={citation.url}>{citation.title}</SafeLink>
            <span className="text-muted">{about(citation)}</span>
            {citation.archivedUrl ? (
              <>
                {" "}
                · <SafeLink href={citation.archivedUrl}>archived copy</SafeLink>
              </>
            ) : null}
            {citation.quote ? (
              <blockquote
                dir="auto"
                className="mt-0.5 border-s-2 border-hairline ps-3 font-serif text-[0.9375rem] italic"
              >
                “{citation.quote}”
              </blockquote>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function about({ publisher, author, publishedOn, locator }: ReportCitation): string {
  const parts = [author, publisher, publishedOn ? citedDay(publishedOn) : null, locator].filter(Boolean);
  return parts.length > 0 ? `, ${parts.join(", ")}` : "";
}

function Searches({ ruling }: { readonly ruling: ReportRuling }) {
  if (ruling.searches.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="text-xs font-semibold">
        {ruling.citations.length === 0 ? "No source found. Searched for" : "Searched for"}
      </h3>
      <ul className="mt-1 list-disc ps-4 text-xs wrap-anywhere">
        {ruling.searches.map(({ query, place, outcome }, at) => (
          <li key={at}>
            “{query}” in {place}
            {outcome ? <span className="text-muted">: {outcome}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
