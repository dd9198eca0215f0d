import "server-only";
import { canonicalUrl, type Source, type SourceInput } from "@/lib/core/sources/source";
import { present } from "@/lib/core/shared/assert";
import { toSource } from "../annotations/rows";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { transact } from "../db/transaction";
import { record } from "../events/record";

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
