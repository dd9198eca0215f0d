import { noteChangeSchema } from "@/lib/core/notes/note";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { noteParams } from "@/lib/server/http/params";
import { staleResponse } from "@/lib/server/http/problem";
import { changeNote } from "@/lib/server/notes/commands";

export const PATCH = defineRoute({
  params: noteParams,
  body: noteChangeSchema,
  run: async ({ actor, params: { workspace, note }, body, request }) => {
    const target = { workspace, noteId: note, baseVersion: requireVersion(request) };
    const result = await changeNote(actor, target, body);
    return result.outcome === "stale"
      ? staleResponse(result.note)
      : Response.json({ version: result.version });
  },
});
