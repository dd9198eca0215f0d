import "server-only";
import type { Prisma } from "@/prisma/client/client";
import { db } from "../db/client";
import { recordAll } from "../events/record";

const atOnce = 200;

/**
 * Ends the assignments whose lease has run out at `now`, and those of members who have left. A place is free from the
 * moment the time is over, whether this has run or not: it clears up and tells. @returns how many came back
 */
export async function returnAbandonedWork(now: Date): Promise<number> {
  const left: Prisma.AssignmentWhereInput = { member: { removedAt: { not: null } } };
  const where = { endedAt: null, OR: [{ leaseExpiresAt: { lte: now } }, left] };
  let returned = 0;
  for (;;) {
    const found = await db().assignment.findMany({
      where,
      orderBy: { leaseExpiresAt: "asc" },
      take: atOnce,
      include: { claim: { select: { articleId: true } } },
    });
    for (const work of found) if (await returnOne(work, where, now)) returned += 1;
    if (found.length < atOnce) return returned;
  }
}

type Abandoned = Prisma.AssignmentGetPayload<{ include: { claim: { select: { articleId: true } } } }>;

/** By compare-and-set: whoever shows a sign of work, or hands in, at the same moment, wins. */
async function returnOne(work: Abandoned, where: Prisma.AssignmentWhereInput, now: Date): Promise<boolean> {
  const { workspaceId, memberId, claimId, kind } = work;
  return db().$transaction(async (tx) => {
    const ended = await tx.assignment.updateMany({
      where: { ...where, workspaceId, id: work.id },
      data: { endedAt: now, outcome: "lapsed" },
    });
    if (ended.count === 0) return false;
    const at = { entityId: claimId, claimId, articleId: work.claim.articleId };
    const doer = { workspaceId, memberId, requestId: null };
    await recordAll(tx, doer, [{ type: "assignment.lapsed", payload: { kind }, ...at }]);
    return true;
  });
}
