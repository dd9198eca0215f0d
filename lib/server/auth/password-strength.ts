import "server-only";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { Refusal } from "@/lib/core/shared/refusal";

/** Below this many guesses (10^8, the library's score of 3) somebody who tries online gets there in the end. */
const leastScore = 3;
/** The estimate takes time that grows with the square of the length; whatever comes after this makes no password easier. */
const judgedLength = 64;

let estimator: Promise<ZxcvbnFactory> | null = null;

async function loadEstimator(): Promise<ZxcvbnFactory> {
  // A megabyte of lists, for the few times that a password is chosen.
  const [{ ZxcvbnFactory: Estimator }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new Estimator({ dictionary, graphs: adjacencyGraphs, maxLength: judgedLength });
}

/**
 * Refuses a password that is among the commonest (49,000 are known), follows the keyboard, a date or a repeated piece,
 * or is made of what everybody here knows. Estimated as in D. L. Wheeler, "zxcvbn: Low-Budget Password Strength
 * Estimation", USENIX Security 2016.
 * @param known names and addresses of the person and the desk
 * @throws Refusal bad_input, with the reason at the field `password`
 */
export async function requireHardToGuess(password: string, known: readonly string[]): Promise<void> {
  estimator ??= loadEstimator();
  const { score } = (await estimator).check(password, known.flatMap(wordsOf));
  if (score >= leastScore) return;
  throw new Refusal("bad_input", "This password is too easy to guess.", [
    {
      field: "/password",
      message:
        "is too easy to guess: it is a common one, repeats itself, or is made of names. Take a few words.",
    },
  ]);
}

/** A name as it stands, written in one, and word by word. */
function wordsOf(name: string): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
  return [name, words.join(""), ...words];
}
