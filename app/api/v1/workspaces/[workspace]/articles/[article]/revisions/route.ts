import type { RevisionResult } from "@/lib/core/anchors/revision";
import * as endpoints from "@/lib/server/api/endpoints/revisions";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { applyRevision, previewRevision } from "@/lib/server/revisions/commands";
import { getOutcome, getRevision, listRevisions } from "@/lib/server/revisions/queries";

export const GET = defineRoute(endpoints.listRevisions, async ({ actor, params, query }) =>
  Response.json(
    await listRevisions(actor, { workspace: params.workspace, articleId: params.article }, query),
  ),
);

export const POST = defineRoute(
  endpoints.applyRevision,
  async ({ actor, params, body: { dryRun, ...input }, request }) => {
    const target = { workspace: params.workspace, articleId: params.article };
    // A preview may be asked of whatever is newest; a write says what it starts from.
    const base = dryRun && !request.headers.has("if-match") ? null : requireVersion(request);
    const result =
      base === null || dryRun
        ? await previewRevision(actor, { ...target, baseRevision: base }, input)
        : await applyRevision(actor, { ...target, baseRevision: base }, input);
    const { outcome, revision } = result;
    if (outcome === "stale") return staleResponse(await getRevision(actor, { ...target, number: revision }));
    const changes = outcome === "preview" ? result.changes : await getOutcome(actor, target, result);
    const answer: RevisionResult = { outcome, revision, ...changes };
    return Response.json(answer, { status: outcome === "applied" ? 201 : 200 });
  },
);
