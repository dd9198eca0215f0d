import { z } from "zod";

/**
 * What the W3C's Web Annotation Data Model (Recommendation of 23 February 2017) says with "must", as schemas of our own.
 * Section numbers stand beside each. Properties that the model does not name are none of its business.
 */
const annotationContext = "http://www.w3.org/ns/anno.jsonld";

const iri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, "must be an IRI");

function oneOrMany<T extends z.ZodType>(schema: T) {
  return z.union([schema, z.array(schema).min(1)]);
}

/** 3.3.1: xsd:dateTime with its time zone. */
const zonedMoment = z
  .string()
  .regex(
    /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
    "must be a date and time with a zone",
  );

function ofType(name: string) {
  return z.union([
    z.literal(name),
    z.array(z.string()).refine((types) => types.includes(name), `must be a ${name}`),
  ]);
}

/** 3.3.5: the thirteen motivations, or a term of somebody else's by its IRI. */
const motivation = z.union([
  z.enum([
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
  ]),
  z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, "must be one of the thirteen motivations, or an IRI"),
]);

/** 3.3.2: an agent is named by its IRI or described. */
const agent = z.union([iri, z.looseObject({ id: iri.optional(), name: oneOrMany(z.string()).optional() })]);

/** 3.2.4: embedded text has exactly one value. */
const textualBody = z.looseObject({
  type: ofType("TextualBody"),
  id: iri.optional(),
  value: z.string(),
  format: oneOrMany(z.string()).optional(),
  language: oneOrMany(z.string()).optional(),
  textDirection: z.enum(["ltr", "rtl", "auto"]).optional(),
  purpose: oneOrMany(motivation).optional(),
});

const position = z.number().int().min(0);

/** 4.2: each selector has what it selects by, once. */
const selectorShapes: Readonly<Record<string, z.ZodType>> = {
  TextQuoteSelector: z.looseObject({
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  TextPositionSelector: z
    .looseObject({ start: position, end: position })
    .refine(({ start, end }) => start <= end, "the start must not lie behind the end"),
  DataPositionSelector: z
    .looseObject({ start: position, end: position })
    .refine(({ start, end }) => start <= end, "the start must not lie behind the end"),
  FragmentSelector: z.looseObject({ value: z.string(), conformsTo: iri.optional() }),
  CssSelector: z.looseObject({ value: z.string() }),
  XPathSelector: z.looseObject({ value: z.string() }),
  SvgSelector: z.union([z.looseObject({ id: iri }), z.looseObject({ value: z.string() })]),
  RangeSelector: z.looseObject({
    startSelector: z.looseObject({ type: z.string() }),
    endSelector: z.looseObject({ type: z.string() }),
  }),
};

const selector = z.union([
  iri,
  z.looseObject({ type: oneOrMany(z.string()) }).superRefine((value, context) => {
    for (const type of [value.type].flat()) {
      const parsed = selectorShapes[type]?.safeParse(value);
      for (const issue of parsed?.error?.issues ?? []) {
        context.addIssue({ code: "custom", path: [...issue.path], message: `${type}: ${issue.message}` });
      }
    }
  }),
]);

/** 4.3.1: one moment or a span, never both; a cached copy is named by its IRI. */
const state = z.union([
  iri,
  z
    .looseObject({
      type: oneOrMany(z.string()),
      sourceDate: oneOrMany(zonedMoment).optional(),
      sourceDateStart: zonedMoment.optional(),
      sourceDateEnd: zonedMoment.optional(),
      cached: oneOrMany(iri).optional(),
    })
    .refine(
      (value) => value.sourceDate === undefined || value.sourceDateStart === undefined,
      "must not have both a moment and a span of time",
    )
    .refine(
      (value) => (value.sourceDateStart === undefined) === (value.sourceDateEnd === undefined),
      "a span of time must have its start and its end",
    ),
]);

/** 4: a specific resource is of exactly one source. */
const specificResource = z.looseObject({
  id: iri.optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  source: z.union([iri, z.looseObject({ id: iri })]),
  purpose: oneOrMany(motivation).optional(),
  selector: oneOrMany(selector).optional(),
  state: oneOrMany(state).optional(),
});

const choice = z.looseObject({ type: ofType("Choice"), items: z.array(z.unknown()).min(1) });
const externalResource = z.looseObject({
  id: iri,
  source: z.undefined().optional(),
  format: oneOrMany(z.string()).optional(),
  language: oneOrMany(z.string()).optional(),
});

const body = z.union([iri, textualBody, specificResource, choice, externalResource]);
const target = z.union([iri, specificResource, choice, externalResource]);

const contextSchema = z.union([
  z.literal(annotationContext),
  z.array(z.unknown()).refine((list) => list.includes(annotationContext), `must name ${annotationContext}`),
]);

/** 3.1: what every annotation must have. */
export const annotationSchema = z
  .looseObject({
    "@context": contextSchema,
    id: iri,
    type: ofType("Annotation"),
    target: oneOrMany(target),
    body: oneOrMany(body).optional(),
    bodyValue: z.string().optional(),
    motivation: oneOrMany(motivation).optional(),
    created: zonedMoment.optional(),
    modified: zonedMoment.optional(),
    generated: zonedMoment.optional(),
    creator: oneOrMany(agent).optional(),
    generator: oneOrMany(agent).optional(),
    rights: oneOrMany(iri).optional(),
    canonical: iri.optional(),
    via: oneOrMany(iri).optional(),
  })
  .refine(
    (annotation) => annotation.body === undefined || annotation.bodyValue === undefined,
    "must not have both a body and a bodyValue",
  );

/** 5.2: a page has its annotations in order. */
const pageSchema = z.looseObject({
  id: iri,
  type: ofType("AnnotationPage"),
  items: z.array(z.unknown()),
  startIndex: position.optional(),
  next: z.union([iri, z.looseObject({ id: iri })]).optional(),
  prev: z.union([iri, z.looseObject({ id: iri })]).optional(),
  partOf: z.union([iri, z.looseObject({ id: iri })]).optional(),
});

/** 5.1: a collection says how many there are, and where they begin. */
export const collectionSchema = z
  .looseObject({
    "@context": contextSchema,
    id: iri,
    type: ofType("AnnotationCollection"),
    label: oneOrMany(z.string()).optional(),
    total: position.optional(),
    first: z.union([iri, pageSchema]).optional(),
    last: z.union([iri, pageSchema]).optional(),
  })
  .refine(
    (collection) => collection.total === 0 || collection.first !== undefined,
    "must say where it begins",
  );

export const annotationPageSchema = pageSchema.extend({ "@context": contextSchema });
