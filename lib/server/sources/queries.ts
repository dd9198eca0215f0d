import "server-only";
import { z } from "zod";
import { keepProblems } from "@/lib/core/sources/citation-check";
import { publicationSchema, type Lookup } from "@/lib/core/sources/publication";
import { canonicalUrl, type Source } from "@/lib/core/sources/source";
import type { SourceDetail, SourceUse } from "@/lib/core/sources/source-detail";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Prisma } from "@/prisma/client/client";
import { toSource } from "../annotations/rows";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { db } from "../db/client";
import { literalLike } from "../db/literal-like";
import { selectUses } from "./uses";
import { readSourceJob, stepOf } from "./watched-job";
import { pageOf, type Page, type PageRequest } from "../http/page";

/** The library, newest first; `q` looks in title, publisher and address. */
export async function listSources(
  actor: Actor,
  target: { readonly workspace: string },
  { q, ...page }: PageRequest & { readonly q?: string | undefined },
): Promise<Page<Source>> {
  const { workspaceId } = await authorize(actor, target.workspace, "source.read");
  const contains = { contains: literalLike(q ?? ""), mode: "insensitive" } as const;
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

/** A publication, its snapshots, and every claim that cites it, as far as the caller may know. @throws Refusal not_found */
export async function getSource(
  actor: Actor,
  target: { readonly workspace: string; readonly sourceId: string },
): Promise<SourceDetail> {
  const scope = await authorize(actor, target.workspace, "source.read");
  const { workspaceId } = scope;
  const row = await db().source.findUnique({
    where: { workspaceId_id: { workspaceId, id: target.sourceId } },
  });
  if (!row) throw new Refusal("not_found", "There is no such source here.");
  const uses = await selectUses(scope, row.id);
  const snapshots = await db().snapshot.findMany({
    where: { ...visibleSnapshots(scope, row.id, uses) },
    orderBy: { id: "desc" },
    select: { id: true, url: true, sha256: true, takenAt: true },
  });
  return {
    source: toSource(row),
    snapshots: snapshots.map((mark) => ({ ...mark, takenAt: mark.takenAt.toISOString() })),
    uses,
  };
}

/** The library's, one's own, and those of citations that lie open: another would tell that somebody has cited the page. */
function visibleSnapshots(
  { workspaceId, memberId }: WorkspaceScope,
  sourceId: string,
  uses: readonly SourceUse[],
): Prisma.SnapshotWhereInput {
  const cited = uses.flatMap(({ check }) => check?.snapshot?.id ?? []);
  return {
    workspaceId,
    sourceId,
    OR: [{ forCitation: false }, { takenById: memberId }, { id: { in: cited } }],
  };
}

/** The text of a snapshot, which its hash can be computed from again. @throws Refusal not_found */
export async function getSnapshotText(
  actor: Actor,
  target: { readonly workspace: string; readonly sourceId: string; readonly snapshotId: string },
): Promise<{ readonly text: string; readonly sha256: string }> {
  const scope = await authorize(actor, target.workspace, "source.read");
  const uses = await selectUses(scope, target.sourceId);
  const found = await db().snapshot.findFirst({
    where: { ...visibleSnapshots(scope, target.sourceId, uses), id: target.snapshotId },
    select: { text: true, sha256: true },
  });
  if (!found) throw new Refusal("not_found", "There is no such snapshot here.");
  return found;
}
