import "server-only";
import { Refusal } from "@/lib/core/shared/refusal";
import { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { ReviewRow, VersionRow } from "../annotations/rows";
import type { Tx } from "../db/client";
import { claimFacts, ofClaims, toClaimRow, type StoredClaim } from "../review/facts-rows";
import { toLoaded, type LoadedClaim } from "../review/load-facts";
import type { toScale } from "../workspaces/rows";

export type ShownAnnotation = {
  readonly id: string;
  readonly memberId: string;
  readonly authorName: string;
  readonly content: VersionRow;
  readonly reviews: readonly ReviewRow[];
};

type Shown = {
  readonly scale: Parameters<typeof toScale>[0];
  /** In the order in which they were begun. */
  readonly annotations: readonly ShownAnnotation[];
};

const content = Prisma.sql`json_build_object('verdict', v.verdict, 'rationale', v.rationale, 'confidence', v.confidence,
    'noSourceFound', v.no_source_found,
    'citations', coalesce((
      select json_agg(json_build_object('stance', c.stance, 'quote', c.quote, 'locator', c.locator,
        'accessedOn', c.accessed_on, 'archivedUrl', c.archived_url,
        'source', json_build_object('id', s.id, 'canonicalUrl', s.canonical_url, 'title', s.title,
          'publisher', s.publisher, 'author', s.author, 'publishedOn', s.published_on, 'medium', s.medium),
        'check', (
          select json_build_object('problem', k.problem, 'finding', k.finding, 'foundText', k.found_text,
            'snapshot', (
              select json_build_object('id', p.id, 'url', p.url, 'sha256', p.sha256, 'takenAt', p.taken_at)
              from snapshot p
              where p.workspace_id = k.workspace_id and p.source_id = k.source_id and p.id = k.snapshot_id))
          from citation_check k
          where k.workspace_id = c.workspace_id and k.citation_id = c.id)) order by c.position)
      from citation c
      join source s on s.workspace_id = c.workspace_id and s.id = c.source_id
      where c.workspace_id = v.workspace_id and c.annotation_id = v.annotation_id
        and c.version = v.version), '[]'),
    'searches', coalesce((
      select json_agg(json_build_object('query', e.query, 'place', e.place, 'searchedOn', e.searched_on,
        'sought', e.sought, 'useful', e.useful, 'outcome', e.outcome) order by e.position)
      from search_entry e
      where e.workspace_id = v.workspace_id and e.annotation_id = v.annotation_id
        and e.version = v.version), '[]'))`;

const reviews = Prisma.sql`coalesce((
    select json_agg(json_build_object('id', r.id, 'decision', r.decision, 'reasons', r.reasons,
      'comment', r.comment, 'version', r.version, 'createdAt', r.created_at,
      'reviewer', json_build_object('id', r.reviewer_id, 'user', json_build_object('name', u.name)))
      order by r.created_at)
    from review r
    join member m on m.workspace_id = r.workspace_id and m.id = r.reviewer_id
    join "user" u on u.id = m.user_id
    where r.workspace_id = a.workspace_id and r.annotation_id = a.id), '[]')`;

const annotations = (memberId: string) => Prisma.sql`coalesce((
    select json_agg(json_build_object('id', a.id, 'memberId', a.member_id, 'authorName', author.name,
      'content', ${content},
      'reviews', ${reviews})
      order by a.created_at)
    from annotation a
    join annotation_version v on v.workspace_id = a.workspace_id and v.annotation_id = a.id
      and v.version = case when a.member_id = ${memberId}::uuid then a.version else a.submitted_version end
    join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
    join "user" author on author.id = m.user_id
    where a.workspace_id = c.workspace_id and a.claim_id = c.id), '[]')`;

/**
 * A claim with what can be shown of it beside what decides on it: its scale, and of every annotation the version that the
 * caller would see, with sources and reviews. One statement, so that all of it is of one moment; which of the annotations
 * the caller may see is decided by the facts. @throws Refusal not_found
 */
export async function selectShown(
  tx: Tx,
  { workspaceId, memberId }: WorkspaceScope,
  claimId: string,
): Promise<{ readonly claim: LoadedClaim; readonly shown: Shown }> {
  const [found] = await tx.$queryRaw<{ claim: StoredClaim; shown: Shown }[]>`/* plan: what a claim shows */
    select ${claimFacts} as claim,
      json_build_object(
        'scale', json_build_object('id', s.id, 'key', s.key, 'version', s.version, 'name', s.name,
          'guidelines', s.guidelines, 'options', s.options),
        'annotations', ${annotations(memberId)}) as shown
    ${ofClaims} and c.workspace_id = ${workspaceId}::uuid and c.id = ${claimId}::uuid`;
  if (!found) throw new Refusal("not_found", "There is no such claim here.");
  return { claim: toLoaded(toClaimRow(found.claim)), shown: found.shown };
}
