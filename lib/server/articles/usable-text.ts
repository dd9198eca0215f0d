import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import { findTextProblem, MAX_TEXT_UNITS, type TextProblem } from "@/lib/core/text/well-formed";

/** @throws Refusal when the text cannot be stored as it is, or there is nothing in it to check. */
export function refuseUnusable(text: string): void {
  const problem = findTextProblem(text);
  if (problem) throw textRefusal(problem);
}

export function textRefusal(problem: TextProblem): Refusal {
  const messages = {
    empty: "The article has no words in it.",
    nul: `The text contains a NUL character at position ${problem.at}; it is probably not a text file.`,
    lone_surrogate: `The text is damaged at position ${problem.at}: half of a character is missing there.`,
    too_large: `The text is longer than ${MAX_TEXT_UNITS.toLocaleString("en")} characters; split it into several articles.`,
  } as const;
  const message = messages[problem.code];
  return new Refusal(problem.code === "too_large" ? "too_large" : "bad_input", message, [
    { field: "/text", message },
  ]);
}

export function tooManySentences(count: number, most: number): Refusal {
  const [has, may] = [count.toLocaleString("en"), most.toLocaleString("en")];
  const message = `The text has ${has} sentences; one article may have ${may}. Split it into several articles.`;
  return new Refusal("too_large", message, [{ field: "/text", message }]);
}
