import "server-only";
import { z } from "zod";
import type { ClaimSummary } from "@/lib/core/claims/claim";
import {
  mostCounted,
  personalKinds,
  queueKinds,
  queueKindsOf,
  type QueueCounts,
  type QueueItem,
  type QueueKind,
} from "@/lib/core/queue/queue";
import { idSchema } from "@/lib/core/shared/fields";
import { Refusal } from "@/lib/core/shared/refusal";
import type { Actor, WorkspaceScope } from "../auth/actor";
import { authorize } from "../auth/authorize";
import { selectMixedSummaries } from "../claims/rows";
import { db } from "../db/client";
import type { Page } from "../http/page";
import { candidatesOf, placeOf, type Candidate, type Slice } from "./candidates";

export const queueQuerySchema = z.strictObject({
  kind: z.enum(queueKinds).default("assigned"),
  article: idSchema.optional(),
  cursor: z
    .string()
    .max(200)
    .regex(/^[0-9a-zA-Z:.~-]+$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type QueueQuery = z.infer<typeof queueQuerySchema>;

/** One part of the caller's queue, a page at a time; empty where their role has no such part. */
export async function listQueue(
  actor: Actor,
  target: { readonly workspace: string },
  query: QueueQuery,
): Promise<Page<QueueItem>> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const { kind, limit } = query;
  if (!queueKindsOf(scope.role).includes(kind)) return { items: [], nextCursor: null };
  const slice = { article: query.article ?? null, after: readCursor(kind, query.cursor) };
  const found = await selectCandidates(scope, kind, { ...slice, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await itemsOf(
      scope,
      shown.map((candidate) => ({ kind, candidate })),
    ),
    nextCursor: found.length > limit && last ? placeOf[kind](last).join("~") : null,
  };
}

/** How much waits of each kind that the caller's role has; counted to `mostCounted` and no further. */
export async function countQueue(actor: Actor, target: { readonly workspace: string }): Promise<QueueCounts> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const counts = await Promise.all(
    queueKindsOf(scope.role).map(async (kind) => {
      const found = candidatesOf[kind](scope, { article: null, after: null, limit: mostCounted });
      const [row] = await db().$queryRaw<{ count: number }[]>`
        select count(*)::int as count from (${found}) waiting`;
      return [kind, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** The most urgent of what waits for the caller, over all kinds that concern themselves. */
export async function listUrgent(
  actor: Actor,
  target: { readonly workspace: string },
  limit: number,
): Promise<readonly QueueItem[]> {
  const scope = await authorize(actor, target.workspace, "article.read");
  const kinds = queueKindsOf(scope.role).filter((kind) => personalKinds.some((own) => own === kind));
  const found: { kind: QueueKind; candidate: Candidate }[] = [];
  for (const kind of kinds) {
    if (found.length >= limit) break;
    const known = new Set(found.map(({ candidate }) => candidate.id));
    const more = await selectCandidates(scope, kind, { article: null, after: null, limit });
    // What waits for several reasons is told by the most urgent one.
    const fresh = more.filter(({ id }) => !known.has(id));
    found.push(...fresh.map((candidate) => ({ kind, candidate })));
  }
  return itemsOf(scope, found.slice(0, limit));
}

function selectCandidates(scope: WorkspaceScope, kind: QueueKind, slice: Slice): Promise<Candidate[]> {
  return db().$queryRaw<Candidate[]>(candidatesOf[kind](scope, slice));
}

const partShapes: Readonly<Record<QueueKind, readonly z.ZodType[]>> = {
  changes_requested: [idSchema],
  disputed: [idSchema],
  to_review: [idSchema],
  stale: [idSchema],
  mentions: [idSchema],
  assigned: [z.iso.datetime().or(z.literal("")), idSchema],
  returned: [z.iso.datetime(), idSchema],
  unassigned: [idSchema, z.coerce.number().int(), z.coerce.number().int(), idSchema],
};

/** @throws Refusal bad_input when it is no cursor that a page of this kind has given */
function readCursor(kind: QueueKind, cursor: string | undefined): readonly string[] | null {
  if (cursor === undefined) return null;
  const parts = cursor.split("~");
  const shape = partShapes[kind];
  if (parts.length === shape.length && shape.every((part, at) => part.safeParse(parts[at]).success)) {
    return parts;
  }
  throw new Refusal("bad_input", "This cursor belongs to another list.", [
    { field: "/cursor", message: "belongs to another list" },
  ]);
}

type Found = { readonly kind: QueueKind; readonly candidate: Candidate };

async function itemsOf(scope: WorkspaceScope, found: readonly Found[]): Promise<readonly QueueItem[]> {
  const summaries = await summariesOf(
    scope,
    found.map(({ candidate }) => candidate),
  );
  return found.flatMap(({ kind, candidate }) => {
    const claim = summaries.get(candidate.id);
    return claim ? [toItem(kind, candidate, claim)] : [];
  });
}

function toItem(kind: QueueKind, candidate: Candidate, claim: ClaimSummary): QueueItem {
  return {
    kind,
    articleId: candidate.article_id,
    articleTitle: candidate.title,
    claim,
    assignment: toAssignment(candidate),
    note:
      candidate.note_id === undefined
        ? null
        : { id: candidate.note_id, author: candidate.author_name ?? "", body: candidate.body ?? "" },
  };
}

function toAssignment(candidate: Candidate): QueueItem["assignment"] {
  const {
    assignment_id: id,
    kind,
    member_name: member = "",
    due_at: dueAt = null,
    reason = null,
  } = candidate;
  if (id === undefined || kind === undefined) return null;
  return { id, kind, member, dueAt: dueAt?.toISOString() ?? null, reason };
}

async function summariesOf(
  scope: WorkspaceScope,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, ClaimSummary>> {
  if (candidates.length === 0) return new Map();
  const policies = await db().policy.findMany({ where: { workspaceId: scope.workspaceId } });
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const wanted = candidates.flatMap(({ id, policy_id: policyId }) => {
    const policy = byId.get(policyId);
    return policy ? [[id, policy] as const] : [];
  });
  const claims = await selectMixedSummaries(db(), scope, new Map(wanted));
  return new Map(claims.map((claim) => [claim.id, claim]));
}
