import type { Candidate } from "./candidate";
import { CHAR, classAt, isLetter } from "./characters";
import { skipBlanks, wordAfter } from "./words";

/** Titles that, unlike other abbreviations, begin a sentence at least as often as they stand inside one. */
const STARTING_TITLE = /^(?:Mr|Mrs|Ms|Mme)$/;

/** Does the sentence that would begin here begin with a word that hardly goes on a name? */
export function isStarter({ paragraph, right, head }: Candidate): boolean {
  if (!paragraph.lexicon.starters.has(right)) return false;
  // In "J. A. Smith" and "U.S. No. 1" the would-be beginning is itself an abbreviation.
  const isAbbreviated = paragraph.text[head + right.length] === "." && right.length <= 2;
  return !isAbbreviated || STARTING_TITLE.test(right);
}

/** "J. A" in "J. Edgar Hoover": nothing before the letter in its sentence, so that the letter begins a name. */
export function isFirstOfName(candidate: Candidate, wordBeforeLetter: string): boolean {
  return wordBeforeLetter === "" && candidate.left.start <= candidate.sentenceStart + 2;
}

/** Words of the sentence so far, counting no further than `limit`. */
function wordsSoFar({ paragraph, sentenceStart, left }: Candidate, limit: number): number {
  let words = 0;
  let isInWord = false;
  for (let i = sentenceStart; i < left.start && words <= limit; i += 1) {
    const isInk = classAt(paragraph.text, i) !== CHAR.space;
    if (isInk && !isInWord) words += 1;
    isInWord = isInk;
  }
  return words;
}

/** As in "At 5 a.m. Mr. Smith …": so short a run after a preposition is a time or place put in front, not a sentence. */
const FRONTED_WORDS = 3;

export function opensWithTimeOrPlace(candidate: Candidate): boolean {
  const { paragraph, sentenceStart, left } = candidate;
  const first = wordAfter(paragraph.text, sentenceStart, left.start);
  return paragraph.lexicon.prepositions.has(first) && wordsSoFar(candidate, FRONTED_WORDS) <= FRONTED_WORDS;
}

/** "Shares fell", "Analysts expect": a plural noun with a verb after it, where "Chairman John" would be a title. */
export function isPluralSubject({ paragraph, right, head, headClass }: Candidate): boolean {
  if (headClass !== CHAR.upper || !/\p{Ll}{3}s$/u.test(right) || right.endsWith("ss")) return false;
  const { text, end } = paragraph;
  const after = head + right.length;
  const verb = skipBlanks(text, after, end);
  return verb > after && verb < end && classAt(text, verb) === CHAR.lower;
}

const NAME_WORDS = 3;

/** `"Why?" Smith asked.`: the words after the quotation only name its speaker. */
export function namesSpeaker({ paragraph, head, headClass }: Candidate): boolean {
  if (headClass !== CHAR.upper) return false;
  const { text, end, lexicon } = paragraph;
  let at = head;
  for (let word = 0; word <= NAME_WORDS && at < end; word += 1) {
    const found = wordAfter(text, at, end);
    if (word > 0 && lexicon.speechVerbs.has(found)) return true;
    if (found === "" || !isLetter(classAt(text, at)) || classAt(text, at) !== CHAR.upper) return false;
    if (lexicon.starters.has(found)) return false;
    at = skipBlanks(text, at + found.length, Math.min(end, at + found.length + 2));
  }
  return false;
}
