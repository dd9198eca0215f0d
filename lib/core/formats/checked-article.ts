import { z } from "zod";
import { articleInputSchema, type ArticleInput } from "../articles/article";
import { findCutProblem, type Cut } from "../articles/cuts";
import type { ReportCitation, ReportClaim, ReportContent } from "../report/content";
import { citedDate, line, storableText, webAddress } from "../shared/fields";
import { sourceInputSchema, stances } from "../sources/source";
import { findTextProblem } from "../text/well-formed";

const importedAnnotationSchema = z.strictObject({
  /** Of the words that it is about, in UTF-16 units of the article's text. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  wording: storableText(10_000).nullable(),
  verdict: z.string().max(40),
  rationale: storableText(100_000),
  citations: z
    .array(
      z.strictObject({
        source: sourceInputSchema,
        stance: z.enum(stances),
        quote: storableText(10_000),
        locator: line(200).nullable(),
        accessedOn: citedDate.nullable(),
        archivedUrl: webAddress.nullable(),
      }),
    )
    .max(100),
  searches: z
    .array(
      z.strictObject({
        query: line(500),
        place: line(200),
        searchedOn: citedDate.nullable(),
        outcome: storableText(1_000),
      }),
    )
    .max(100),
});
/** What a file says that a claim was found to be. */
export type ImportedAnnotation = z.infer<typeof importedAnnotationSchema>;

/** An article of a file with what it says of its claims; the words of `remarks` tell what could not be taken over. */
export type CheckedArticle = {
  readonly article: ArticleInput;
  readonly annotations: readonly ImportedAnnotation[];
  readonly remarks: readonly string[];
};

type CheckedVerdict =
  | { readonly ok: true; readonly checked: CheckedArticle }
  /** Words that complete "This record …". */
  | { readonly ok: false; readonly message: string };

/**
 * A report as a desk takes it in: its text cut as it was, its dispositions, and each ruling as an annotation that a
 * colleague has yet to review, because who ruled elsewhere is nobody here.
 * @param verdicts the keys of the desk's scale
 */
export function checkedArticle(
  { article, claims }: ReportContent,
  verdicts: ReadonlySet<string>,
): CheckedVerdict {
  if (findTextProblem(article.text)) return { ok: false, message: "has no text that can be kept" };
  const { title, url, byline, publisher, publishedAt, language, text } = article;
  const parsed = articleInputSchema.safeParse({
    ...{ title, url, byline, publisher, publishedAt, text },
    language: language === "und" ? null : language,
    sentences: cutsOf(text, claims),
  });
  if (!parsed.success) return { ok: false, message: issuesOf(parsed.error) };
  const taken = claims.map((claim) => annotationOf(claim, verdicts));
  return {
    ok: true,
    checked: {
      article: parsed.data,
      annotations: taken.flatMap(({ annotation }) => annotation ?? []),
      remarks: taken.flatMap(({ remark }) => remark ?? []),
    },
  };
}

/** Null where the claims do not make up the text: the segmenter cuts it then. */
function cutsOf(text: string, claims: readonly ReportClaim[]): readonly Cut[] | null {
  const cuts = claims
    .filter(({ kind }) => kind === "sentence")
    .map(({ start, end, disposition }) => ({ start, end, disposition }))
    .toSorted((a, b) => a.start - b.start);
  return findCutProblem(text, cuts) ? null : cuts;
}

type Taken = { readonly annotation?: ImportedAnnotation; readonly remark?: string };

function annotationOf(claim: ReportClaim, verdicts: ReadonlySet<string>): Taken {
  const { ordinal, start, end, wording, ruling } = claim;
  if (!ruling) return {};
  const name = `What was found about claim ${ordinal} was left out: `;
  if (!verdicts.has(ruling.verdict)) {
    return { remark: `${name}its verdict “${ruling.verdict}” is none of this desk's.` };
  }
  const { verdict, rationale, citations, searches } = ruling;
  const parsed = importedAnnotationSchema.safeParse({
    ...{ start, end, wording, verdict, rationale, searches },
    citations: citations.map(toCitation),
  });
  return parsed.success ? { annotation: parsed.data } : { remark: `${name}${issuesOf(parsed.error)}.` };
}

function toCitation(citation: ReportCitation) {
  const { stance, quote, locator, accessedOn, archivedUrl, ...source } = citation;
  return { source, stance, quote, locator, accessedOn, archivedUrl };
}

function issuesOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
}
