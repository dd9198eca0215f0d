import * as endpoints from "@/lib/server/api/endpoints/notes";
import { defineRoute } from "@/lib/server/http/define-route";
import { resolveNote } from "@/lib/server/notes/commands";

export const POST = defineRoute(endpoints.resolveNote, async ({ actor, params, body }) =>
  Response.json(await resolveNote(actor, { workspace: params.workspace, noteId: params.note }, body)),
);
