import { defineRoute } from "@/lib/server/http/define-route";
import { sourceParams } from "@/lib/server/http/params";
import { getSource } from "@/lib/server/sources/queries";

export const GET = defineRoute({
  params: sourceParams,
  run: async ({ actor, params: { workspace, source } }) =>
    Response.json(await getSource(actor, { workspace, sourceId: source })),
});
