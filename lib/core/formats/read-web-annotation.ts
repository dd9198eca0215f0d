import { z } from "zod";
import { dispositions } from "../claims/claim";
import type { ReportCitation, ReportClaim, ReportContent, ReportSearch } from "../report/content";
import { media, stances } from "../sources/source";
import {
  articleOf,
  bareClaim,
  citationOf,
  optionFor,
  ReadFailure,
  readWhole,
  rulingOf,
  textOf,
  type ReadingDesk,
  type ReadOutcome,
} from "./reading";
import { firstIssue, parseJson } from "./read-json";
import { codePoints } from "./code-points";
import { schemaOrg } from "./web-annotation";

const words = z
  .string()
  .optional()
  .transform((text) => text ?? "");
const wordsOrNull = z
  .string()
  .optional()
  .transform((text) => text ?? null);

const bodySchema = z.object({
  purpose: words,
  value: words,
  source: z
    .union([
      z.string().transform((id) => ({ id, [`${schemaOrg}name`]: id })),
      z.looseObject({ id: z.string() }),
    ])
    .optional(),
  selector: z.object({ exact: words }).optional(),
  [`${schemaOrg}author`]: wordsOrNull,
  [`${schemaOrg}publisher`]: wordsOrNull,
  [`${schemaOrg}datePublished`]: wordsOrNull,
  [`${schemaOrg}encodingFormat`]: z.enum(media).default("other"),
  [`${schemaOrg}position`]: wordsOrNull,
  [`${schemaOrg}reviewAspect`]: z.enum(stances).default("context"),
  [`${schemaOrg}archivedAt`]: wordsOrNull,
  [`${schemaOrg}dateRead`]: wordsOrNull,
  [`${schemaOrg}text`]: words,
  [`${schemaOrg}query`]: wordsOrNull,
  [`${schemaOrg}location`]: words,
  [`${schemaOrg}result`]: words,
});
type Body = z.infer<typeof bodySchema>;

const quoteSchema = z.object({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: words,
  suffix: words,
});
const positionSchema = z.object({
  type: z.literal("TextPositionSelector"),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});

const annotationSchema = z.object({
  id: z.string(),
  motivation: words,
  created: z.string().optional(),
  body: z.preprocess((body) => (body === undefined ? [] : [body].flat()), z.array(bodySchema)),
  target: z.object({
    source: z.string(),
    selector: z.tuple([quoteSchema, positionSchema]),
    state: z.object({ sourceDate: wordsOrNull }).optional(),
  }),
});
type Annotation = z.infer<typeof annotationSchema>;

const collectionSchema = z.object({
  id: z.string(),
  label: words,
  creator: z.object({ name: words }).optional(),
  first: z.object({ items: z.array(z.unknown()) }),
});

/** Reads a collection of annotations with quotes and positions, as the Web Annotation format writes it. */
export function readWebAnnotations(text: string, desk: ReadingDesk): ReadOutcome {
  return readWhole(() => {
    const collection = collectionSchema.safeParse(parseJson(text, 1));
    if (!collection.success)
      throw new ReadFailure(1, `holds no collection of annotations: ${firstIssue(collection.error)}`);
    const annotations = collection.data.first.items.map((item, at) => {
      const parsed = annotationSchema.safeParse(item);
      if (!parsed.success)
        throw new ReadFailure(at + 1, `(annotation) cannot be read: ${firstIssue(parsed.error)}`);
      return parsed.data;
    });
    return [toReport(collection.data, annotations, desk)];
  });
}

