import { apiDocument } from "@/lib/server/api/document";
import * as endpoints from "@/lib/server/api/endpoints/openapi";
import { declare } from "@/lib/server/http/define-route";

export const dynamic = "force-dynamic";

/** The same for everybody: it tells what there is, not what anybody has. */
export const GET = declare(endpoints.getDocument, () =>
  Promise.resolve(Response.json(apiDocument(), { headers: { "cache-control": "public, max-age=300" } })),
);
