import * as endpoints from "@/lib/server/api/endpoints/notes";
import { defineRoute, requireVersion } from "@/lib/server/http/define-route";
import { staleResponse } from "@/lib/server/http/problem";
import { changeNote } from "@/lib/server/notes/commands";

export const PATCH = defineRoute(
  endpoints.changeNote,
  async ({ actor, params: { workspace, note }, body, request }) => {
    const target = { workspace, noteId: note, baseVersion: requireVersion(request) };
    const result = await changeNote(actor, target, body);
    return result.outcome === "stale"
      ? staleResponse(result.note)
      : Response.json({ version: result.version });
  },
);
