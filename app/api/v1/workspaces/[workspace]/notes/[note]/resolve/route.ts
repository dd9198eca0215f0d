import { z } from "zod";
import { defineRoute } from "@/lib/server/http/define-route";
import { noteParams } from "@/lib/server/http/params";
import { resolveNote } from "@/lib/server/notes/commands";

export const POST = defineRoute({
  params: noteParams,
  body: z.strictObject({ resolved: z.boolean() }),
  run: async ({ actor, params, body }) =>
    Response.json(await resolveNote(actor, { workspace: params.workspace, noteId: params.note }, body)),
});