function toReport(
  collection: z.infer<typeof collectionSchema>,
  annotations: readonly Annotation[],
  desk: ReadingDesk,
): ReportContent {
  const text = knownText(annotations);
  const units = unitCounter(text);
  const claims = annotations.map((annotation, at) => toClaim(annotation, at + 1, units, desk));
  const [first] = annotations;
  const report = collection.id.replace(/#annotations$/, "");
  const known = {
    title: collection.label,
    text,
    url: first && first.target.source !== report ? first.target.source : null,
    publishedAt: first?.target.state?.sourceDate ?? null,
  };
  return {
    format: "assay-report/1",
    ...desk,
    desk: collection.creator?.name ?? desk.desk,
    article: articleOf(known, claims),
    claims,
  };
}

/** The article as far as quotes and the words beside them tell it; white space for the rest. */
function knownText(annotations: readonly Annotation[]): string {
  // Pieces are laid out by code points, since that is how their places are told.
  const points: string[] = [];
  for (const { target } of annotations) {
    const [{ exact, prefix, suffix }, { start }] = target.selector;
    const before = codePoints(prefix);
    let at = start - before.length;
    for (const point of [...before, ...codePoints(exact), ...codePoints(suffix)]) {
      points[at] = point;
      at += 1;
    }
  }
  return textOf([
    { start: 0, text: Array.from(points, (point: string | undefined) => point ?? " ").join("") },
  ]);
}

function unitCounter(text: string): (point: number) => number {
  const starts: number[] = [];
  let units = 0;
  for (const point of text) {
    starts.push(units);
    units += point.length;
  }
  return (point) => starts[point] ?? units;
}

function toClaim(
  annotation: Annotation,
  ordinal: number,
  units: (point: number) => number,
  desk: ReadingDesk,
): ReportClaim {
  const [{ exact }, { start, end }] = annotation.target.selector;
  const { body } = annotation;
  const valueOf = (purpose: string) => body.find((one) => one.purpose === purpose)?.value;
  const disposition = dispositions.find((one) => one === valueOf("classifying")) ?? "to_check";
  return {
    ...bareClaim(annotation.id.split(/[/=]/).at(-1) ?? "", exact),
    ordinal,
    start: units(start),
    end: units(end),
    wording: valueOf("editing") ?? null,
    disposition,
    ruling: annotation.motivation === "assessing" ? toRuling(annotation, ordinal, desk) : null,
  };
}

function toRuling({ body, created }: Annotation, ordinal: number, desk: ReadingDesk) {
  const label = body.find(({ purpose }) => purpose === "assessing")?.value ?? "";
  const option = optionFor(desk, (one) => one.label === label || one.key === label);
  if (!option)
    throw new ReadFailure(ordinal, `(annotation) has a verdict that the scale does not know: ${label}`);
  return rulingOf({
    verdict: option.key,
    rationale: body.find(({ purpose }) => purpose === "describing")?.value ?? "",
    ...(created === undefined ? {} : { decidedAt: created }),
    citations: body.filter(({ purpose }) => purpose === "linking").map(toCitation),
    searches: body.flatMap((one) => toSearch(one) ?? []),
  });
}

function toCitation(body: Body): ReportCitation {
  const name = body.source?.[`${schemaOrg}name`];
  return citationOf({
    title: body.source ? (typeof name === "string" ? name : body.source.id) : body.value,
    url: body.source?.id ?? null,
    author: body[`${schemaOrg}author`],
    publisher: body[`${schemaOrg}publisher`],
    publishedOn: body[`${schemaOrg}datePublished`],
    medium: body[`${schemaOrg}encodingFormat`],
    stance: body[`${schemaOrg}reviewAspect`],
    quote: body.selector?.exact ?? body[`${schemaOrg}text`],
    locator: body[`${schemaOrg}position`],
    accessedOn: body[`${schemaOrg}dateRead`],
    archivedUrl: body[`${schemaOrg}archivedAt`],
  });
}

function toSearch(body: Body): ReportSearch | null {
  const query = body[`${schemaOrg}query`];
  if (query === null) return null;
  return {
    query,
    place: body[`${schemaOrg}location`],
    searchedOn: body[`${schemaOrg}dateRead`],
    outcome: body[`${schemaOrg}result`],
  };
}
