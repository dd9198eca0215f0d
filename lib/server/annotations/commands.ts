import "server-only";
import type { AnnotationInput } from "@/lib/core/annotations/annotation";
import type { ClaimState } from "@/lib/core/claims/claim";
import { endsStaleness } from "@/lib/core/review/staleness";
import { isLegal } from "@/lib/core/review/steps";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { completeWork, keepPlace } from "../assignments/places";
import { authorize } from "../auth/authorize";
import type { Tx } from "../db/client";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { checkVerdict, viewerOf } from "../review/checks";
import { lockClaim, type LoadedClaim } from "../review/load-facts";
import { settle } from "../review/settle";
import { carryChecks } from "../sources/carry-checks";

type Target = { readonly workspace: string; readonly claimId: string; readonly baseVersion: number };

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly version: number; readonly state: ClaimState }
  | { readonly outcome: "stale"; readonly version: number };

/**
 * Saves the caller's own annotation as a new version on top of `baseVersion` (0 = the first). Somebody who started
 * from an older version gets `stale` and nothing is written.
 * @throws Refusal not_found, forbidden, bad_input (unknown verdict or source), conflict (the claim takes no annotation)
 */
export async function saveAnnotation(
  actor: Actor,
  target: Target,
  input: AnnotationInput,
): Promise<SaveOutcome> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  return transact(scope, async (tx): Promise<SaveOutcome> => {
    const claim = await lockClaim(tx, scope, target.claimId);
    if (!isLegal(claim.facts, viewerOf(scope), { kind: "annotate" })) {
      throw new Refusal("conflict", annotateRefusal(claim));
    }
    const own = claim.facts.annotations.find((annotation) => annotation.memberId === scope.memberId) ?? null;
    const current = own?.version ?? 0;
    if (current !== target.baseVersion) return { outcome: "stale", version: current };
    await checkReferences(tx, scope, claim, input);
    await writeNext(tx, scope, claim, own?.id ?? null, current + 1, input);
    if (input.submit) await completeWork(tx, scope, [target.claimId], "annotate");
    else await keepPlace(tx, scope, claim);
    return { outcome: "saved", version: current + 1, state: await settle(tx, scope, target.claimId) };
  });
}

/** The next version, with everything that has to come about together with it. */
async function writeNext(
  tx: Tx,
  scope: WorkspaceScope,
  claim: LoadedClaim,
  id: string | null,
  version: number,
  input: AnnotationInput,
): Promise<void> {
  const annotationId = await advance(tx, scope, claim, id, version, input);
  await writeVersion(tx, scope, annotationId, version, input);
  if (input.submit && endsStaleness(claim.facts, scope.memberId))
    await judgeAnew(tx, scope, claim, annotationId);
  await record(tx, scope, {
    type: input.submit ? "annotation.submitted" : "annotation.saved",
    payload: { annotationId, version },
    entityId: annotationId,
    articleId: claim.row.articleId,
    claimId: claim.row.id,
  });
}

function annotateRefusal(claim: LoadedClaim): string {
  return claim.facts.disposition === "to_check"
    ? "This claim already has the annotations that its policy asks for."
    : "This claim is disposed: it is not to be checked.";
}

async function checkReferences(
  tx: Tx,
  scope: WorkspaceScope,
  claim: LoadedClaim,
  input: AnnotationInput,
): Promise<void> {
  if (input.verdict !== null) await checkVerdict(tx, scope, claim, input.verdict);
  if (input.submit && input.verdict === null)
    throw unknown("/verdict", "A submitted annotation needs a verdict.");
  if (input.submit) checkAnswer(input);
  const wanted = [...new Set(input.citations.map((citation) => citation.sourceId))];
  const known = await tx.source.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: wanted } },
    select: { id: true },
  });
  const missing = input.citations.findIndex(({ sourceId }) => !known.some(({ id }) => id === sourceId));
  if (missing >= 0)
    throw unknown(`/citations/${missing}/sourceId`, "There is no such source in the library.");
}

