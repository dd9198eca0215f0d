import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { listWorkspaces } from "@/lib/server/workspaces/queries";

export const GET = defineRoute({
  params: z.unknown(),
  run: async ({ actor }) =>
    Response.json({ name: actor.name, email: actor.email, workspaces: await listWorkspaces(actor) }),
});
