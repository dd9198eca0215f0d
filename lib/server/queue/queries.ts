import "server-only";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import type { QueueItem } from "@/lib/core/claims/workbench";
import { can } from "@/lib/core/permissions/table";
import { Prisma } from "@/prisma/client/client";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { selectSummaries } from "../claims/rows";
import { db } from "../db/client";

type Candidate = {
  readonly id: string;
  readonly article_id: string;
  readonly title: string;
  readonly policy_id: string;
  readonly reason: QueueItem["reason"];
};

const queueLength = 100;

/** Claims that wait for the caller, most urgent first: asked to change, disputed (for editors), assigned, to review. */
export async function listQueue(
  actor: Actor,
  target: { readonly workspace: string },
): Promise<readonly QueueItem[]> {
  const scope = await authorize(actor, target.workspace, "article.read");
  if (!can(scope.role, "annotation.review")) return [];
  const candidates = await selectCandidates(scope);
  const summaries = await summariesOf(scope, candidates);
  return candidates.flatMap((candidate) => {
    const claim = summaries.get(candidate.id);
    const { article_id: articleId, title: articleTitle, reason } = candidate;
    return claim ? [{ articleId, articleTitle, claim, reason }] : [];
  });
}

/**
 * Under double-blind a claim waits for review only once both annotations are in (its state is in_review by then): that
 * a colleague has submitted the first one must not be told by its turning up here.
 */
async function selectCandidates(scope: WorkspaceScope): Promise<readonly Candidate[]> {
  const adjudicates = can(scope.role, "claim.adjudicate");
  return db().$queryRaw<Candidate[]>`
    select * from (
      select c.id, c.article_id, a.title, p.id as policy_id, c.created_at, c.ordinal,
        case
          when c.state = 'changes_requested' and own.submitted_version is not null then 'changes_requested'
          when c.state = 'disputed' and ${adjudicates} and own.id is null and v.member_id is null then 'disputed'
          when s.id is not null then 'assigned'
          when c.state in ('submitted', 'in_review') and p.kind in ('single', 'panel')
            and own.id is null and v.member_id is null then 'to_review'
          when c.state = 'submitted' and p.kind = 'blind_check' and own.id is null
            and (select count(*) from annotation o
              where o.workspace_id = c.workspace_id and o.claim_id = c.id) < p.annotations then 'to_review'
          when c.state = 'in_review' and p.kind in ('blind_check', 'double_blind') then 'to_review'
        end as reason
      from claim c
      join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null
      join policy p on p.workspace_id = a.workspace_id and p.id = a.policy_id
      left join annotation own
        on own.workspace_id = c.workspace_id and own.claim_id = c.id and own.member_id = ${scope.memberId}::uuid
      left join lateral (
        select member_id from vote
        where workspace_id = c.workspace_id and claim_id = c.id and member_id = ${scope.memberId}::uuid limit 1) v on true
      left join lateral (
        select id from assignment
        where workspace_id = c.workspace_id and claim_id = c.id and member_id = ${scope.memberId}::uuid
          and ended_at is null and (lease_expires_at is null or lease_expires_at > now()) limit 1) s on true
      where c.workspace_id = ${scope.workspaceId}::uuid and c.deleted_at is null
        and (c.state in ('submitted', 'in_review', 'changes_requested', 'disputed') or s.id is not null)
    ) waiting
    where reason is not null
    order by array_position(array['changes_requested', 'disputed', 'assigned', 'to_review'], reason), created_at, ordinal
    limit ${queueLength}`;
}

async function summariesOf(
  scope: WorkspaceScope,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, ClaimSummary>> {
  const found = new Map<string, ClaimSummary>();
  for (const policyId of new Set(candidates.map((candidate) => candidate.policy_id))) {
    const ids = candidates.filter((candidate) => candidate.policy_id === policyId).map(({ id }) => id);
    const policy = await db().policy.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: policyId } },
    });
    const claims = await selectSummaries(db(), scope, policy, Prisma.sql`c.id = any(${ids}::uuid[])`);
    for (const claim of claims) found.set(claim.id, claim);
  }
  return found;
}
