import "server-only";
import { readReference } from "@/lib/core/sources/publication";
import { canonicalUrl, type Source, type SourceInput } from "@/lib/core/sources/source";
import { present } from "@/lib/core/shared/assert";
import { Refusal } from "@/lib/core/shared/refusal";
import { toSource } from "../annotations/rows";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { record } from "../events/record";
import { enqueue } from "../jobs/enqueue";
import { startSourceJob } from "./watched-job";

export type AddOutcome = { readonly outcome: "added" | "known"; readonly source: Source };

/** Adds a publication to the library; one whose canonical address the desk already has is returned as it is. */
export async function addSource(
  actor: Actor,
  target: { readonly workspace: string },
  input: SourceInput,
): Promise<AddOutcome> {
  const scope = await authorize(actor, target.workspace, "source.write");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx): Promise<AddOutcome> => {
    const address = input.url ? canonicalUrl(input.url) : null;
    const [added] = await tx.source.createManyAndReturn({
      data: [
        {
          workspaceId,
          canonicalUrl: address,
          title: input.title,
          publisher: input.publisher ?? null,
          author: input.author ?? null,
          publishedOn: input.publishedOn ?? null,
          medium: input.medium,
          createdById: memberId,
        },
      ],
      skipDuplicates: true,
    });
    if (!added) {
      const known = await tx.source.findFirst({ where: { workspaceId, canonicalUrl: address } });
      return {
        outcome: "known",
        source: toSource(present(known, "the source that stood in the way exists")),
      };
    }
    await record(tx, scope, { type: "source.added", payload: { title: added.title }, entityId: added.id });
    return { outcome: "added", source: toSource(added) };
  });
}

/**
 * Finds out in the background what is at an address or behind a DOI. Nothing is added: a person looks at it first.
 * @throws Refusal not_found, forbidden, bad_input (neither an address nor a DOI), too_many
 */
export async function startLookup(
  actor: Actor,
  target: { readonly workspace: string },
  { reference }: { readonly reference: string },
): Promise<{ readonly jobId: string }> {
  const scope = await authorize(actor, target.workspace, "source.write");
  if (!readReference(reference)) {
    const message = "must be an http or https address without credentials, or a DOI";
    throw new Refusal("bad_input", "This is neither a web address nor a DOI.", [
      { field: "/reference", message },
    ]);
  }
  return transact(scope, (tx) => startSourceJob(tx, scope, "source.look_up", { reference }));
}

/** Takes a snapshot of a source for the library. @throws Refusal not_found, forbidden, conflict (nothing to fetch), too_many */
export async function takeSnapshot(
  actor: Actor,
  target: { readonly workspace: string; readonly sourceId: string },
): Promise<{ readonly jobId: string }> {
  const scope = await authorize(actor, target.workspace, "source.write");
  return transact(scope, async (tx) => {
    const source = await tx.source.findUnique({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: target.sourceId } },
      select: { canonicalUrl: true },
    });
    if (!source) throw new Refusal("not_found", "There is no such source here.");
    if (source.canonicalUrl === null) {
      throw new Refusal("conflict", "This source has no address, so that there is no page to keep.");
    }
    return startSourceJob(tx, scope, "source.keep", { sourceId: target.sourceId });
  });
}

/**
 * Tries once more to keep the pages that the caller's own annotation cites and that could not be kept before. Asking
 * twice is asking once.
 * @throws Refusal not_found (claim, or nothing written on it), forbidden
 */
export async function keepEvidenceAgain(
  actor: Actor,
  target: { readonly workspace: string; readonly claimId: string },
): Promise<{ readonly annotationId: string; readonly pages: number }> {
  const scope = await authorize(actor, target.workspace, "annotation.write");
  const { workspaceId, memberId } = scope;
  return transact(scope, async (tx) => {
    const annotation = await tx.annotation.findUnique({
      where: { workspaceId_claimId_memberId: { workspaceId, claimId: target.claimId, memberId } },
      select: { id: true, version: true },
    });
    if (!annotation) throw new Refusal("not_found", "You have no annotation of this claim.");
    const { id: annotationId, version } = annotation;
    const { count } = await tx.citationCheck.deleteMany({
      where: { workspaceId, problem: { not: null }, citation: { annotationId, version } },
    });
    if (count > 0)
      await enqueue(tx, "evidence.keep", { workspaceId, annotationId }, { key: `evidence ${annotationId}` });
    return { annotationId, pages: count };
  });
}
