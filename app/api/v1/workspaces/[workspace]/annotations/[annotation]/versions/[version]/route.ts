import { z } from "zod";
import { getAnnotationVersion } from "@/lib/server/annotations/queries";
import { defineRoute } from "@/lib/server/http/define-route";
import { annotationParams } from "@/lib/server/http/params";

export const GET = defineRoute({
  params: annotationParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
  run: async ({ actor, params }) => {
    const { workspace, annotation: annotationId, version } = params;
    return Response.json(await getAnnotationVersion(actor, { workspace, annotationId, version }));
  },
});
