import * as endpoints from "@/lib/server/api/endpoints/members";
import { defineRoute } from "@/lib/server/http/define-route";
import { makeResetLink } from "@/lib/server/members/commands";

export const POST = defineRoute(endpoints.makeResetLink, async ({ actor, params }) =>
  Response.json(await makeResetLink(actor, { workspace: params.workspace, memberId: params.member }), {
    status: 201,
  }),
);
