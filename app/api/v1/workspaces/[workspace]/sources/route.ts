import * as endpoints from "@/lib/server/api/endpoints/sources";
import { defineRoute } from "@/lib/server/http/define-route";
import { addSource } from "@/lib/server/sources/commands";
import { listSources } from "@/lib/server/sources/queries";

export const GET = defineRoute(endpoints.listSources, async ({ actor, params, query }) =>
  Response.json(await listSources(actor, params, query)),
);

export const POST = defineRoute(endpoints.addSource, async ({ actor, params, body }) => {
  const { outcome, source } = await addSource(actor, params, body);
  return Response.json(source, { status: outcome === "added" ? 201 : 200 });
});
