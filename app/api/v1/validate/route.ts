import { z } from "zod";
import { maxMarkupUnits, validateValue } from "@/lib/core/validation/validate-markup";
import { defineRoute } from "@/lib/server/http/define-route";

/** Judges any JSON-LD; keeps nothing of it. */
export const POST = defineRoute({
  params: z.unknown(),
  query: z.strictObject({ site: z.url().optional() }),
  body: z.unknown(),
  maxBytes: maxMarkupUnits,
  run: ({ query: { site }, body }) => {
    const now = new Date().toISOString();
    const context = site === undefined ? { now } : { now, site };
    return Promise.resolve(Response.json(validateValue(body, context)));
  },
});
