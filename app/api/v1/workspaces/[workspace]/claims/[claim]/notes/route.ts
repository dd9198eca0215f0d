import * as endpoints from "@/lib/server/api/endpoints/notes";
import { defineRoute } from "@/lib/server/http/define-route";
import { writeNote } from "@/lib/server/notes/commands";

export const POST = defineRoute(endpoints.writeNote, async ({ actor, params, body }) => {
  const note = await writeNote(actor, { workspace: params.workspace, claimId: params.claim }, body);
  return Response.json(note, { status: 201 });
});
