import { revisionNumber } from "@/lib/core/anchors/revision";
import { defineRoute } from "@/lib/server/http/define-route";
import { articleParams } from "@/lib/server/http/params";
import { getRevision } from "@/lib/server/revisions/queries";

export const GET = defineRoute({
  params: articleParams.extend({ number: revisionNumber }),
  run: async ({ actor, params: { workspace, article: articleId, number } }) =>
    Response.json(await getRevision(actor, { workspace, articleId, number })),
});
