import { invitationInputSchema } from "@/lib/core/members/member";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { inviteMember } from "@/lib/server/members/commands";
import { listInvitations } from "@/lib/server/members/queries";

export const GET = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params }) => Response.json({ items: await listInvitations(actor, params) }),
});

export const POST = defineRoute({
  params: workspaceParams,
  body: invitationInputSchema,
  run: async ({ actor, params, body }) =>
    Response.json(await inviteMember(actor, params, body), { status: 201 }),
});
