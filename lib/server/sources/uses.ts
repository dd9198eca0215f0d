import "server-only";
import type { SourceUse } from "@/lib/core/sources/source-detail";
import { sightOf, type Sight } from "@/lib/core/review/visibility";
import type { Prisma } from "@/prisma/client/client";
import { toContent, versionInclude } from "../annotations/rows";
import type { WorkspaceScope } from "../auth/actor";
import { db } from "../db/client";
import { viewerOf } from "../review/checks";
import { findClaims } from "../review/load-facts";

/** More claims than this cite hardly any source; the newest are shown. */
const mostAnnotations = 500;

const annotationInclude = {
  member: { select: { id: true, user: { select: { name: true } } } },
  claim: { select: { id: true, ordinal: true, text: true, article: { select: { id: true, title: true } } } },
} as const satisfies Prisma.AnnotationInclude;

type AnnotationRow = Prisma.AnnotationGetPayload<{ include: typeof annotationInclude }>;

/**
 * Every use of a source that the caller may see: of their own annotations as they stand, of colleagues' as submitted,
 * and of those only what the policy of the claim shows at this moment.
 */
export async function selectUses(scope: WorkspaceScope, sourceId: string): Promise<readonly SourceUse[]> {
  const { workspaceId, memberId } = scope;
  const annotations = await db().annotation.findMany({
    where: { workspaceId, versions: { some: { citations: { some: { sourceId } } } } },
    orderBy: { id: "desc" },
    take: mostAnnotations,
    include: annotationInclude,
  });
  const claims = await findClaims(db(), scope, [...new Set(annotations.map(({ claimId }) => claimId))]);
  const seen = annotations.flatMap((row) => {
    const facts = claims.get(row.claimId)?.facts;
    const own = facts?.annotations.find(({ id }) => id === row.id);
    if (!facts || !own) return [];
    const sight = sightOf(facts, own, viewerOf(scope));
    const version = row.memberId === memberId ? own.version : own.submittedVersion;
    return sight === "nothing" || version === null ? [] : [{ row, sight, version }];
  });
  const versions = await db().annotationVersion.findMany({
    where: { workspaceId, OR: seen.map(({ row, version }) => ({ annotationId: row.id, version })) },
    include: versionInclude,
  });
  const uses = seen.flatMap(({ row, sight }) => {
    const version = versions.find(({ annotationId }) => annotationId === row.id);
    const citations = version ? toContent(version).citations : [];
    return citations
      .filter(({ source }) => source.id === sourceId)
      .map((citation) => toUse(row, sight, citation));
  });
  // An order of their own, which tells of no writing.
  return uses.toSorted(
    (a, b) =>
      a.article.title.localeCompare(b.article.title, "en") ||
      a.claim.ordinal - b.claim.ordinal ||
      a.quote.localeCompare(b.quote, "en"),
  );
}

function toUse(
  { claim, member }: AnnotationRow,
  sight: Sight,
  { stance, quote, locator, check }: ReturnType<typeof toContent>["citations"][number],
): SourceUse {
  const { article, ...rest } = claim;
  const isOpen = sight === "full";
  return {
    claim: rest,
    article,
    stance: isOpen ? stance : null,
    author: isOpen ? { memberId: member.id, name: member.user.name } : null,
    quote,
    locator,
    check,
  };
}
