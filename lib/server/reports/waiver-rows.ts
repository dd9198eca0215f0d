import "server-only";
import { gateChecks, type GateCheck, type StandingWaiver } from "@/lib/core/report/gate";
import { waivedClaimsSchema, type Waiver } from "@/lib/core/report/waiver";
import type { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

const person = { select: { id: true, user: { select: { name: true } } } } as const;
const waiverInclude = { askedBy: person, confirmedBy: person } as const satisfies Prisma.GateWaiverInclude;
type WaiverRow = Prisma.GateWaiverGetPayload<{ include: typeof waiverInclude }>;

/** The waivers that somebody else than who asked for them has confirmed. */
export async function listStandingWaivers(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  articleId: string,
): Promise<readonly StandingWaiver[]> {
  const rows = await tx.gateWaiver.findMany({
    where: { workspaceId, articleId, confirmedAt: { not: null } },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ id, check, claims }) => {
    const known = toCheck(check);
    return known ? [{ id, check: known, claims: waivedClaimsSchema.parse(claims) }] : [];
  });
}

/** Waivers that were asked for and not taken back, the oldest first. */
export async function listWaivers(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
  articleId: string,
): Promise<readonly Waiver[]> {
  const rows = await tx.gateWaiver.findMany({
    where: { workspaceId, articleId, withdrawnAt: null },
    include: waiverInclude,
    orderBy: { id: "asc" },
  });
  return rows.flatMap((row) => toWaiver(row) ?? []);
}

function toWaiver(row: WaiverRow): Waiver | null {
  const check = toCheck(row.check);
  if (!check) return null;
  return {
    id: row.id,
    check,
    claims: waivedClaimsSchema.parse(row.claims),
    reason: row.reason,
    askedBy: toPerson(row.askedBy),
    askedAt: row.askedAt.toISOString(),
    confirmedBy: row.confirmedBy ? toPerson(row.confirmedBy) : null,
  };
}

function toPerson({ id, user }: WaiverRow["askedBy"]) {
  return { memberId: id, name: user.name };
}

/** A check that an older program knew waives nothing any more. */
function toCheck(check: string): GateCheck | null {
  return gateChecks.find((one) => one === check) ?? null;
}
