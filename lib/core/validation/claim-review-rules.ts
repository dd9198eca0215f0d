import { claimTextRules, verdictRules, type DeclaredScale } from "./rating-rules";
import {
  hasType,
  isThing,
  listed,
  wordsOf,
  type Finding,
  type Report,
  type Rule,
  type Thing,
} from "./finding";
import { isOnSite, isSecure, parseAddress, shorteners } from "./web-places";

/** What is known beside the markup itself; rules that need more than there is are not asked. */
export type MarkupContext = {
  /** The present, as an ISO moment: no check is dated after it. */
  readonly now: string;
  /** The origin of the site that carries the markup. */
  readonly site?: string;
  readonly scale?: DeclaredScale;
  /** Words of the page that carries the markup, without its markup. */
  readonly pageText?: string;
  /** By address of the check, the verdict in words that is stored. */
  readonly stored?: ReadonlyMap<string, string>;
};

/** A review where it was found: whether its own document or one around it names the vocabulary. */
export type FoundReview = { readonly review: Thing; readonly at: string; readonly context: unknown };

/** E1 to E10, E13, E14 and the warnings, for one ClaimReview. */
export function checkClaimReview(found: FoundReview, context: MarkupContext): readonly Finding[] {
  const { review, at } = found;
  const report = (rule: Rule, field: string, message: string): Finding => ({
    rule,
    at: field === "" ? at : `${at}/${field}`,
    message,
  });
  return [
    ...contextRules(found, report),
    ...addressRules(review, context, report),
    ...claimTextRules(review, context.scale, report),
    ...verdictRules(review, context.scale, report),
    ...authorRules(review, report),
    ...dateRules(review, context, report),
    ...itemRules(review, context, report),
    ...pageRules(review, context, report),
    ...correctionRules(review, report),
  ];
}

function contextRules({ review, context }: FoundReview, report: Report): readonly Finding[] {
  const findings: Finding[] = [];
  const names = listed(context).map((one) => (isThing(one) ? one["@vocab"] : one));
  if (!names.some((name) => typeof name === "string" && /^https?:\/\/schema\.org\/?$/.test(name))) {
    findings.push(report("E1", "@context", "The context has to be https://schema.org."));
  }
  const item = review["itemReviewed"];
  if (item !== undefined && !listed(item).some((one) => isThing(one) && hasType(one, "Claim"))) {
    findings.push(report("E1", "itemReviewed", "What is reviewed has to be of the type Claim."));
  }
  const rating = review["reviewRating"];
  if (isThing(rating) && !hasType(rating, "Rating")) {
    findings.push(report("E1", "reviewRating", "The rating has to be of the type Rating."));
  }
  return findings;
}

function addressRules(review: Thing, { site }: MarkupContext, report: Report): readonly Finding[] {
  const address = wordsOf(review["url"]);
  const url = address === null ? null : parseAddress(address);
  if (url === null) return [report("E2", "url", "The full check needs an absolute address.")];
  const findings: Finding[] = [];
  if (!isSecure(url)) findings.push(report("E2", "url", "The address has to begin with https."));
  if (url.pathname === "/" && url.search === "") {
    findings.push(report("E2", "url", "The address is a home page, not that of the check."));
  }
  if (site !== undefined && !isOnSite(url, site)) {
    findings.push(report("E2", "url", `The address is not on the site that carries the markup, ${site}.`));
  }
  if (shorteners.has(url.hostname)) findings.push(report("E2", "url", "The address is a shortener’s."));
  return findings;
}

