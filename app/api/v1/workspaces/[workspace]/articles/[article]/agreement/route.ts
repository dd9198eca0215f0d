import { agreementQuerySchema } from "@/lib/core/agreement/report";
import { getAgreement } from "@/lib/server/agreement/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: articleParams,
  query: agreementQuerySchema,
  run: async ({ actor, params, query }) => {
    const target = { workspace: params.workspace, articleId: params.article };
    return Response.json(await getAgreement(actor, target, query));
  },
});
