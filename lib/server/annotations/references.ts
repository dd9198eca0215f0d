import "server-only";
import type { AnnotationInput } from "@/lib/core/annotations/annotation";
import { Refusal } from "@/lib/core/shared/refusal";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { checkVerdict } from "../review/checks";
import type { LoadedClaim } from "../review/load-facts";

type Given = {
  readonly claim: LoadedClaim;
  readonly input: AnnotationInput;
  /** Where the request holds the annotation. */
  readonly field: string;
};

/**
 * What annotations refer to is there, and what they say can be said.
 * @throws Refusal bad_input (a verdict that is not on the scale, none in what is submitted, an unknown source)
 */
export async function checkReferences(tx: Tx, scope: WorkspaceScope, given: readonly Given[]): Promise<void> {
  for (const { claim, input, field } of given)
    if (input.verdict !== null) checkVerdict(claim, input.verdict, `${field}/verdict`);
  for (const { input, field } of given) if (input.submit) checkSubmitted(input, field);
  const wanted = [...new Set(given.flatMap(({ input }) => input.citations.map(({ sourceId }) => sourceId)))];
  if (wanted.length === 0) return;
  const known = await tx.source.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: wanted } },
    select: { id: true },
  });
  const ids = new Set(known.map(({ id }) => id));
  for (const { input, field } of given) {
    const missing = input.citations.findIndex(({ sourceId }) => !ids.has(sourceId));
    if (missing >= 0)
      throw unknown(`${field}/citations/${missing}/sourceId`, "There is no such source in the library.");
  }
}

/** "No source found" is an answer that others can repeat: it says what was tried, and cites nothing for or against. */
function checkSubmitted(
  { verdict, noSourceFound, citations, searches }: AnnotationInput,
  field: string,
): void {
  if (verdict === null) throw unknown(`${field}/verdict`, "A submitted annotation needs a verdict.");
  if (!noSourceFound) return;
  if (searches.length === 0)
    throw unknown(`${field}/noSourceFound`, "“No source found” needs at least one search in the log.");
  if (citations.some(({ stance }) => stance !== "context"))
    throw unknown(
      `${field}/noSourceFound`,
      "There is a source for or against it; “no source found” cannot stand beside it.",
    );
}

function unknown(field: string, message: string): Refusal {
  return new Refusal("bad_input", message, [{ field, message }]);
}
