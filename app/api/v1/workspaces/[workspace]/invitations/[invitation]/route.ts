import { defineRoute } from "@/lib/server/http/define-route";
import { invitationParams } from "@/lib/server/http/params";
import { revokeInvitation } from "@/lib/server/members/commands";

export const DELETE = defineRoute({
  params: invitationParams,
  run: async ({ actor, params }) =>
    Response.json(
      await revokeInvitation(actor, { workspace: params.workspace, invitationId: params.invitation }),
    ),
});
