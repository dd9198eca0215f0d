import * as endpoints from "@/lib/server/api/endpoints/me";
import { defineRoute } from "@/lib/server/http/define-route";
import { listWorkspaces } from "@/lib/server/workspaces/queries";

export const GET = defineRoute(endpoints.getMe, async ({ actor }) =>
  Response.json({ name: actor.name, email: actor.email, workspaces: await listWorkspaces(actor) }),
);
