import { addressInputSchema, fileFieldsSchema } from "@/lib/core/articles/import-input";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { importDocument, maxDocumentBytes } from "@/lib/server/imports/commands";
import { deliveryOf } from "@/lib/server/imports/delivery";

const schemas = { file: fileFieldsSchema, address: addressInputSchema };

export const POST = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params, request }) => {
    const delivery = deliveryOf(request, schemas, maxDocumentBytes);
    return Response.json(await importDocument(actor, params, delivery), { status: 201 });
  },
});
