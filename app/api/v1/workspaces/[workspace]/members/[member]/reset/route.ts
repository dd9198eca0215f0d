import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { memberParams } from "@/lib/server/http/params";
import { makeResetLink } from "@/lib/server/members/commands";

export const POST = defineRoute({
  params: memberParams,
  body: z.strictObject({}),
  run: async ({ actor, params }) =>
    Response.json(await makeResetLink(actor, { workspace: params.workspace, memberId: params.member }), {
      status: 201,
    }),
});
