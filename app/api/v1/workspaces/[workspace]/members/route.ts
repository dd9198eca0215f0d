import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { listMembers } from "@/lib/server/members/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json({ items: await listMembers(actor, params) }),
});
