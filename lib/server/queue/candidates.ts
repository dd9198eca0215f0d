import "server-only";
import type { AssignmentKind } from "@/lib/core/assignments/assignment";
import type { QueueKind } from "@/lib/core/queue/queue";
import { can } from "@/lib/core/permissions/table";
import { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";

/** A claim that waits, before it is put into words. */
export type Candidate = {
  readonly id: string;
  readonly article_id: string;
  readonly title: string;
  readonly policy_id: string;
  readonly assignment_id?: string;
  readonly kind?: AssignmentKind;
  readonly member_name?: string;
  readonly due_at?: Date | null;
  readonly reason?: string | null;
  readonly ended_at?: Date;
  readonly note_id?: string;
  readonly author_name?: string;
  readonly body?: string;
  readonly ordinal?: number;
  readonly start?: number;
};

export type Slice = {
  /** Of one article only. */
  readonly article: string | null;
  /** The last candidate of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

const { sql, empty } = Prisma;

const claimColumns = sql`c.id, c.article_id, a.title, a.policy_id`;
const isLive = sql`s.ended_at is null and (s.lease_expires_at is null or s.lease_expires_at > now())`;
const isBlind = sql`p.kind in ('blind_check', 'double_blind')`;

/** The article of the claim c; what lies in the bin waits for nobody. */
const inArticle = sql`
  join article a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.deleted_at is null`;
const underPolicy = sql`join policy p on p.workspace_id = a.workspace_id and p.id = a.policy_id`;
/** A subquery and no join: with every table that is joined the planner takes twice as long. */
const nameOf = (workspaceId: Prisma.Sql, memberId: Prisma.Sql) => sql`
  (select u.name from member m join "user" u on u.id = m.user_id
    where m.workspace_id = ${workspaceId} and m.id = ${memberId})`;

type Query = (scope: WorkspaceScope, slice: Slice) => Prisma.Sql;

function here(scope: WorkspaceScope, { article }: Slice): Prisma.Sql {
  const ofArticle = article === null ? empty : sql`and c.article_id = ${article}::uuid`;
  return sql`c.workspace_id = ${scope.workspaceId}::uuid and c.deleted_at is null ${ofArticle}`;
}

function afterClaim({ after }: Slice): Prisma.Sql {
  return after === null ? empty : sql`and c.id > ${after[0]}::uuid`;
}

/** Looked up for one claim after the other, which `offset 0` holds the planner to: it would collect all there are first. */
const annotatedBy = (memberId: string) => sql`
  exists (select 1 from annotation own
    where own.workspace_id = c.workspace_id and own.claim_id = c.id and own.member_id = ${memberId}::uuid offset 0)`;
const votedBy = (memberId: string) => sql`
  exists (select 1 from vote v
    where v.workspace_id = c.workspace_id and v.claim_id = c.id and v.member_id = ${memberId}::uuid offset 0)`;

/** Given and not yet due first, then without a day, in the order in which it was given. */
const assigned: Query = (scope, slice) => {
  const [due, id] = slice.after ?? [];
  const after =
    id === undefined
      ? empty
      : due === ""
        ? sql`and s.due_at is null and s.id > ${id}::uuid`
        : sql`and ((s.due_at, s.id) > (${due}::timestamptz, ${id}::uuid) or s.due_at is null)`;
  return sql`
    select ${claimColumns}, s.id as assignment_id, s.kind::text as kind, s.due_at, null as reason,
      ${nameOf(sql`s.workspace_id`, sql`s.assigned_by_id`)} as member_name
    from assignment s
    join claim c on c.workspace_id = s.workspace_id and c.id = s.claim_id ${inArticle}
    where s.workspace_id = ${scope.workspaceId}::uuid and s.member_id = ${scope.memberId}::uuid and ${isLive}
      and ${here(scope, slice)} ${after}
    order by s.due_at nulls last, s.id limit ${slice.limit}`;
};

/** Asked for on the version that is submitted now, and not taken back by the one who asked. */
const changesRequested: Query = (scope, slice) => sql`
  select distinct on (r.claim_id) ${claimColumns}
  from review r
  join claim c on c.workspace_id = r.workspace_id and c.id = r.claim_id ${inArticle}
  where r.workspace_id = ${scope.workspaceId}::uuid and r.author_id = ${scope.memberId}::uuid
    and r.decision = 'request_changes' and c.state = 'changes_requested'
    and exists (select 1 from annotation own
      where own.workspace_id = r.workspace_id and own.id = r.annotation_id and own.submitted_version = r.version offset 0)
    and not exists (select 1 from review later
      where later.workspace_id = r.workspace_id and later.annotation_id = r.annotation_id
        and later.version = r.version and later.reviewer_id = r.reviewer_id and later.decision in ('approve', 'withdraw')
        and later.created_at > r.created_at offset 0)
    and ${here(scope, slice)} ${afterClaim(slice)}
  order by r.claim_id limit ${slice.limit}`;

/** Until the thread is resolved, or the one who was mentioned has answered in it. */
const mentions: Query = (scope, slice) => {
  const after = slice.after === null ? empty : sql`and n.id < ${slice.after[0]}::uuid`;
  return sql`
    select ${claimColumns}, n.id as note_id, n.body,
      ${nameOf(sql`n.workspace_id`, sql`n.author_id`)} as author_name
    from note_mention x
    join note n on n.workspace_id = x.workspace_id and n.id = x.note_id
    join note root on root.workspace_id = n.workspace_id and root.id = coalesce(n.parent_id, n.id)
    join claim c on c.workspace_id = n.workspace_id and c.id = n.claim_id ${inArticle}
    where x.workspace_id = ${scope.workspaceId}::uuid and x.member_id = ${scope.memberId}::uuid
      and n.author_id <> x.member_id and root.resolved_at is null
      and not exists (select 1 from note answer
        where answer.workspace_id = n.workspace_id and answer.claim_id = n.claim_id
          and answer.author_id = x.member_id and answer.created_at > n.created_at
          and coalesce(answer.parent_id, answer.id) = root.id)
      and ${here(scope, slice)} ${after}
    order by n.id desc limit ${slice.limit}`;
};

/**
 * Under double-blind a claim waits for review only once both annotations are in (its state is in_review by then): that
 * a colleague has submitted the first one must not be told by its turning up here. What a colleague has been given to
 * review waits for them.
 */
const toReview: Query = (scope, slice) => {
  const mine = scope.memberId;
  const part = (state: "submitted" | "in_review", may: Prisma.Sql) => sql`
    (select ${claimColumns}
    from claim c ${inArticle} ${underPolicy}
    where ${here(scope, slice)} and c.state = ${state}::claim_state and (${may}) ${afterClaim(slice)}
      and not exists (select 1 from assignment s
        where s.workspace_id = c.workspace_id and s.claim_id = c.id and s.kind = 'review' and ${isLive} offset 0)
    order by c.id limit ${slice.limit})`;
  const openly = sql`p.kind in ('single', 'panel') and not ${annotatedBy(mine)} and not ${votedBy(mine)}`;
  const fromEvidence = sql`p.kind = 'blind_check' and not ${annotatedBy(mine)} and (
    select count(distinct place.member_id) from (
      select o.member_id from annotation o
      where o.workspace_id = c.workspace_id and o.claim_id = c.id and o.submitted_version is not null
      union all
      select s.member_id from assignment s
      where s.workspace_id = c.workspace_id and s.claim_id = c.id and s.kind = 'annotate' and ${isLive}
    ) place) < p.annotations`;
  return sql`
    select * from (
      ${part("submitted", sql`(${openly}) or (${fromEvidence})`)}
      union all
      ${part("in_review", sql`${isBlind} or (${openly})`)}) c
    order by c.id limit ${slice.limit}`;
};

const disputed: Query = (scope, slice) => sql`
  select ${claimColumns}
  from claim c ${inArticle}
  where ${here(scope, slice)} and c.state = 'disputed' ${afterClaim(slice)}
    and not ${annotatedBy(scope.memberId)} and not ${votedBy(scope.memberId)}
  order by c.id limit ${slice.limit}`;

/** For those who have judged the words before they changed, and for editors; not for whoever has judged the new ones. */
const stale: Query = (scope, slice) => {
  // Of all that is stale a reviewer has judged little: to collect what they have judged first is right here.
  const judged = sql`and (
    exists (select 1 from annotation own
      where own.workspace_id = c.workspace_id and own.claim_id = c.id and own.member_id = ${scope.memberId}::uuid)
    or exists (select 1 from ruling r
      where r.workspace_id = c.workspace_id and r.claim_id = c.id and r.decided_by_id = ${scope.memberId}::uuid))`;
  const judgedAnew = sql`(p.kind = 'double_blind' and exists (select 1 from annotation own
    where own.workspace_id = c.workspace_id and own.claim_id = c.id and own.member_id = ${scope.memberId}::uuid
      and own.submitted_version is not null offset 0))`;
  return sql`
    select ${claimColumns}
    from claim c ${inArticle} ${underPolicy}
    where ${here(scope, slice)} and c.state = 'stale' ${afterClaim(slice)} and not ${judgedAnew}
      ${can(scope.role, "claim.assign") ? empty : judged}
    order by c.id limit ${slice.limit}`;
};

/** Claims that still need annotating. Under a blind policy that one is in is nobody's business. */
const needsAnnotating = sql`(c.state in ('unchecked', 'in_progress') or (c.state = 'submitted' and ${isBlind}))`;
/** Work somebody was given; under a blind policy what somebody has taken by beginning is nobody's business. */
const isKnown = sql`(s.assigned_by_id <> s.member_id or not ${isBlind})`;

/**
 * Work that was declined or left too long, and that nobody has been given since. One of a blind pair is not told that
 * the other has given up.
 */
const returned: Query = (scope, slice) => {
  const [endedAt, id] = slice.after ?? [];
  const after =
    id === undefined ? empty : sql`and (b.ended_at, b.id) < (${endedAt}::timestamptz, ${id}::uuid)`;
  // One by one from the last that came back, until the page is full: the lateral limit keeps the planner from reading
  // every claim of the desk first.
  return sql`
    select c.id, c.article_id, c.title, c.policy_id, b.id as assignment_id, b.kind::text as kind, b.due_at, b.reason,
      b.ended_at, ${nameOf(sql`b.workspace_id`, sql`b.member_id`)} as member_name
    from assignment b
    cross join lateral (
      select c.id, c.article_id, a.title, a.policy_id
      from claim c ${inArticle} ${underPolicy}
      where ${here(scope, slice)} and c.id = b.claim_id
        and (b.assigned_by_id <> b.member_id or not ${isBlind})
        and (${needsAnnotating} or (b.kind <> 'annotate' and c.state in ('submitted', 'in_review')))
        and not exists (select 1 from assignment s
          where s.workspace_id = c.workspace_id and s.claim_id = c.id and s.kind = b.kind and s.created_at >= b.ended_at
            and ${isKnown} and s.outcome is distinct from 'withdrawn')
        and not (${isBlind} and (${annotatedBy(scope.memberId)} or exists (select 1 from assignment s
          where s.workspace_id = c.workspace_id and s.claim_id = c.id
            and s.member_id = ${scope.memberId}::uuid and ${isLive})))
      limit 1) c
    where b.workspace_id = ${scope.workspaceId}::uuid and b.outcome in ('declined', 'lapsed') ${after}
    order by b.ended_at desc, b.id desc limit ${slice.limit}`;
};

/** Claims that nobody has been given, in the order of their articles' text. */
const unassigned: Query = (scope, slice) => {
  const [article, ordinal, start, id] = slice.after ?? [];
  const after =
    id === undefined
      ? empty
      : sql`and (c.article_id, c.ordinal, c.start, c.id)
          > (${article}::uuid, ${Number(ordinal)}::int, ${Number(start)}::int, ${id}::uuid)`;
  return sql`
    select ${claimColumns}, c.ordinal, c.start
    from claim c ${inArticle} ${underPolicy}
    where ${here(scope, slice)} and c.state in ('unchecked', 'in_progress', 'submitted') and c.disposition = 'to_check'
      and (c.state = 'unchecked' or ${isBlind}) ${after}
      and not exists (select 1 from assignment s
        where s.workspace_id = c.workspace_id and s.claim_id = c.id and s.kind = 'annotate' and ${isKnown}
          and (${isLive} or (${isBlind} and s.outcome = 'completed')))
    order by c.article_id, c.ordinal, c.start, c.id limit ${slice.limit}`;
};

/** Which claims wait for the caller, at most `limit` of them, after the last of the page before. */
export const candidatesOf: Readonly<Record<QueueKind, Query>> = {
  changes_requested: changesRequested,
  disputed,
  mentions,
  assigned,
  to_review: toReview,
  stale,
  returned,
  unassigned,
};

type Place = (last: Candidate) => readonly string[];

const byClaim: Place = ({ id }) => [id];

/** Where the page after this candidate begins. */
export const placeOf: Readonly<Record<QueueKind, Place>> = {
  changes_requested: byClaim,
  disputed: byClaim,
  to_review: byClaim,
  stale: byClaim,
  mentions: ({ note_id: id = "" }) => [id],
  assigned: ({ due_at: dueAt, assignment_id: id = "" }) => [dueAt?.toISOString() ?? "", id],
  returned: ({ ended_at: endedAt, assignment_id: id = "" }) => [endedAt?.toISOString() ?? "", id],
  unassigned: ({ article_id: article, ordinal, start, id }) => [article, String(ordinal), String(start), id],
};
