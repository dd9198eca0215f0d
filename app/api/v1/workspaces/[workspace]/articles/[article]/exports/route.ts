import * as endpoints from "@/lib/server/api/endpoints/exports";
import { startExport } from "@/lib/server/exports/commands";
import { listExports } from "@/lib/server/exports/queries";
import { defineRoute } from "@/lib/server/http/define-route";

export const POST = defineRoute(endpoints.startExport, async ({ actor, params, body }) => {
  const { workspace, article: articleId } = params;
  const started = await startExport(actor, { workspace, articleId }, body);
  const location = `/api/v1/workspaces/${workspace}/exports/${started.id}`;
  return Response.json(started, { status: 202, headers: { location } });
});

export const GET = defineRoute(endpoints.listExports, async ({ actor, params }) => {
  const { workspace, article: articleId } = params;
  const items = await listExports(actor, { workspace, articleId });
  return Response.json({ items, nextCursor: null });
});
