import type { Proof, Requirement } from "./requirement";

/** A test that was run: its file as the table names it, its groups and its own name in one line, and whether it passed. */
export type Ran = { readonly file: string; readonly name: string; readonly passed: boolean };

export type Verdict = {
  readonly requirement: Requirement;
  readonly state: "held" | "broken" | "open" | "not here";
  /** How many tests showed it. */
  readonly tests: number;
  readonly problems: readonly string[];
};

const say = ([file, test]: Proof, what: string): string => `${file}: “${test}” ${what}`;

function judgeProof(
  proof: Proof,
  ran: readonly Ran[],
): { readonly tests: number; readonly problem: string | null } {
  const [file, test] = proof;
  const named = ran.filter((one) => one.file === file && one.name.includes(test));
  if (named.length === 0) return { tests: 0, problem: say(proof, "does not exist or did not run") };
  const failed = named.filter(({ passed }) => !passed);
  return {
    tests: named.length,
    problem:
      failed.length > 0 ? say(proof, `failed or was skipped (${failed.length} of ${named.length})`) : null,
  };
}

/** What held: everything that is named has to exist, to have run and to have passed. */
export function judge(requirement: Requirement, ran: readonly Ran[]): Verdict {
  const { heldBy = [], notHere, open } = requirement;
  if (open !== undefined) return { requirement, state: "open", tests: 0, problems: [] };
  if (notHere !== undefined) return { requirement, state: "not here", tests: 0, problems: [] };
  const judged = heldBy.map((proof) => judgeProof(proof, ran));
  const problems = judged.flatMap(({ problem }) => problem ?? []);
  if (heldBy.length === 0) problems.push("nothing is named that would hold it");
  return {
    requirement,
    state: problems.length > 0 ? "broken" : "held",
    tests: judged.reduce((sum, { tests }) => sum + tests, 0),
    problems,
  };
}

/** Ids that the table lacks, has twice, or does not need. */
export function idProblems(
  requirements: readonly Requirement[],
  required: readonly string[],
): readonly string[] {
  const ids = requirements.map(({ id }) => id);
  return [
    ...required.filter((id) => !ids.includes(id)).map((id) => `${id} is missing`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice`),
    ...ids.filter((id) => !required.includes(id)).map((id) => `${id} is no requirement`),
  ];
}
