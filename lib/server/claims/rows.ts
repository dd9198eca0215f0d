import "server-only";
import type { ClaimKind, ClaimState, ClaimSummary, Disposition } from "@/lib/core/claims/claim";
import { can } from "@/lib/core/permissions/table";
import type { Note } from "@/lib/core/notes/note";
import { submittedAnnotations } from "@/lib/core/review/facts";
import type { Policy } from "@/lib/core/review/policy";
import { visibleState } from "@/lib/core/review/visibility";
import { Prisma } from "@/prisma/client/client";
import type { WorkspaceScope } from "../auth/actor";
import type { Tx } from "../db/client";
import { viewerOf } from "../review/checks";
import type { LoadedClaim } from "../review/load-facts";

type SummaryRow = {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: ClaimKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly wording: string | null;
  readonly disposition: Disposition;
  readonly state: ClaimState;
  readonly stale: boolean;
  readonly version: number;
  readonly submitted: number;
  readonly own_id: string | null;
  readonly own_version: number | null;
  readonly own_submitted: number | null;
  readonly own_verdict: string | null;
  readonly ruling: string | null;
  readonly open_notes: number;
};

/** Claims as this member may see them. `where` narrows the claim table, which is called c; one query whatever the number. */
export async function selectSummaries(
  tx: Tx,
  scope: WorkspaceScope,
  policy: Policy,
  where: Prisma.Sql,
): Promise<readonly ClaimSummary[]> {
  const rows = await selectRows(tx, scope, where);
  return rows.map((row) => toSummary(row, scope, policy));
}

/** The same of claims of several articles, each with the policy that it is under, by claim id. */
export async function selectMixedSummaries(
  tx: Tx,
  scope: WorkspaceScope,
  policies: ReadonlyMap<string, Policy>,
): Promise<readonly ClaimSummary[]> {
  const rows = await selectRows(tx, scope, Prisma.sql`c.id = any(${[...policies.keys()]}::uuid[])`);
  return rows.flatMap((row) => {
    const policy = policies.get(row.id);
    return policy ? [toSummary(row, scope, policy)] : [];
  });
}

const nothing = { id: null, version: null, submittedVersion: null };

/** The same of a claim that is loaded, with what the caller sees of it. */
export function summaryOf(
  scope: WorkspaceScope,
  { row, facts }: LoadedClaim,
  { myVerdict, notes }: { readonly myVerdict: string | null; readonly notes: readonly Note[] },
): ClaimSummary {
  const own = facts.annotations.find(({ memberId }) => memberId === scope.memberId) ?? nothing;
  const summary: SummaryRow = {
    ...row,
    submitted: submittedAnnotations(facts).length,
    own_id: own.id,
    own_version: own.version,
    own_submitted: own.submittedVersion,
    own_verdict: myVerdict,
    ruling: row.state === "ruled" || row.state === "published" ? (row.ruling?.verdict ?? null) : null,
    open_notes: notes.filter(({ parentId, resolved }) => parentId === null && !resolved).length,
  };
  return toSummary(summary, scope, facts.policy);
}

function selectRows(tx: Tx, scope: WorkspaceScope, where: Prisma.Sql): Promise<SummaryRow[]> {
  const workspaceId = Prisma.sql`${scope.workspaceId}::uuid`;
  return tx.$queryRaw<SummaryRow[]>`
    select c.id, c.ordinal, c.kind::text, c.start, c."end", c.text, c.wording, c.disposition::text, c.state::text,
      c.stale_at is not null as stale, c.version,
      (select count(*)::int from annotation a
        where a.workspace_id = c.workspace_id and a.claim_id = c.id and a.submitted_version is not null) as submitted,
      own.id as own_id, own.version as own_version, own.submitted_version as own_submitted, v.verdict as own_verdict,
      r.verdict as ruling,
      (select count(*)::int from note n
        where n.workspace_id = c.workspace_id and n.claim_id = c.id and n.parent_id is null
          and n.resolved_at is null) as open_notes
    from claim c
    left join annotation own
      on own.workspace_id = c.workspace_id and own.claim_id = c.id and own.member_id = ${scope.memberId}::uuid
    left join annotation_version v
      on v.workspace_id = c.workspace_id and v.annotation_id = own.id and v.version = own.version
    left join ruling r
      on r.workspace_id = c.workspace_id and r.claim_id = c.id and r.superseded_at is null
        and c.state in ('ruled', 'published')
    where c.workspace_id = ${workspaceId} and c.deleted_at is null and ${where}
    order by c.ordinal, c.start, c.id`;
}

function toSummary(row: SummaryRow, scope: WorkspaceScope, policy: Policy): ClaimSummary {
  return {
    id: row.id,
    ordinal: row.ordinal,
    kind: row.kind,
    start: row.start,
    end: row.end,
    text: row.text,
    wording: row.wording,
    disposition: row.disposition,
    state: stateInList(row, scope, policy),
    ruling: row.ruling,
    myVerdict: row.own_verdict,
    openNotes: can(scope.role, "note.read") ? row.open_notes : 0,
    version: row.version,
  };
}

/** The stored state, except where it would tell that a colleague has written: then what one's own annotation gives. */
function stateInList(row: SummaryRow, scope: WorkspaceScope, policy: Policy): ClaimState {
  if (policy.kind !== "double_blind" || row.submitted >= policy.annotations) return row.state;
  const own = row.own_id !== null && {
    id: row.own_id,
    memberId: scope.memberId,
    version: row.own_version ?? 0,
    submittedVersion: row.own_submitted,
    submittedVerdict: row.own_verdict,
    reviews: [],
  };
  const { disposition, stale } = row;
  return visibleState(
    { policy, disposition, stale, annotations: own ? [own] : [], holders: [], votes: [], ruling: null },
    viewerOf(scope),
  );
}
