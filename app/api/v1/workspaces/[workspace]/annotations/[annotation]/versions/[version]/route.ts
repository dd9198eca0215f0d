import { getAnnotationVersion } from "@/lib/server/annotations/queries";
import * as endpoints from "@/lib/server/api/endpoints/annotations";
import { defineRoute } from "@/lib/server/http/define-route";

export const GET = defineRoute(endpoints.getAnnotationVersion, async ({ actor, params }) => {
  const { workspace, annotation: annotationId, version } = params;
  return Response.json(await getAnnotationVersion(actor, { workspace, annotationId, version }));
});