/** "No source found" is an answer that others can repeat: it says what was tried, and cites nothing for or against. */
function checkAnswer({ noSourceFound, citations, searches }: AnnotationInput): void {
  if (!noSourceFound) return;
  if (searches.length === 0)
    throw unknown("/noSourceFound", "“No source found” needs at least one search in the log.");
  if (citations.some(({ stance }) => stance !== "context"))
    throw unknown(
      "/noSourceFound",
      "There is a source for or against it; “no source found” cannot stand beside it.",
    );
}

function unknown(field: string, message: string): Refusal {
  return new Refusal("bad_input", message, [{ field, message }]);
}

/** Moves the annotation to its next version by compare-and-set; the unique key refuses a second first version. */
async function advance(
  tx: Tx,
  scope: WorkspaceScope,
  claim: LoadedClaim,
  id: string | null,
  version: number,
  input: AnnotationInput,
): Promise<string> {
  const { workspaceId, memberId } = scope;
  const submission = input.submit ? { submittedVersion: version } : {};
  if (id === null) {
    const data = { workspaceId, claimId: claim.row.id, memberId, version, ...submission };
    return (await tx.annotation.create({ data, select: { id: true } })).id;
  }
  const moved = await tx.annotation.updateMany({
    where: { workspaceId, id, version: version - 1 },
    data: { version, ...submission },
  });
  if (moved.count === 0)
    throw new Refusal("conflict", "The annotation was saved elsewhere at the same moment.");
  return id;
}

/**
 * The changed words are judged: the claim is on its path again with what was submitted on them. What was ruled and
 * submitted on the words before stays on record, and counts no more.
 */
async function judgeAnew(
  tx: Tx,
  scope: WorkspaceScope,
  { row: { id: claimId }, facts: { policy } }: LoadedClaim,
  annotationId: string,
): Promise<void> {
  const { workspaceId } = scope;
  await tx.claim.update({
    where: { workspaceId_id: { workspaceId, id: claimId } },
    data: { staleAt: null, judgedText: null },
  });
  if (policy.kind === "double_blind") {
    await tx.annotation.updateMany({ where: { workspaceId, claimId }, data: { setAsideVersion: null } });
  } else {
    await tx.annotation.updateMany({
      where: { workspaceId, claimId, id: { not: annotationId } },
      data: { submittedVersion: null },
    });
  }
  await tx.ruling.updateMany({
    where: { workspaceId, claimId, supersededAt: null },
    data: { supersededAt: new Date() },
  });
}

async function writeVersion(
  tx: Tx,
  scope: WorkspaceScope,
  annotationId: string,
  version: number,
  input: AnnotationInput,
): Promise<void> {
  const at = { workspaceId: scope.workspaceId, annotationId, version };
  await tx.annotationVersion.create({
    data: {
      ...at,
      baseVersion: version - 1,
      verdict: input.verdict,
      rationale: input.rationale,
      confidence: input.confidence ?? null,
      noSourceFound: input.noSourceFound,
      submitted: input.submit,
    },
  });
  if (input.citations.length > 0) {
    await tx.citation.createMany({
      data: input.citations.map((citation, position) => ({
        ...at,
        position,
        sourceId: citation.sourceId,
        stance: citation.stance,
        quote: citation.quote,
        locator: citation.locator ?? null,
        accessedOn: citation.accessedOn ?? null,
        archivedUrl: citation.archivedUrl ?? null,
      })),
    });
  }
  if (input.citations.length > 0) await carryChecks(tx, at);
  if (input.searches.length > 0) {
    await tx.searchEntry.createMany({
      data: input.searches.map(({ query, place, searchedOn, sought, useful, outcome }, position) => ({
        ...at,
        position,
        query,
        place,
        searchedOn: searchedOn ?? null,
        sought: sought ?? null,
        useful: useful ?? false,
        outcome,
      })),
    });
  }
}