function authorRules(review: Thing, report: Report): readonly Finding[] {
  const authors = listed(review["author"]);
  const isNamed = authors.some(
    (one) => isThing(one) && (wordsOf(one["name"]) ?? wordsOf(one["url"])) !== null,
  );
  const findings: Finding[] = [];
  if (!isNamed) findings.push(report("E7", "author", "Whoever checked needs a name or an address."));
  const publishers = [...authors, ...listed(review["publisher"])].filter(isThing);
  if (!publishers.some((one) => wordsOf(one["correctionsPolicy"]) !== null)) {
    findings.push(report("W5", "author", "The checker names no corrections policy."));
  }
  return findings;
}

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function dayOf(value: unknown): string | null {
  const text = wordsOf(value);
  return text !== null && isoDate.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function dateRules(review: Thing, { now }: MarkupContext, report: Report): readonly Finding[] {
  const date = dayOf(review["datePublished"]);
  if (date === null) {
    return [
      report("E8", "datePublished", "The check needs its date in the form of ISO 8601, such as 2026-05-02."),
    ];
  }
  const findings: Finding[] = [];
  if (Date.parse(date.slice(0, 10)) > Date.parse(now)) {
    findings.push(report("E8", "datePublished", "The check is dated in the future."));
  }
  for (const claim of listed(review["itemReviewed"]).filter(isThing)) {
    const said = dayOf(claim["datePublished"]);
    if (said !== null && date.slice(0, 10) < said.slice(0, 10)) {
      findings.push(
        report("E8", "datePublished", `The check is dated before the claim, ${said.slice(0, 10)}.`),
      );
    }
  }
  return findings;
}

function itemRules(review: Thing, { site }: MarkupContext, report: Report): readonly Finding[] {
  const item = listed(review["itemReviewed"]).find(isThing);
  if (!item) return [report("E9", "itemReviewed", "There is no claim, and so nowhere that it appears.")];
  const findings: Finding[] = [];
  const own = site ?? siteOf(review);
  const places = [...listed(item["appearance"]), ...listed(item["firstAppearance"])];
  if (!places.some((place) => isElsewhere(place, own))) {
    const message = "The claim needs a place where it appears, outside of the checker’s own site.";
    findings.push(report("E9", "itemReviewed/appearance", message));
  }
  for (const author of listed(item["author"])) {
    if (!isThing(author) || wordsOf(author["name"]) === null) {
      findings.push(
        report("E10", "itemReviewed/author", "Whoever made the claim needs a name, or is left out."),
      );
    } else if (listed(author["sameAs"]).length === 0) {
      findings.push(report("W4", "itemReviewed/author", "Nothing tells who the claimant is (sameAs)."));
    }
  }
  return findings;
}

function siteOf(review: Thing): string | undefined {
  const url = wordsOf(review["url"]);
  return url === null ? undefined : parseAddress(url)?.origin;
}

/** An address elsewhere; or a work that is named, for what has no address, such as a printed brochure. */
function isElsewhere(place: unknown, site: string | undefined): boolean {
  const address = wordsOf(isThing(place) ? (place["url"] ?? place["@id"]) : place);
  if (address === null) {
    return isThing(place) && (wordsOf(place["name"]) ?? wordsOf(place["headline"])) !== null;
  }
  const url = parseAddress(address);
  return url !== null && (site === undefined || !isOnSite(url, site));
}

function pageRules(review: Thing, { pageText, stored }: MarkupContext, report: Report): readonly Finding[] {
  const findings: Finding[] = [];
  const rating = review["reviewRating"];
  const verdict = isThing(rating) ? wordsOf(rating["alternateName"]) : null;
  const claim = wordsOf(review["claimReviewed"]);
  if (pageText !== undefined) {
    const text = plain(pageText);
    for (const [field, words] of [
      ["claimReviewed", claim],
      ["reviewRating", verdict],
    ] as const) {
      if (words !== null && !text.includes(plain(words))) {
        findings.push(report("E13", field, `The page itself does not say “${words.slice(0, 80)}”.`));
      }
    }
  }
  const expected = stored?.get(wordsOf(review["url"]) ?? "");
  if (expected !== undefined && expected !== verdict) {
    findings.push(report("E14", "reviewRating/alternateName", `The desk ruled “${expected}”.`));
  }
  return findings;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().toLowerCase();
}

function correctionRules(review: Thing, report: Report): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [at, work] of listed(review["citation"]).entries()) {
    if (isThing(work) && wordsOf(work["url"]) !== null && listed(work["archivedAt"]).length === 0) {
      findings.push(report("W2", `citation/${at}`, "Of this source there is no archived copy."));
    }
  }
  const changed = dayOf(review["dateModified"]);
  const isLater = changed !== null && changed !== review["datePublished"];
  if (isLater && listed(review["correction"]).length === 0) {
    findings.push(report("W6", "dateModified", "It was changed, and no correction says what."));
  }
  return findings;
}
