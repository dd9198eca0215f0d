import "server-only";
import type { Scale } from "@/lib/core/verdicts/scale";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import { toScale } from "../workspaces/rows";

/** The desk's scales as they are now, one a key; options that only older versions had stand behind the others. */
export async function listScales({ workspaceId }: WorkspaceScope): Promise<readonly Scale[]> {
  const rows = await db().scale.findMany({
    where: { workspaceId },
    orderBy: [{ key: "asc" }, { version: "desc" }],
  });
  const scales = new Map<string, Scale>();
  for (const row of rows.map(toScale)) {
    const newer = scales.get(row.key);
    const gone = newer
      ? row.options.filter(({ key }) => !newer.options.some((option) => option.key === key))
      : [];
    scales.set(row.key, newer ? { ...newer, options: [...newer.options, ...gone] } : row);
  }
  return [...scales.values()];
}
