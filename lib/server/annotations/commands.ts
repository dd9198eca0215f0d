import "server-only";
import type { AnnotationInput, ManyAnnotations, ManySaved } from "@/lib/core/annotations/annotation";
import type { ClaimState } from "@/lib/core/claims/claim";
import type { ClaimDetail } from "@/lib/core/claims/detail";
import { withDraft } from "@/lib/core/review/drafts";
import { isLegal } from "@/lib/core/review/steps";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { completeWork, keepPlaces } from "../assignments/places";
import { authorize } from "../auth/authorize";
import { readDetail } from "../claims/queries";
import { db, type Tx } from "../db/client";
import { newId } from "../db/new-id";
import { transact, transactOn } from "../db/transaction";
import { viewerOf } from "../review/checks";
import { loadClaims, lockClaim, lockClaims, type LoadedClaim } from "../review/load-facts";
import { settleLoaded } from "../review/settle";
import { checkReferences } from "./references";
import { writeVersions, type NextVersion } from "./write";

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
  return saveWithin(await authorize(actor, target.workspace, "annotation.write"), target, input);
}

/**
 * The same, with what the saver may see of the claim now: the state that the transaction saw may still be hidden from
 * them. Whoever may annotate may read.
 */
export async function saveAndShow(
  actor: Actor,
  target: Target,
  input: AnnotationInput,
): Promise<SaveOutcome & { readonly claim: ClaimDetail }> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  const result = await saveWithin(scope, target, input);
  return { ...result, claim: await readDetail(db(), scope, target.claimId) };
}

function saveWithin(scope: WorkspaceScope, target: Target, input: AnnotationInput): Promise<SaveOutcome> {
  return transactOn(scope, {
    prepare: (tx) => lockClaim(tx, scope, target.claimId),
    run: async (tx, claim): Promise<SaveOutcome> => {
      if (!mayAnnotate(scope, claim)) throw new Refusal("conflict", annotateRefusal(claim));
      const own = ownOn(scope, claim);
      if (own.version !== target.baseVersion) return { outcome: "stale", version: own.version };
      await checkReferences(tx, scope, [{ claim, input, field: "" }]);
      const states = await save(tx, scope, [{ claim, input, ...own }]);
      const state = present(states.get(target.claimId), "a claim that was settled has a state");
      return { outcome: "saved", version: own.version + 1, state };
    },
  });
}

/**
 * Saves the caller's own annotations on many claims in one transaction: what can be saved is, and the rest is told
 * apart. Nothing is written over what was saved elsewhere since the version that an annotation was written on.
 * @throws Refusal not_found when one of the claims is not here, forbidden, bad_input
 */
export async function saveAnnotations(
  actor: Actor,
  target: { readonly workspace: string },
  { annotations }: ManyAnnotations,
): Promise<ManySaved> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  return transact(scope, async (tx) => {
    const claims = await lockClaims(
      tx,
      scope,
      annotations.map(({ claimId }) => claimId),
    );
    const asked = annotations.map(({ claimId, version: base, annotation: input }, at) => {
      const claim = present(claims[at], "claims are loaded in the order asked for");
      const own = ownOn(scope, claim);
      const field = `/annotations/${at}/annotation`;
      return { claimId, claim, input, field, ...own, refusal: refusalOf(scope, claim, own.version !== base) };
    });
    await checkReferences(tx, scope, asked);
    const taken = asked.filter(({ refusal }) => refusal === null);
    if (taken.length > 0) await save(tx, scope, taken);
    return {
      saved: taken.map(({ claimId, version }) => ({ claimId, version: version + 1 })),
      refused: asked.flatMap(({ claimId, refusal: reason }) => (reason ? [{ claimId, reason }] : [])),
    };
  });
}

type Refused = ManySaved["refused"][number]["reason"];

function refusalOf(scope: WorkspaceScope, claim: LoadedClaim, isStale: boolean): Refused | null {
  if (!mayAnnotate(scope, claim)) return "not_possible";
  return isStale ? "stale" : null;
}

function mayAnnotate(scope: WorkspaceScope, { facts }: LoadedClaim): boolean {
  return isLegal(facts, viewerOf(scope), { kind: "annotate" });
}

function annotateRefusal(claim: LoadedClaim): string {
  return claim.facts.disposition === "to_check"
    ? "This claim already has the annotations that its policy asks for."
    : "This claim is disposed: it is not to be checked.";
}

/** The caller's annotation on a claim as it stands; with a new id and the version 0 where there is none. */
function ownOn(scope: WorkspaceScope, { facts }: LoadedClaim): Pick<NextVersion, "id" | "version"> {
  const own = facts.annotations.find(({ memberId }) => memberId === scope.memberId);
  return { id: own?.id ?? newId(), version: own?.version ?? 0 };
}

/** Writes the next versions, with everything that comes about together with them. @returns the claims' states */
async function save(
  tx: Tx,
  scope: WorkspaceScope,
  annotations: readonly NextVersion[],
): Promise<ReadonlyMap<string, ClaimState>> {
  await writeVersions(tx, scope, annotations);
  const submitted = annotations.filter(({ input }) => input.submit);
  if (submitted.length > 0) await completeWork(tx, scope, idsOf(submitted), "annotate");
  const kept = annotations.filter(({ input }) => !input.submit);
  await keepPlaces(
    tx,
    scope,
    kept.map(({ claim }) => claim),
  );
  const drafted = kept.map(({ claim, id, version }) => {
    const draft = { id, memberId: scope.memberId, version: version + 1 };
    return { ...claim, facts: withDraft(claim.facts, draft) };
  });
  const changed = submitted.length > 0 ? await loadClaims(tx, scope, idsOf(submitted)) : [];
  return settleLoaded(tx, scope, [...changed, ...drafted]);
}

const idsOf = (annotations: readonly NextVersion[]) => annotations.map(({ claim }) => claim.row.id);
