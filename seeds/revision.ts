import { createHash } from "node:crypto";
import { segment, SEGMENTER_VERSION } from "@/lib/core/text/segment";
import { db, type Tx } from "@/lib/server/db/client";
import type { Claim } from "@/prisma/client/client";
import type { DemoDesk } from "./factories";

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
    for (const [index, span] of segment(text, { language: "en" }).entries()) {
      const at = { workspaceId, articleId, revisionId, ordinal: index + 1, ...span };
      const words = text.slice(span.start, span.end);
      const claim = claims[index];
      if (claim) await carry(tx, claim, first.id, at, words);
      else await add(tx, at, words, claims[0]?.scaleId ?? "");
    }
  });
}

type Place = {
  readonly workspaceId: string;
  readonly articleId: string;
  readonly revisionId: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
};

async function add(tx: Tx, at: Place, words: string, scaleId: string): Promise<void> {
  const { articleId: _, ...place } = at;
  const claim = await tx.claim.create({
    data: { ...at, kind: "sentence", text: words, scaleId },
    select: { id: true },
  });
  await tx.claimPlacement.create({ data: { ...place, claimId: claim.id, change: "added" } });
}

async function carry(tx: Tx, claim: Claim, firstRevisionId: string, at: Place, words: string): Promise<void> {
  const { articleId: _, ...place } = at;
  const change = claim.text === words ? "carried" : "changed";
  const { workspaceId, id: claimId, ordinal, start, end } = claim;
  await tx.claimPlacement.createMany({
    data: [
      { workspaceId, claimId, revisionId: firstRevisionId, ordinal, start, end, change: "added" },
      { ...place, claimId, change },
    ],
  });
  const staleness = change === "changed" ? { staleAt: new Date(), state: "stale" as const } : {};
  await tx.claim.update({
    where: { workspaceId_id: { workspaceId, id: claimId } },
    data: {
      revisionId: at.revisionId,
      ordinal: at.ordinal,
      start: at.start,
      end: at.end,
      text: words,
      ...staleness,
    },
  });
}
