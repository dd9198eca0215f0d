import { addressInputSchema, fileFieldsSchema } from "@/lib/core/articles/import-input";
import * as endpoints from "@/lib/server/api/endpoints/articles";
import { defineRoute } from "@/lib/server/http/define-route";
import { maxTableBytes } from "@/lib/server/imports/bulk";
import { importDelivery } from "@/lib/server/imports/commands";
import { deliveryOf } from "@/lib/server/imports/delivery";

const schemas = { file: fileFieldsSchema, address: addressInputSchema };

export const POST = defineRoute(endpoints.importDelivery, async ({ actor, params, request }) => {
  const done = await importDelivery(actor, params, deliveryOf(request, schemas, maxTableBytes));
  if (done.outcome === "imported") return Response.json(done.article, { status: 201 });
  const location = `/api/v1/workspaces/${params.workspace}/jobs/${done.jobId}`;
  return Response.json({ job: done.jobId }, { status: 202, headers: { location } });
});
