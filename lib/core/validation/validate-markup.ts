import type { z } from "zod";
import { findJsonBreak } from "../formats/json-break";
import { checkClaimReview, type FoundReview, type MarkupContext } from "./claim-review-rules";
import { hasType, isError, isThing, listed, wordsOf, type Finding, type Thing } from "./finding";
import { annotationPageSchema, annotationSchema, collectionSchema } from "./web-annotation-musts";

export const maxMarkupUnits = 5_000_000;
const maxDepth = 100;
const maxFindings = 1_000;

export type Verdict = {
  /** No error was found, and there was something to judge. */
  readonly valid: boolean;
  readonly claimReviews: number;
  readonly annotations: number;
  readonly findings: readonly Finding[];
  /** Why nothing could be judged; null when something was. */
  readonly problem: string | null;
};

/** Judges JSON-LD as it was written, or the page that carries it, by the rules for ClaimReview and Web Annotations. */
export function validateMarkup(text: string, context: MarkupContext): Verdict {
  if (text.length > maxMarkupUnits) return unjudged("This is longer than 5 MB. Nothing of it was looked at.");
  if (text.trim() === "") return unjudged("There is nothing here yet.");
  if (/^\s*</.test(text)) return validatePage(text, context);
  try {
    return validateValue(JSON.parse(text), context);
  } catch (error) {
    if (error instanceof RangeError) return unjudged("This is nested too deeply to be read.");
    return unjudged(`This is no JSON${whereIn(text)}.`);
  }
}

function whereIn(text: string): string {
  const broken = findJsonBreak(text);
  return broken ? `: it stops being so on line ${broken.line}, character ${broken.character}` : "";
}

/** A page is judged with the words that it shows. */
function validatePage(html: string, context: MarkupContext): Verdict {
  const scripts = [
    ...html.matchAll(/<script[^>]*type=["']?application\/ld\+json["']?[^>]*>(.*?)<\/script>/gis),
  ].map(([, script = ""]) => script);
  if (scripts.length === 0) return unjudged("This page carries no JSON-LD.");
  const values: unknown[] = [];
  for (const script of scripts) {
    try {
      values.push(JSON.parse(script));
    } catch {
      return unjudged(`The JSON-LD of this page is no JSON${whereIn(script)}.`);
    }
  }
  return judge(values, { ...context, pageText: pageText(html) }, "page");
}

function pageText(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html
    .replaceAll(/<(script|style|head)\b.*?<\/\1>/gis, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}

/** Judges JSON-LD that has been parsed. What contains itself is told, not followed. */
export function validateValue(value: unknown, context: MarkupContext): Verdict {
  return judge([value], context, Array.isArray(value) ? "file" : "page");
}

function unjudged(problem: string): Verdict {
  return { valid: false, claimReviews: 0, annotations: 0, findings: [], problem };
}

function judge(values: readonly unknown[], context: MarkupContext, kind: "page" | "file"): Verdict {
  const found = collect(values);
  if (typeof found === "string") return unjudged(found);
  const { reviews, annotations } = found;
  if (reviews.length + annotations.length === 0) {
    return unjudged("There is no ClaimReview and no Web Annotation in this.");
  }
  const findings = [
    ...reviews.flatMap((review) => checkClaimReview(review, context)),
    ...pageFindings(reviews, kind),
    ...annotations.flatMap(checkAnnotation),
  ];
  return {
    valid: !findings.some(isError),
    claimReviews: reviews.length,
    annotations: annotations.filter(({ thing }) => hasType(thing, "Annotation")).length,
    findings: findings.slice(0, maxFindings),
    problem: null,
  };
}

type FoundThing = { readonly thing: Thing; readonly at: string };
type Waiting = {
  readonly value: unknown;
  readonly at: string;
  readonly context: unknown;
  readonly above: readonly unknown[];
};

/** Everything in the documents that the rules are about, however deep; or why they cannot be walked. */
function collect(values: readonly unknown[]) {
  const found: Found = { reviews: [], annotations: [] };
  const waiting: Waiting[] = values.map((value, at) => ({
    value,
    at: values.length > 1 ? `/${at}` : "",
    context: undefined,
    above: [],
  }));
  // The list grows while it is walked: what is inside comes after what is around it.
  for (const { value, at, above, context: around } of waiting) {
    if (typeof value !== "object" || value === null) continue;
    if (above.includes(value)) return `This contains itself, at ${at || "its top"}.`;
    if (above.length > maxDepth) return "This is nested too deeply to be read.";
    const context = contextOf(value) ?? around;
    if (isThing(value)) keepThing(value, at, context, found);
    for (const [key, child] of Object.entries(value)) {
      waiting.push({ value: child, at: `${at}/${escaped(key)}`, context, above: [...above, value] });
    }
  }
  return found;
}

function contextOf(value: object): unknown {
  return isThing(value) ? value["@context"] : undefined;
}

type Found = { readonly reviews: FoundReview[]; readonly annotations: FoundThing[] };

function keepThing(thing: Thing, at: string, context: unknown, { reviews, annotations }: Found): void {
  if (hasType(thing, "ClaimReview")) reviews.push({ review: thing, at, context });
  if (isAnnotation(thing)) annotations.push({ thing, at });
}

/** RFC 6901. */
function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

const annotationTypes = ["Annotation", "AnnotationCollection", "AnnotationPage"] as const;

function isAnnotation(thing: Thing): boolean {
  return thing["@type"] === undefined && annotationTypes.some((type) => hasType(thing, type));
}

/** E11 and E12: what can only be seen of several reviews together. */
function pageFindings(reviews: readonly FoundReview[], kind: "page" | "file"): readonly Finding[] {
  const findings: Finding[] = [];
  const pages = new Map<string, string>();
  const claims = new Map<string, string>();
  for (const [place, { review, at }] of reviews.entries()) {
    const { url, claim } = namesOf(review);
    if ((kind === "page" && place > 0) || (url !== "" && pages.has(url))) {
      findings.push({ rule: "E11", at, message: "A page may carry one ClaimReview; this is another one." });
    }
    const other = claims.get(claim);
    if (claim !== "" && other !== undefined && other !== url) {
      findings.push({ rule: "E12", at, message: `The same claim has another page, ${other}.` });
    }
    pages.set(url, at);
    claims.set(claim, url);
  }
  return findings;
}

function namesOf(review: Thing): { readonly url: string; readonly claim: string } {
  const claim = (wordsOf(review["claimReviewed"]) ?? "").toLowerCase();
  return { url: wordsOf(review["url"]) ?? "", claim };
}

function checkAnnotation({ thing, at }: FoundThing): readonly Finding[] {
  const schema = hasType(thing, "Annotation")
    ? annotationSchema
    : hasType(thing, "AnnotationCollection")
      ? collectionSchema
      : listed(thing["@context"]).length > 0
        ? annotationPageSchema
        : null;
  const parsed = schema?.safeParse(thing);
  return (parsed?.error?.issues ?? []).flatMap((issue) => toFindings(issue, at));
}

/** Of alternatives, the one is told that comes nearest: that fails deepest inside. */
function toFindings(issue: z.core.$ZodIssue, at: string): readonly Finding[] {
  const path = issue.path.map((key) => `/${escaped(String(key))}`).join("");
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
    if (nearest.length > 0 && depthOf(nearest) > 0) {
      return nearest.flatMap((inner) => toFindings(inner, at + path));
    }
  }
  return [{ rule: "must", at: `${at}${path}`, message: `${issue.message}.` }];
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}
