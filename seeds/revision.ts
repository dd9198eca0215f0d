import { createHash } from "node:crypto";
import { segment, SEGMENTER_VERSION } from "@/lib/core/text/segment";
import { db } from "@/lib/server/db/client";
import type { DemoDesk } from "./lightship";

/**
 * A second revision for the demo article, aligned by position: a sentence that stands where one stood before is carried
 * when its words are the same and stale when they are not; the rest is new.
 */
export async function addRevision(desk: DemoDesk, articleId: string, text: string): Promise<void> {
  const { workspaceId, editor } = desk;
  await db().$transaction(async (tx) => {
    const claims = await tx.claim.findMany({
      where: { workspaceId, articleId },
      orderBy: { ordinal: "asc" },
    });
    const first = await tx.revision.findFirstOrThrow({ where: { workspaceId, articleId, number: 1 } });
    const { id: revisionId } = await tx.revision.create({
      data: {
        workspaceId,
        articleId,
        number: 2,
        text,
        sha256: createHash("sha256").update(text, "utf8").digest("hex"),
        segmenterVersion: SEGMENTER_VERSION,
        createdById: editor.memberId,
      },
    });
    for (const [index, { start, end }] of segment(text, { language: "en" }).entries()) {
      const claim = claims[index];
      const words = text.slice(start, end);
      const ordinal = index + 1;
      const place = { ordinal, start, end };
      if (!claim) {
        const scaleId = claims[0]?.scaleId ?? "";
        const data = {
          workspaceId,
          articleId,
          revisionId,
          ...place,
          kind: "sentence" as const,
          text: words,
          scaleId,
        };
        const added = await tx.claim.create({ data, select: { id: true } });
        await tx.claimPlacement.create({
          data: { workspaceId, claimId: added.id, revisionId, ...place, change: "added" },
        });
        continue;
      }
      const change = claim.text === words ? ("carried" as const) : ("changed" as const);
      const before = { ordinal: claim.ordinal, start: claim.start, end: claim.end };
      await tx.claimPlacement.createMany({
        data: [
          { workspaceId, claimId: claim.id, revisionId: first.id, ...before, change: "added" },
          { workspaceId, claimId: claim.id, revisionId, ...place, change },
        ],
      });
      await tx.claim.update({
        where: { workspaceId_id: { workspaceId, id: claim.id } },
        data: {
          revisionId,
          ...place,
          text: words,
          ...(change === "changed" ? { staleAt: new Date(), state: "stale" as const } : {}),
        },
      });
    }
  });
}
