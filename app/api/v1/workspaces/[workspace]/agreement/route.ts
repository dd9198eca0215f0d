import { agreementQuerySchema } from "@/lib/core/agreement/report";
import { getAgreement } from "@/lib/server/agreement/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: workspaceParams,
  query: agreementQuerySchema,
  run: async ({ actor, params, query }) => Response.json(await getAgreement(actor, params, query)),
});
