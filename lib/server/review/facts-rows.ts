import "server-only";
import type { AssignmentOutcome } from "@/lib/core/assignments/visibility";
import type { AssignmentKind } from "@/lib/core/assignments/assignment";
import type { ClaimKind, ClaimState, Disposition } from "@/lib/core/claims/claim";
import type { AnnotationFacts, RulingMethod, VoteFacts } from "@/lib/core/review/facts";
import type { Policy } from "@/lib/core/review/policy";
import { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";

/** A claim with everything that hangs on it and decides; times are as PostgreSQL writes them in JSON. */
export type StoredClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly revisionId: string;
  readonly scaleId: string;
  readonly ordinal: number;
  readonly kind: ClaimKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly wording: string | null;
  readonly disposition: Disposition;
  readonly dispositionReason: string | null;
  readonly state: ClaimState;
  readonly stale: boolean;
  readonly version: number;
  readonly speaker: string | null;
  readonly saidOn: string | null;
  readonly saidAt: string | null;
  readonly policy: Policy;
  /** The verdicts on its scale. */
  readonly verdicts: readonly string[];
  /** Whether anybody has written a note on it. */
  readonly noted: boolean;
  /** In the order in which they were begun, each with the verdict of its newest submitted version. */
  readonly annotations: readonly AnnotationFacts[];
  /** Of members who have not left. */
  readonly assignments: readonly Work<string>[];
  /** Of every round. */
  readonly votes: readonly (VoteFacts & { readonly round: number })[];
  readonly ruling: StandingRuling | null;
};

type Work<Time> = {
  readonly id: string;
  readonly memberId: string;
  readonly kind: AssignmentKind;
  readonly assignedById: string;
  readonly dueAt: Time | null;
  readonly leaseExpiresAt: Time | null;
  readonly outcome: AssignmentOutcome | null;
};

type StandingRuling = {
  readonly number: number;
  readonly verdict: string;
  readonly rationale: string;
  readonly method: RulingMethod;
  readonly decidedById: string;
  readonly createdAt: string;
  readonly published: boolean;
  readonly dissent: readonly { readonly memberId: string; readonly verdict: string }[];
  readonly basis: readonly { readonly annotationId: string; readonly version: number }[];
};

export type ClaimRow = Omit<StoredClaim, "assignments"> & { readonly assignments: readonly Work<Date>[] };

const annotations = Prisma.sql`coalesce((
    select json_agg(json_build_object('id', a.id, 'memberId', a.member_id, 'version', a.version,
      'submittedVersion', a.submitted_version,
      'submittedVerdict', (select v.verdict from annotation_version v
        where v.workspace_id = a.workspace_id and v.annotation_id = a.id and v.submitted
          -- A submission on words that have changed since is taken back: its verdict counts no more.
          and a.submitted_version is not null
        order by v.version desc limit 1),
      'reviews', coalesce((
        select json_agg(json_build_object('reviewerId', e.reviewer_id, 'decision', e.decision,
          'version', e.version) order by e.created_at)
        from review e
        where e.workspace_id = a.workspace_id and e.annotation_id = a.id), '[]'))
      order by a.created_at)
    from annotation a
    where a.workspace_id = c.workspace_id and a.claim_id = c.id), '[]')`;

const ruling = Prisma.sql`(
    select json_build_object('number', r.number, 'verdict', r.verdict, 'rationale', r.rationale,
      'method', r.method, 'decidedById', r.decided_by_id, 'createdAt', r.created_at,
      'published', r.published_at is not null, 'dissent', r.dissent,
      'basis', coalesce((
        select json_agg(json_build_object('annotationId', b.annotation_id, 'version', b.version))
        from ruling_basis b
        where b.workspace_id = r.workspace_id and b.ruling_id = r.id), '[]'))
    from ruling r
    where r.workspace_id = c.workspace_id and r.claim_id = c.id and r.superseded_at is null
    limit 1)`;

/** Everything that decides on a claim, as one value of JSON, of rows of `ofClaims`. */
export const claimFacts = Prisma.sql`json_build_object(
    'id', c.id, 'articleId', c.article_id, 'revisionId', c.revision_id, 'scaleId', c.scale_id,
    'ordinal', c.ordinal, 'kind', c.kind, 'start', c.start, 'end', c."end", 'text', c.text, 'wording', c.wording,
    'disposition', c.disposition, 'dispositionReason', c.disposition_reason, 'state', c.state,
    'stale', c.stale_at is not null, 'version', c.version,
    'speaker', c.speaker, 'saidOn', c.said_on, 'saidAt', c.said_at,
    'policy', json_build_object('kind', p.kind, 'annotations', p.annotations, 'quorum', p.quorum,
      'panelSize', p.panel_size),
    'verdicts', (select json_agg(option -> 'key') from jsonb_array_elements(s.options) option),
    'noted', exists (select from note n where n.workspace_id = c.workspace_id and n.claim_id = c.id),
    'annotations', ${annotations},
    'assignments', coalesce((
      select json_agg(json_build_object('id', w.id, 'memberId', w.member_id, 'kind', w.kind,
        'assignedById', w.assigned_by_id, 'dueAt', w.due_at, 'leaseExpiresAt', w.lease_expires_at,
        'outcome', w.outcome))
      from assignment w
      join member m on m.workspace_id = w.workspace_id and m.id = w.member_id and m.removed_at is null
      where w.workspace_id = c.workspace_id and w.claim_id = c.id), '[]'),
    'votes', coalesce((
      select json_agg(json_build_object('memberId', o.member_id, 'verdict', o.verdict, 'round', o.round)
        order by o.created_at)
      from vote o
      where o.workspace_id = c.workspace_id and o.claim_id = c.id), '[]'),
    'ruling', ${ruling})`;

/** The claims that are here, their articles too; what is asked of them follows as further conditions on `c`. */
export const ofClaims = Prisma.sql`from claim c
  join article on article.workspace_id = c.workspace_id and article.id = c.article_id
  join policy p on p.workspace_id = article.workspace_id and p.id = article.policy_id
  join scale s on s.workspace_id = c.workspace_id and s.id = c.scale_id
  where c.deleted_at is null and article.deleted_at is null`;

const facts = Prisma.sql`select ${claimFacts} as claim ${ofClaims}`;

/**
 * Those of the claims that are here, their articles too: one statement however many. It is written out because
 * every step on a claim reads them, and the client takes longer over six relations than PostgreSQL does.
 */
export async function selectClaimRows(
  tx: Tx,
  { workspaceId }: Pick<WorkspaceScope, "workspaceId">,
  claimIds: readonly string[],
): Promise<readonly ClaimRow[]> {
  const inDesk = Prisma.sql`c.workspace_id = ${workspaceId}::uuid`;
  const [first] = claimIds;
  const rows = await tx.$queryRaw<{ claim: StoredClaim }[]>(
    claimIds.length === 1
      ? Prisma.sql`/* plan: facts of a claim */ ${facts} and ${inDesk} and c.id = ${first}::uuid`
      : Prisma.sql`${facts} and ${inDesk} and c.id = any(${[...claimIds]}::uuid[])`,
  );
  return rows.map(({ claim }) => toClaimRow(claim));
}

export function toClaimRow(claim: StoredClaim): ClaimRow {
  return { ...claim, assignments: claim.assignments.map(toWork) };
}

function toWork(work: Work<string>): Work<Date> {
  return { ...work, dueAt: toDate(work.dueAt), leaseExpiresAt: toDate(work.leaseExpiresAt) };
}

function toDate(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}
