import * as endpoints from "@/lib/server/api/endpoints/members";
import { defineRoute } from "@/lib/server/http/define-route";
import { inviteMember } from "@/lib/server/members/commands";
import { listInvitations } from "@/lib/server/members/queries";

export const GET = defineRoute(endpoints.listInvitations, async ({ actor, params }) =>
  Response.json({ items: await listInvitations(actor, params) }),
);

export const POST = defineRoute(endpoints.inviteMember, async ({ actor, params, body }) =>
  Response.json(await inviteMember(actor, params, body), { status: 201 }),
);
