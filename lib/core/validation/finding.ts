/** Errors keep markup from being used; warnings make it poorer. "must" is a rule of the W3C's annotation model. */
export const ruleWords = {
  E1: "context and type",
  E2: "address of the full check",
  E3: "words of the claim",
  E4: "verdict in words",
  E5: "numbers of the rating",
  E6: "order of the rating",
  E7: "who checked",
  E8: "date of the check",
  E9: "where the claim appears",
  E10: "who made the claim",
  E11: "one ClaimReview a page",
  E12: "one page a claim",
  E13: "the page says what the markup says",
  E14: "the markup says what the desk ruled",
  W1: "length of the claim",
  W2: "archived copies",
  W3: "number without a place on the line",
  W4: "who the claimant is",
  W5: "corrections policy",
  W6: "change without a correction",
  must: "Web Annotation",
} as const;
export type Rule = keyof typeof ruleWords;

/** One thing that is wrong: by which rule, where in the document (as a JSON pointer), and in words. */
export type Finding = { readonly rule: Rule; readonly at: string; readonly message: string };

/** Makes a finding about a field of the thing that is being judged. */
export type Report = (rule: Rule, field: string, message: string) => Finding;

export function isError({ rule }: Pick<Finding, "rule">): boolean {
  return !rule.startsWith("W");
}

export type Thing = Readonly<Record<string, unknown>>;

export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list, as JSON-LD means it: one thing may stand without its list. */
export function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** Text with something in it, or null. */
export function wordsOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

export function hasType(thing: Thing, type: string): boolean {
  return listed(thing["@type"] ?? thing["type"]).some(
    (one) => typeof one === "string" && one.replace(/^(https?:\/\/schema\.org\/|schema:)/, "") === type,
  );
}
