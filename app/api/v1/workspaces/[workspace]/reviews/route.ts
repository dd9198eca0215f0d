import { batchReviewSchema } from "@/lib/core/annotations/annotation";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { reviewMany } from "@/lib/server/review/commands";

export const POST = defineRoute({
  params: workspaceParams,
  body: batchReviewSchema,
  run: async ({ actor, params, body }) => Response.json(await reviewMany(actor, params, body)),
});
