import { validateValue } from "@/lib/core/validation/validate-markup";
import * as endpoints from "@/lib/server/api/endpoints/validation";
import { defineRoute } from "@/lib/server/http/define-route";

/** Judges any JSON-LD; keeps nothing of it. */
export const POST = defineRoute(endpoints.validateMarkup, ({ query: { site }, body }) => {
  const now = new Date().toISOString();
  const context = site === undefined ? { now } : { now, site };
  return Promise.resolve(Response.json(validateValue(body, context)));
});
