import "server-only";
import type { Colleague } from "@/lib/core/claims/workbench";
import type { Scale } from "@/lib/core/verdicts/scale";
import { scaleOptionsSchema } from "@/lib/core/verdicts/scale-input";
import { handlesOf } from "@/lib/core/notes/handles";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

export async function selectColleagues(
  tx: Tx,
  { workspaceId }: WorkspaceScope,
): Promise<readonly Colleague[]> {
  const rows = await tx.member.findMany({
    where: { workspaceId, removedAt: null },
    select: { id: true, role: true, user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  const handles = handlesOf(rows.map(({ user }) => user));
  return rows.map(({ id, role, user }, at) => ({
    memberId: id,
    name: user.name,
    role,
    handle: handles[at] ?? null,
  }));
}

export function toScale(row: {
  id: string;
  key: string;
  version: number;
  name: string;
  guidelines: string;
  options: unknown;
}): Scale {
  const { id, key, version, name, guidelines } = row;
  return { id, key, version, name, guidelines, options: scaleOptionsSchema.parse(row.options) };
}
