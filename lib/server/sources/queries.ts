import "server-only";
import { z } from "zod";
import { keepProblems } from "@/lib/core/sources/citation-check";
import { publicationSchema, type Lookup } from "@/lib/core/sources/publication";
import { canonicalUrl, type Source } from "@/lib/core/sources/source";
import { toSource } from "../annotations/rows";
import type { Actor } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { readSourceJob, stepOf } from "./watched-job";
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

const problemSchema = z.enum(Object.keys(keepProblems) as [keyof typeof keepProblems]);
const lookupResult = z.object({ found: publicationSchema.optional(), problem: problemSchema.optional() });

/** How far one's own look-up is. @throws Refusal not_found (also for a colleague's), forbidden */
export async function getLookup(
  actor: Actor,
  target: { readonly workspace: string; readonly jobId: string },
): Promise<Lookup> {
  const scope = await authorize(actor, target.workspace, "source.write");
  const job = await readSourceJob(scope, target.jobId, "source.look_up");
  const { found = null, problem } = lookupResult.parse(job.result);
  const address = found?.url ? canonicalUrl(found.url) : null;
  const known = address
    ? await db().source.findFirst({ where: { workspaceId: scope.workspaceId, canonicalUrl: address } })
    : null;
  return {
    id: job.id,
    step: stepOf(job),
    found,
    known: known ? toSource(known) : null,
    problem: problem ? keepProblems[problem] : null,
  };
}
