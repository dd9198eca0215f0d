import { z } from "zod";
import { idSchema } from "@/lib/core/shared/fields";
import { listHistory } from "@/lib/server/events/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";

const querySchema = z.strictObject({
  claim: idSchema.optional(),
  article: idSchema.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const GET = defineRoute({
  params: workspaceParams,
  query: querySchema,
  run: async ({ actor, params, query }) => Response.json(await listHistory(actor, params, query)),
});
