import type { ReportCitation, ReportClaim, ReportHead, ReportRuling, ReportSearch } from "../report/content";
import { findOption } from "../verdicts/scale";
import { charactersBefore, charactersFrom, codePointCounter, codePoints } from "./code-points";
import type { ReportFormat, ReportPlace } from "./format";
import { indentBy, scriptSafeJson, told } from "./json-pieces";

export const annotationContext = "http://www.w3.org/ns/anno.jsonld";
/** What the annotation vocabulary has no word for is told in that of schema.org, by its whole name. */
export const schemaOrg = "https://schema.org/";
/** How many characters stand beside a quote to find it again. */
export const contextLength = 32;

/**
 * W3C Web Annotations: a verdict assesses the words that it is about, its citations are linked as bodies. Every claim is
 * in it, so that what is missing can be seen too. Positions are Unicode code points.
 */
export const webAnnotationFormat: ReportFormat = {
  key: "webannotation",
  label: "Web Annotation",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: "annotations.jsonld",
  readsText: true,
  async *write(report, place) {
    yield collectionHead(report.tally.claims, report, place);
    const points = codePointCounter(report.article.text);
    let isFirst = true;
    for await (const claim of report.claims) {
      const annotation = annotationOf(claim, report, place, points);
      yield `${isFirst ? "" : ","}\n${indentBy(scriptSafeJson(annotation, 2), "      ")}`;
      isFirst = false;
    }
    yield isFirst ? "]\n  }\n}\n" : "\n    ]\n  }\n}\n";
  },
};

function collectionHead(total: number, { article, desk }: ReportHead, place: ReportPlace): string {
  const collection = {
    "@context": annotationContext,
    id: `${place.report}#annotations`,
    type: "AnnotationCollection",
    label: article.title,
    creator: { type: "Organization", name: desk },
    total,
    first: { id: `${place.report}#annotations-1`, type: "AnnotationPage", startIndex: 0 },
  };
  return `${scriptSafeJson(collection, 2).slice(0, -"\n  }\n}".length)},\n    "items": [`;
}

function annotationOf(
  claim: ReportClaim,
  head: ReportHead,
  place: ReportPlace,
  points: (position: number) => number,
) {
  const { ruling } = claim;
  return {
    "@context": annotationContext,
    id: place.claim(claim.id),
    type: "Annotation",
    motivation: ruling ? "assessing" : claim.disposition === "to_check" ? "highlighting" : "classifying",
    ...(ruling ? { created: ruling.decidedAt } : {}),
    creator: { type: "Organization", name: head.desk },
    ...bodiesOf(claim, head),
    target: targetOf(claim, head, place, points),
  };
}

function bodiesOf(claim: ReportClaim, head: ReportHead): { readonly body?: readonly object[] } {
  const { ruling, wording, disposition } = claim;
  const bodies = [
    ...(ruling ? verdictBodies(ruling, head) : []),
    ...(disposition === "to_check" ? [] : [textBody("classifying", disposition)]),
    ...(wording === null ? [] : [textBody("editing", wording)]),
  ];
  return bodies.length > 0 ? { body: bodies } : {};
}

function verdictBodies(ruling: ReportRuling, head: ReportHead): readonly object[] {
  const label = findOption(head.scale, ruling.verdict)?.label ?? ruling.verdict;
  return [
    textBody("assessing", label),
    ...(ruling.rationale ? [textBody("describing", ruling.rationale)] : []),
    ...ruling.citations.map(citationBody),
    ...ruling.searches.map(searchBody),
  ];
}

function textBody(purpose: string, value: string) {
  return { type: "TextualBody", purpose, format: "text/plain", value };
}

function citationBody(citation: ReportCitation) {
  const { url, title, quote, archivedUrl, accessedOn } = citation;
  const about = told({
    [`${schemaOrg}author`]: citation.author,
    [`${schemaOrg}publisher`]: citation.publisher,
    [`${schemaOrg}datePublished`]: citation.publishedOn,
    [`${schemaOrg}encodingFormat`]: citation.medium,
    [`${schemaOrg}position`]: citation.locator,
    [`${schemaOrg}reviewAspect`]: citation.stance,
    [`${schemaOrg}archivedAt`]: archivedUrl,
    [`${schemaOrg}dateRead`]: accessedOn,
  });
  const selector = quote ? { selector: { type: "TextQuoteSelector", exact: quote } } : {};
  const state = archivedUrl ? { state: { type: "TimeState", cached: archivedUrl } } : {};
  if (url === null) {
    // What has no address cannot be a resource: the source is named in words.
    return { ...textBody("linking", title), ...about, ...told({ [`${schemaOrg}text`]: quote }) };
  }
  return {
    type: "SpecificResource",
    purpose: "linking",
    source: { id: url, type: "Text", [`${schemaOrg}name`]: title },
    ...selector,
    ...state,
    ...about,
  };
}

function searchBody({ query, place, searchedOn, outcome }: ReportSearch) {
  return {
    ...textBody("commenting", `“${query}” in ${place}`),
    [`${schemaOrg}query`]: query,
    [`${schemaOrg}location`]: place,
    ...told({ [`${schemaOrg}dateRead`]: searchedOn, [`${schemaOrg}result`]: outcome }),
  };
}

function targetOf(
  { text, start, end }: ReportClaim,
  { article }: ReportHead,
  place: ReportPlace,
  points: (position: number) => number,
) {
  const from = points(start);
  return {
    type: "SpecificResource",
    source: article.url ?? place.report,
    selector: [
      {
        type: "TextQuoteSelector",
        exact: text,
        prefix: charactersBefore(article.text, start, contextLength),
        suffix: charactersFrom(article.text, end, contextLength),
      },
      { type: "TextPositionSelector", start: from, end: from + codePoints(text).length },
    ],
    ...(article.publishedAt ? { state: { type: "TimeState", sourceDate: article.publishedAt } } : {}),
  };
}
