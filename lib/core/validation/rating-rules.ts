import { isThing, wordsOf, type Finding, type Report, type Thing } from "./finding";

/** The verdicts that a checker has declared, and their places on the line; 1 is least true, null is beside the line. */
export type DeclaredScale = readonly { readonly label: string; readonly rank: number | null }[];

const longClaim = 75;

/** E3 and W1. */
export function claimTextRules(
  review: Thing,
  scale: DeclaredScale | undefined,
  report: Report,
): readonly Finding[] {
  const claim = wordsOf(review["claimReviewed"]);
  if (claim === null) return [report("E3", "claimReviewed", "The words of the claim are missing.")];
  const findings: Finding[] = [];
  const rating = review["reviewRating"];
  const verdict = isThing(rating) ? wordsOf(rating["alternateName"]) : null;
  const labels = new Set([
    ...(scale ?? []).map(({ label }) => label),
    ...(verdict === null ? [] : [verdict]),
  ]);
  const label = [...labels].find((one) => tellsVerdict(claim, one));
  if (label !== undefined) {
    findings.push(report("E3", "claimReviewed", `The claim already says the verdict, “${label}”.`));
  }
  const { length } = Array.from(claim);
  if (length > longClaim) {
    findings.push(
      report("W1", "claimReviewed", `The claim has ${length} characters; aim for under ${longClaim}.`),
    );
  }
  return findings;
}

/**
 * Whether the verdict stands in the claim as a verdict: alone, set off at either end, or as what something is rated. The
 * same word inside of a sentence is the claimant's ("True North is a magazine").
 */
function tellsVerdict(claim: string, label: string): boolean {
  const word = label.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const patterns = [
    `^\\W*${word}\\W*$`,
    `^\\W*${word}\\s*[:–—|\\])-]`,
    `[:–—|([-]\\s*${word}[\\s.!)\\]]*$`,
    `\\b(rated|rating|verdict|ruled|ruling|fact.?check)\\W+(as\\W+|is\\W+)?${word}(?!\\w)`,
  ];
  return patterns.some((pattern) => new RegExp(pattern, "iu").test(claim.toLowerCase()));
}

/** E4, E5, E6 as far as one review shows it, and W3. */
export function verdictRules(
  review: Thing,
  scale: DeclaredScale | undefined,
  report: Report,
): readonly Finding[] {
  const rating = review["reviewRating"];
  if (!isThing(rating)) return [report("E4", "reviewRating", "There is no rating.")];
  const label = wordsOf(rating["alternateName"]);
  const at = "reviewRating/alternateName";
  if (label === null) {
    return [report("E4", at, "The verdict in words is missing."), ...numberRules(rating, report)];
  }
  const declared = findLabel(scale, label);
  const findings: Finding[] = [];
  if (scale !== undefined && declared === null) {
    findings.push(report("E4", at, `“${label}” is no verdict of the declared scale.`));
  }
  if (declared?.rank === null && numbersOf(rating) !== null) {
    const message = `“${label}” has no place on the line, and a number all the same.`;
    findings.push(report("W3", "reviewRating/ratingValue", message));
  }
  return [...findings, ...placeRules(rating, declared, scale ?? [], report)];
}

function findLabel(scale: DeclaredScale | undefined, label: string) {
  return scale?.find((option) => option.label.toLowerCase() === label.toLowerCase()) ?? null;
}

const numberFields = ["ratingValue", "bestRating", "worstRating"] as const;

type Numbers = { readonly value: number; readonly best: number; readonly worst: number };

function numberOf(value: unknown): number | null {
  const number = typeof value === "number" ? value : Number(wordsOf(value) ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}

/** null where not all three are there as numbers. */
function numbersOf(rating: Thing): Numbers | null {
  const [value = null, best = null, worst = null] = numberFields.map((field) => numberOf(rating[field]));
  return value === null || best === null || worst === null ? null : { value, best, worst };
}

function numberRules(rating: Thing, report: Report): readonly Finding[] {
  const given = numberFields.filter((field) => rating[field] !== undefined && rating[field] !== null);
  if (given.length === 0) return [];
  const at = "reviewRating";
  if (given.length < numberFields.length) {
    const missing = numberFields.filter((field) => !given.includes(field));
    return [report("E5", at, `Numbers come all three or not at all: ${missing.join(" and ")} missing.`)];
  }
  const numbers = numbersOf(rating);
  if (numbers === null) return [report("E5", at, "Rating, best and worst have to be numbers.")];
  const { value, best, worst } = numbers;
  if (worst >= best) return [report("E5", `${at}/worstRating`, "The worst rating has to be under the best.")];
  const findings: Finding[] = [];
  if (worst < 1) findings.push(report("E5", `${at}/worstRating`, "The worst rating has to be 1 or more."));
  if (value < worst || value > best) {
    findings.push(
      report("E5", `${at}/ratingValue`, `The rating ${value} is not between ${worst} and ${best}.`),
    );
  }
  return findings;
}

/** Where the numbers are in order, they are asked for their place. */
function placeRules(
  rating: Thing,
  declared: DeclaredScale[number] | null,
  scale: DeclaredScale,
  report: Report,
): readonly Finding[] {
  const wrong = numberRules(rating, report);
  return wrong.length > 0 ? wrong : placeRule(rating, declared, scale, report);
}

/** Where numbers count the scale's own steps, each verdict has the number of its step. */
function placeRule(
  rating: Thing,
  declared: DeclaredScale[number] | null,
  scale: DeclaredScale,
  report: Report,
): readonly Finding[] {
  const numbers = numbersOf(rating);
  const steps = scale.filter(({ rank }) => rank !== null).length;
  if (numbers === null || declared === null || declared.rank === null || steps < 2) return [];
  const expected = numbers.worst + ((declared.rank - 1) * (numbers.best - numbers.worst)) / (steps - 1);
  const half = (numbers.best - numbers.worst) / (steps - 1) / 2;
  if (Math.abs(numbers.value - expected) <= half) return [];
  const message = `The number ${numbers.value} is not where “${declared.label}” stands on the line.`;
  return [report("E6", "reviewRating/ratingValue", message)];
}
