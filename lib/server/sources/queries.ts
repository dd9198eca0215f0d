import "server-only";
import type { Source } from "@/lib/core/sources/source";
import { toSource } from "../annotations/rows";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { pageOf, type Page, type PageRequest } from "../http/page";

/** The library, newest first; `q` looks in title, publisher and address. */
export async function listSources(
  actor: Actor,
  target: { readonly workspace: string },
  { q, ...page }: PageRequest & { readonly q?: string | undefined },
): Promise<Page<Source>> {
  const { workspaceId } = await authorize(actor, target.workspace, "source.read");
  const contains = { contains: q?.replace(/[\\%_]/g, "\\$&") ?? "", mode: "insensitive" } as const;
  const rows = await db().source.findMany({
    where: {
      workspaceId,
      ...(page.cursor ? { id: { lt: page.cursor } } : {}),
      ...(q ? { OR: [{ title: contains }, { publisher: contains }, { canonicalUrl: contains }] } : {}),
    },
    orderBy: { id: "desc" },
    take: page.limit + 1,
  });
  return pageOf(rows, page.limit, toSource);
}
