import { noteInputSchema } from "@/lib/core/notes/note";
import { defineRoute } from "@/lib/server/http/define-route";
import { claimParams } from "@/lib/server/http/params";
import { writeNote } from "@/lib/server/notes/commands";

export const POST = defineRoute({
  params: claimParams,
  body: noteInputSchema,
  run: async ({ actor, params, body }) => {
    const note = await writeNote(actor, { workspace: params.workspace, claimId: params.claim }, body);
    return Response.json(note, { status: 201 });
  },
});
