import { z } from "zod";
import type { ReportClaim, ReportContent, ReportCitation, ReportSearch } from "../report/content";
import { averitecLabels } from "../verdicts/scale";
import { averitecMedia } from "./averitec";
import {
  articleOf,
  bareClaim,
  citationOf,
  inOrder,
  optionFor,
  ReadFailure,
  readWhole,
  rulingOf,
  type ReadingDesk,
  type ReadOutcome,
} from "./reading";
import { firstIssue, parseJson } from "./read-json";

const words = z
  .string()
  .nullish()
  .transform((text) => text ?? "");
const wordsOrNull = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

const answerSchema = z.object({
  answer: words,
  answer_type: words,
  source_url: words,
  source_medium: words,
  cached_source_url: words,
  boolean_explanation: words,
});

/** Keys may be missing: published files leave out what a question does not need. */
const entrySchema = z.object({
  claim: z.string().min(1),
  label: z.enum(averitecLabels).nullish(),
  justification: words,
  claim_date: wordsOrNull,
  speaker: wordsOrNull,
  original_claim_url: wordsOrNull,
  fact_checking_article: wordsOrNull,
  reporting_source: wordsOrNull,
  questions: z.array(z.object({ question: words, answers: z.array(answerSchema).default([]) })).default([]),
});
type Entry = z.infer<typeof entrySchema>;

/** Reads an array of AVeriTeC. Claims that were said by the same speaker at one place and day become one article. */
export function readAveritec(text: string, desk: ReadingDesk): ReadOutcome {
  return readWhole(() => {
    const lines = elementLines(text);
    const array = z.array(z.unknown()).safeParse(parseJson(text, 1));
    if (!array.success) throw new ReadFailure(1, "holds no array of claims");
    const groups = new Map<string, Entry[]>();
    for (const [at, value] of array.data.entries()) {
      const entry = readEntry(value, lines[at] ?? 1);
      const { speaker, original_claim_url, claim_date, reporting_source } = entry;
      const of = JSON.stringify([speaker, original_claim_url, claim_date, reporting_source]);
      groups.set(of, [...(groups.get(of) ?? []), entry]);
    }
    return [...groups.values()].map((entries) => toReport(entries, desk));
  });
}

function readEntry(value: unknown, line: number): Entry {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success)
    throw new ReadFailure(line, `begins no claim of AVeriTeC: ${firstIssue(parsed.error)}`);
  const date = parsed.data.claim_date;
  if (date && dayOf(date) === null)
    throw new ReadFailure(line, `begins a claim with no day of the calendar: ${date}`);
  return parsed.data;
}

/** D-M-YYYY, with or without leading zeros; some files have it the other way round. null when it is no day. */
function dayOf(date: string): string | null {
  const told = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date.trim());
  const [year, month, day] = told ? [told[3], told[2], told[1]] : iso ? iso.slice(1) : [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : null;
}

function toReport(entries: readonly Entry[], desk: ReadingDesk): ReportContent {
  const claims: ReportClaim[] = inOrder(entries.map((entry, place) => toClaim(entry, place, desk)));
  const [first] = entries;
  const day = first?.claim_date ? dayOf(first.claim_date) : null;
  const known = {
    byline: first?.speaker ?? null,
    publisher: first?.reporting_source ?? null,
    url: first?.original_claim_url ?? null,
    publishedAt: day === null ? null : `${day}T00:00:00.000Z`,
  };
  return { format: "assay-report/1", ...desk, article: articleOf(known, claims), claims };
}

function toClaim(entry: Entry, place: number, desk: ReadingDesk) {
  const id = entry.fact_checking_article?.split(/[/=]/).at(-1) ?? `claim-${place + 1}`;
  const claim = bareClaim(id, entry.claim);
  const option = entry.label ? optionFor(desk, ({ averitec }) => averitec === entry.label) : null;
  if (!option) return claim;
  const { justification: rationale, questions } = entry;
  const found = questions.flatMap(({ question, answers }) => answers.map((answer) => ({ question, answer })));
  const ruling = rulingOf({
    verdict: option.key,
    rationale,
    citations: found.flatMap((one) => toCitation(one) ?? []),
    searches: found.flatMap((one) => toSearch(one) ?? []),
  });
  return { ...claim, ruling };
}

type Answered = { readonly question: string; readonly answer: z.infer<typeof answerSchema> };

function toCitation({ question, answer }: Answered): ReportCitation | null {
  if (answer.answer_type === "Unanswerable") return null;
  const medium = (Object.keys(averitecMedia) as ReportCitation["medium"][]).find(
    (key) => averitecMedia[key] === answer.source_medium && key !== "document" && key !== "phone_call",
  );
  const quote = [answer.answer, answer.boolean_explanation].filter(Boolean).join(": ");
  return citationOf({
    title: /^What does “(.*)” say\?$/s.exec(question)?.[1] ?? question,
    url: answer.source_url || null,
    medium: medium ?? "other",
    quote,
    archivedUrl: answer.cached_source_url || null,
  });
}

function toSearch({ question, answer }: Answered): ReportSearch | null {
  if (answer.answer_type !== "Unanswerable") return null;
  const [, query, place] = /^What is there on “(.*)” in “(.*)”\?$/s.exec(question) ?? [];
  return { query: query ?? question, place: place ?? "", searchedOn: null, outcome: "" };
}

/** The line on which each element of a JSON array begins. */
function elementLines(text: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|\n/gs)) {
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") {
      if (depth === 1) lines.push(line);
      depth += 1;
    } else if (token === "}" || token === "]") depth -= 1;
  }
  return lines;
}
