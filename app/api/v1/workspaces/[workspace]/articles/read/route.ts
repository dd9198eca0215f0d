import { readAddressSchema, readFieldsSchema } from "@/lib/core/articles/import-input";
import * as endpoints from "@/lib/server/api/endpoints/articles";
import { defineRoute } from "@/lib/server/http/define-route";
import { maxDocumentBytes, readArticle } from "@/lib/server/imports/commands";
import { deliveryOf } from "@/lib/server/imports/delivery";

const schemas = { file: readFieldsSchema, address: readAddressSchema };

export const POST = defineRoute(endpoints.readArticle, async ({ actor, params, request }) =>
  Response.json(await readArticle(actor, params, deliveryOf(request, schemas, maxDocumentBytes))),
);
