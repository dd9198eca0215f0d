import { readAddressSchema, readFieldsSchema } from "@/lib/core/articles/import-input";
import { defineRoute } from "@/lib/server/http/define-route";
import { workspaceParams } from "@/lib/server/http/params";
import { maxDocumentBytes, readArticle } from "@/lib/server/imports/commands";
import { deliveryOf } from "@/lib/server/imports/delivery";

const schemas = { file: readFieldsSchema, address: readAddressSchema };

export const POST = defineRoute({
  params: workspaceParams,
  run: async ({ actor, params, request }) =>
    Response.json(await readArticle(actor, params, deliveryOf(request, schemas, maxDocumentBytes))),
});
