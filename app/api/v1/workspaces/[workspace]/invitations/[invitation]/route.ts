import * as endpoints from "@/lib/server/api/endpoints/members";
import { defineRoute } from "@/lib/server/http/define-route";
import { revokeInvitation } from "@/lib/server/members/commands";

export const DELETE = defineRoute(endpoints.revokeInvitation, async ({ actor, params }) =>
  Response.json(
    await revokeInvitation(actor, { workspace: params.workspace, invitationId: params.invitation }),
  ),
);
