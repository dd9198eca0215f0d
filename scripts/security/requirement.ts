/** A test, by its file and a piece of its full name (the names of its groups and its own, with spaces between). */
export type Proof = readonly [file: string, test: string];

/**
 * One line of the security check list. `heldBy` are the tests that fail without it, all of which have to run and pass;
 * `thinner` says what of it they do not show. A line without tests says why it does not apply here (`notHere`) or that it
 * is not held yet (`open`), in words.
 */
export type Requirement = {
  readonly id: string;
  readonly says: string;
  readonly heldBy?: readonly Proof[];
  readonly thinner?: string;
  readonly notHere?: string;
  readonly open?: string;
};

const lettered: Readonly<Record<string, number>> = {
  A: 12,
  B: 7,
  C: 11,
  D: 8,
  E: 15,
  F: 7,
  G: 6,
  H: 6,
  I: 6,
  J: 8,
};

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

/** Every id that the table has to have: the requirements A1…J8, and T1…T31, the known traps of the framework. */
export const requiredIds: readonly string[] = [
  ...Object.entries(lettered).flatMap(([letter, count]) => numbered(letter, count)),
  ...numbered("T", 31),
];

/** Tests that drive a browser against the built program; the others are vitest's. */
export const isHarm = (file: string): boolean => file.endsWith(".harm.ts");
export const isJourney = (file: string): boolean => file.endsWith(".spec.ts");
